import { mkdtemp, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { realSleep } from '../clock/run-clock.ts'
import { runProcess, type ProcessEnd } from '../step/process.ts'
import type { JobSession } from './job-session.ts'
import type { ActionUse } from './plan-action.ts'
import type { ProcessPlan } from './process-plan.ts'
import type { Task } from './task.ts'

/** How a planned process is to be run. */
export interface Launch {
  readonly plan: ProcessPlan
  readonly task: Task
  /** `env` of the step, evaluated. */
  readonly stepEnvironment: Readonly<Record<string, string>>
  /** The GITHUB_* files of the step. */
  readonly files: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly onLine: (line: string) => void
}

/** Runs what a step starts: an action in the run's time, a script in real time. */
export async function startProcess(session: JobSession, launch: Launch): Promise<ProcessEnd> {
  const { plan } = launch
  const github = actionContext(launch.task)
  const environment = {
    ...session.processEnvironment(launch.stepEnvironment, github),
    ...launch.files,
  }
  const shared = {
    cancel: cancelDuring(session),
    kill: session.run.kill,
    onLine: launch.onLine,
    timeoutMs: launch.timeoutMs,
  }
  const { clock } = session.run
  if (plan.kind === 'bash') {
    const file = await scriptFile(session, plan.script)
    const process = { command: 'bash', arguments: [...plan.options, file], cwd: plan.cwd }
    return session.leg.seat.vacate(() =>
      runProcess({ ...shared, ...process, environment, sleep: realSleep }),
    )
  }
  return session.leg.seat.lend((participant) =>
    runProcess({
      ...shared,
      command: process.execPath,
      arguments: [...clock.nodeArguments, plan.file],
      cwd: session.folders.workspace,
      environment: { ...environment, ...plan.environment, ...participant.environment },
      sleep: (delayMs, signal) => clock.sleep(delayMs, signal),
    }),
  )
}

/** A step that starts after the cancel, as with always(), is not cancelled by it. */
function cancelDuring(session: JobSession): AbortSignal {
  return session.cancel.aborted ? new AbortController().signal : session.cancel
}

async function scriptFile(session: JobSession, script: string): Promise<string> {
  const folder = await mkdtemp(join(session.folders.temp, 'script-'))
  const file = join(folder, 'script.sh')
  await writeFile(file, `${script}\n`)
  return file
}

function actionContext(task: Task): Readonly<Record<string, unknown>> {
  const own = { action: task.id ?? defaultActionId(task.uses) }
  if (task.uses === undefined) return own
  const { manifest, reference } = task.uses.action
  const [path = '', ref = ''] = reference.split('@', 2)
  return {
    ...own,
    action_path: dirname(join(manifest.folder, 'action.yml')),
    action_repository: path.split('/').slice(0, 2).join('/'),
    action_ref: ref,
  }
}

function defaultActionId(use: ActionUse | undefined): string {
  const path = use?.action.reference.split('@', 1)[0]
  return `__${path === undefined ? 'run' : path.replaceAll('/', '_')}`
}
