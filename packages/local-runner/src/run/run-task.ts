import {
  evaluateBoolean,
  evaluateCondition,
  evaluateTexts,
  type Scope,
} from '../expressions/evaluate.ts'
import { statusFunctions } from '../expressions/status-functions.ts'
import { CommandFiles, type FileCommands } from '../step/command-files.ts'
import { StepLog } from '../step/step-log.ts'
import { WorkflowError } from '../workflow-error.ts'
import type { JobSession } from './job-session.ts'
import type { Result, StepResult } from './results.ts'
import { isDebug } from './run-context.ts'
import { startProcess } from './start-process.ts'
import { outcomeOf, timeLimit } from './step-outcome.ts'
import type { Task } from './task.ts'

/** How a task went, before continue-on-error is applied. */
interface Execution {
  readonly outcome: Result
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

const nothing = { outputs: {}, summary: '' }

/** Runs one task of a job when its condition holds, and records in the session what it did. */
export async function runTask(task: Task, session: JobSession): Promise<StepResult> {
  const { clock, observer } = session.run
  const job = session.leg.name
  const log = new StepLog({
    masks: session.masks,
    debug: isDebug(session.run),
    emit: (line) => observer.logged(job, line),
  })
  const startedAt = clock.now()
  const heading = headingOf(task, session)
  const execution = await attempt(log, () => execute(task, session, { log, heading }))
  const conclusion = conclude(task, session, { log, outcome: execution.outcome })
  if (conclusion === 'failure') session.fail()
  if (task.id !== undefined) {
    const { outputs, outcome } = execution
    session.recordStep(task.id, { outputs, outcome, conclusion })
  }
  const result: StepResult = {
    ...(task.id !== undefined && { id: task.id }),
    ...heading,
    outcome: execution.outcome,
    conclusion,
    outputs: session.masks.hideValues(execution.outputs),
    annotations: log.annotations,
    summary: session.masks.hide(execution.summary),
    durationSeconds: (clock.now() - startedAt) / 1000,
    log: log.text,
  }
  observer.stepEnded(job, result)
  return result
}

async function execute(
  task: Task,
  session: JobSession,
  at: { readonly log: StepLog; readonly heading: { name: string; uses?: string } },
): Promise<Execution> {
  const stepEnvironment = evaluateTexts(task.env, session.scope())
  const scope = session.scope(stepEnvironment)
  if (!evaluateCondition(task.condition, withStatus(scope, session))) {
    return { outcome: 'skipped', ...nothing }
  }
  session.run.observer.stepStarted(session.leg.name, at.heading)
  const { log } = at
  const plan = task.prepare({ scope, workspace: session.folders.workspace, log })
  const limit = timeLimit(task, session, scope)
  const files = await CommandFiles.create(session.folders.temp)
  try {
    const end = await startProcess(session, {
      plan,
      task,
      stepEnvironment,
      files: files.environment,
      timeoutMs: limit.timeoutMs,
      onLine: (line) => log.take(line),
    })
    session.keepGroup(end.group)
    const outcome = outcomeOf(end, { log, limit, session, isScript: plan.kind === 'bash' })
    return takeIn(await files.read(), { task, session, log, outcome })
  } finally {
    await files.remove()
  }
}

/**
 * What cannot be evaluated or started fails the step, as on GitHub; a bug of ours is not hidden by
 * it.
 */
async function attempt(log: StepLog, work: () => Promise<Execution>): Promise<Execution> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof WorkflowError)) throw error
    log.annotate('error', error.message)
    return { outcome: 'failure', ...nothing }
  }
}

function takeIn(
  left: FileCommands,
  at: {
    readonly task: Task
    readonly session: JobSession
    readonly log: StepLog
    readonly outcome: Result
  },
): Execution {
  const { task, session, log } = at
  for (const name of session.adopt(left)) {
    log.annotate('error', `Can't store ${name} output parameter using '$GITHUB_ENV' command.`)
  }
  if (task.uses) Object.assign(task.uses.state, log.state, left.state)
  if (left.summaryProblem !== undefined) log.annotate('error', left.summaryProblem)
  return {
    outcome: at.outcome,
    outputs: { ...log.outputs, ...left.outputs },
    summary: left.summary,
  }
}

function conclude(
  task: Task,
  session: JobSession,
  { log, outcome }: { readonly log: StepLog; readonly outcome: Result },
): Result {
  if (outcome !== 'failure') return outcome
  try {
    return evaluateBoolean(task.continueOnError, session.scope()) ? 'success' : 'failure'
  } catch (error) {
    if (!(error instanceof WorkflowError)) throw error
    log.annotate('error', error.message)
    return 'failure'
  }
}

function withStatus(scope: Scope, session: JobSession): Scope {
  return { contexts: scope.contexts, functions: statusFunctions(session.status) }
}

function headingOf(task: Task, session: JobSession): { name: string; uses?: string } {
  const uses = task.uses && { uses: task.uses.action.reference }
  try {
    return { name: session.masks.hide(task.label(session.scope())), ...uses }
  } catch {
    // The same expression fails again, and visibly, when the step is prepared or its environment
    // evaluated.
    return { name: 'Run', ...uses }
  }
}
