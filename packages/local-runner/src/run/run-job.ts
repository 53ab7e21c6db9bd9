import type { ActionScript } from '../actions/manifest.ts'
import { evaluateTemplate, evaluateTexts } from '../expressions/evaluate.ts'
import type { RunDefaults, Step } from '../workflow/model.ts'
import { findValue } from '../workflow/tokens.ts'
import { WorkflowError } from '../workflow-error.ts'
import type { JobLeg } from './job-leg.ts'
import { JobSession } from './job-session.ts'
import type { JobResult, StepResult } from './results.ts'
import type { RunContext } from './run-context.ts'
import { runTask } from './run-task.ts'
import type { ActionUse } from './plan-action.ts'
import { edgeTask, mainTask, type Task } from './task.ts'

/**
 * Runs one leg of a job to its end. Never rejects for what the workflow does wrong: that is a
 * failed job.
 */
export async function runJob(run: RunContext, leg: JobLeg): Promise<JobResult> {
  const startedAt = run.clock.now()
  run.observer.jobStarted(leg.name)
  const ended = await runSteps(run, leg)
  const result: JobResult = {
    id: leg.job.id,
    name: leg.name,
    ...(leg.leg && { matrix: leg.leg }),
    ...ended,
    durationSeconds: (run.clock.now() - startedAt) / 1000,
  }
  run.observer.jobEnded(result)
  return result
}

type Ended = Pick<JobResult, 'result' | 'outputs' | 'steps' | 'environmentUrl'>

async function runSteps(run: RunContext, leg: JobLeg): Promise<Ended> {
  const steps: StepResult[] = []
  let session: JobSession
  try {
    session = await JobSession.open(run, leg)
  } catch (error) {
    const step = failedStep('Set up job', error, { run, leg })
    return { result: 'failure', outputs: {}, steps: [step] }
  }
  try {
    for (const task of tasksOf(session)) steps.push(await runTask(task, session))
    return { ...concludeJob(session), steps }
  } catch (error) {
    const step = failedStep('Complete job', error, { run, leg })
    return { result: 'failure', outputs: {}, steps: [...steps, step] }
  } finally {
    session.endBackgroundProcesses()
  }
}

/**
 * Yields what is to run next, as the job goes along: a post part only follows where its main part
 * has run.
 */
function* tasksOf(session: JobSession): Generator<Task> {
  const { actions, workflow } = session.run
  const { job } = session.leg
  const defaults: RunDefaults = { ...workflow.runDefaults, ...job.runDefaults }
  const steps = job.steps.map((step) => ({ step, use: useOf(step, actions) }))
  const posts: Task[] = []
  for (const { step, use } of steps) {
    const script = use?.action.localPath === undefined ? use?.action.manifest.pre : undefined
    if (use && script) yield edgeTask(step, use, { name: 'Pre', script })
  }
  for (const { step, use } of steps) {
    const task = mainTask(step, use, defaults)
    const script = use?.action.manifest.post
    yield use && script
      ? registeringPost(task, () => posts.push(postTask(step, use, script)))
      : task
  }
  yield* posts.toReversed()
}

function postTask(step: Step, use: ActionUse, script: ActionScript): Task {
  return edgeTask(step, use, { name: 'Post', script })
}

function registeringPost(task: Task, register: () => void): Task {
  return {
    ...task,
    prepare: (preparation) => {
      register()
      return task.prepare(preparation)
    },
  }
}

function useOf(step: Step, actions: RunContext['actions']): ActionUse | undefined {
  if (step.body.kind !== 'uses') return undefined
  const action = actions.get(step.body.reference)
  return action && { action, state: {} }
}

function concludeJob(session: JobSession): Omit<Ended, 'steps'> {
  const scope = session.scope()
  const outputs: Record<string, string> = {}
  for (const [name, value] of Object.entries(evaluateTexts(session.leg.job.outputs, scope))) {
    if (value === '') continue
    if (session.masks.touches(value)) {
      warn(session, `Skip output '${name}' since it may contain secret.`)
    } else {
      outputs[name] = value
    }
  }
  const url = findValue(session.leg.job.environment, 'url')
  const environmentUrl = url && session.masks.hide(String(evaluateTemplate(url, scope)))
  return { result: session.result, outputs, ...(environmentUrl && { environmentUrl }) }
}

function warn(session: JobSession, text: string): void {
  session.run.observer.logged(session.leg.name, { kind: 'warning', text })
}

/**
 * What is wrong with the job itself is shown as GitHub does it: as a step before the first or after
 * the last.
 */
function failedStep(
  name: string,
  error: unknown,
  { run, leg }: { readonly run: RunContext; readonly leg: JobLeg },
): StepResult {
  if (!(error instanceof WorkflowError)) throw error
  const step: StepResult = {
    name,
    outcome: 'failure',
    conclusion: 'failure',
    outputs: {},
    annotations: [{ level: 'error', message: error.message, properties: {} }],
    summary: '',
    durationSeconds: 0,
    log: `##[error]${error.message}`,
  }
  run.observer.stepStarted(leg.name, { name })
  run.observer.logged(leg.name, { kind: 'error', text: error.message })
  run.observer.stepEnded(leg.name, step)
  return step
}
