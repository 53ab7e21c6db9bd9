import { Scheduler } from './scheduler.ts'
import type { JobResult, RunResult } from './results.ts'
import type { RunContext } from './run-context.ts'

/** Runs a workflow to its end; what fails in it is in the result, and only bugs reject. */
export async function runWorkflow(run: RunContext): Promise<RunResult> {
  const startedAt = run.clock.now()
  run.observer.runStarted({
    name: run.workflow.name,
    file: run.workflow.file,
    event: String(run.github['event_name']),
    jobCount: run.workflow.jobs.length,
    warnings: run.workflow.warnings,
  })
  const jobs = await new Scheduler(run).runAll()
  const result: RunResult = {
    workflow: run.workflow.name,
    conclusion: concludeRun(jobs, run.cancel.aborted),
    warnings: run.workflow.warnings,
    jobs,
    comments: run.pullRequest?.comments ?? [],
    durationSeconds: (run.clock.now() - startedAt) / 1000,
  }
  run.observer.runEnded(result)
  return result
}

function concludeRun(jobs: readonly JobResult[], cancelled: boolean): RunResult['conclusion'] {
  const results = jobs.map(({ result }) => result)
  if (cancelled && results.includes('cancelled')) return 'cancelled'
  if (results.includes('failure')) return 'failure'
  return results.includes('cancelled') ? 'cancelled' : 'success'
}
