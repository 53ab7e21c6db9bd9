import { Seat } from '../clock/seat.ts'
import { evaluateCondition, evaluateTemplate, evaluateText } from '../expressions/evaluate.ts'
import { statusFunctions } from '../expressions/status-functions.ts'
import type { Job } from '../workflow/model.ts'
import { WorkflowError } from '../workflow-error.ts'
import { JobGroup, legName, unstarted } from './job-group.ts'
import type { JobLeg } from './job-leg.ts'
import { readStrategy } from './matrix.ts'
import type { JobResult } from './results.ts'
import { jobScope, type NeededJob, type RunContext } from './run-context.ts'
import { runJob } from './run-job.ts'

interface EndedLeg {
  readonly group: JobGroup
  readonly leg: JobLeg
  readonly result: JobResult
}

/**
 * Starts each job when the jobs that it needs have ended, and independent ones side by side. A job
 * that ends keeps its place at the clock until those that follow have theirs: so no other job can
 * run ahead of them.
 */
export class Scheduler {
  readonly #run: RunContext
  readonly #pending: Job[]
  readonly #groups = new Map<string, JobGroup>()
  readonly #skipped = new Map<string, JobResult>()
  readonly #running = new Map<JobLeg, Promise<EndedLeg>>()

  constructor(run: RunContext) {
    this.#run = run
    this.#pending = [...run.workflow.jobs]
  }

  /** Runs all jobs; the results are in the order of the file. */
  async runAll(): Promise<readonly JobResult[]> {
    await this.#startReady()
    while (this.#running.size > 0) {
      const { group, leg, result } = await Promise.race(this.#running.values())
      this.#running.delete(leg)
      group.end(leg.index, result)
      if (this.#run.cancel.aborted) for (const other of this.#groups.values()) other.cancelWaiting()
      await this.#startReady()
      await leg.seat.leave()
    }
    return this.#run.workflow.jobs.flatMap(({ id }) => this.#resultsOf(id))
  }

  async #startReady(): Promise<void> {
    let ready = this.#takeReady()
    while (ready.length > 0) {
      for (const job of ready) this.#open(job)
      // A job that was skipped may be all that another one waited for.
      ready = this.#takeReady()
    }
    const legs = await Promise.all(
      [...this.#groups.values()].flatMap((group) => this.#seatLegs(group)),
    )
    for (const { group, leg } of legs) this.#start(group, leg)
  }

  #takeReady(): readonly Job[] {
    const ready = this.#pending.filter((job) => job.needs.every((id) => this.#needed(id)))
    for (const job of ready) this.#pending.splice(this.#pending.indexOf(job), 1)
    return ready
  }

  #open(job: Job): void {
    const needs = Object.fromEntries(job.needs.map((id) => [id, this.#needed(id) ?? skippedJob]))
    const scope = jobScope(this.#run, needs)
    try {
      const functions = statusFunctions(this.#statusFor(job))
      if (!evaluateCondition(job.condition, { ...scope, functions })) {
        return this.#settle(
          job,
          unstarted(job, undefined, this.#run.cancel.aborted ? 'cancelled' : 'skipped'),
        )
      }
      const strategy = readStrategy(job.strategy && evaluateTemplate(job.strategy, scope))
      this.#groups.set(job.id, new JobGroup(job, strategy, needs))
    } catch (error) {
      if (!(error instanceof WorkflowError)) throw error
      this.#fail(job, error)
    }
  }

  #seatLegs(group: JobGroup): readonly Promise<{ group: JobGroup; leg: JobLeg }>[] {
    const { job, strategy, needs } = group
    return group.takeReady().map(async (index) => {
      const leg = strategy.legs[index]
      const name = this.#nameOf(group, index)
      const seat = await Seat.take(this.#run.clock)
      const cancel = AbortSignal.any([group.stop, this.#run.cancel])
      return { group, leg: { job, strategy, needs, index, leg, name, seat, cancel } }
    })
  }

  #start(group: JobGroup, leg: JobLeg): void {
    const ended = runJob(this.#run, leg).then((result) => ({ group, leg, result }))
    this.#running.set(leg, ended)
  }

  #nameOf({ job, strategy, needs }: JobGroup, index: number): string {
    const leg = strategy.legs[index]
    if (job.name === undefined) return legName(job.id, leg)
    const { contexts } = jobScope(this.#run, needs)
    try {
      return evaluateText(job.name, { contexts: { ...contexts, matrix: leg ?? null } })
    } catch {
      return legName(job.id, leg)
    }
  }

  #statusFor(job: Job): { success: boolean; failure: boolean; cancelled: boolean } {
    const cancelled = this.#run.cancel.aborted
    const results = this.#ancestorsOf(job).map((id) => this.#needed(id)?.result)
    return {
      cancelled,
      failure: !cancelled && results.includes('failure'),
      success: !cancelled && results.every((result) => result === 'success'),
    }
  }

  /**
   * A failure applies to all jobs that follow, also where a job between them has run nevertheless.
   */
  #ancestorsOf(job: Job): readonly string[] {
    const parents = this.#run.workflow.jobs.filter(({ id }) => job.needs.includes(id))
    return parents.flatMap((parent) => [parent.id, ...this.#ancestorsOf(parent)])
  }

  #needed(id: string): NeededJob | undefined {
    const skipped = this.#skipped.get(id)
    if (skipped !== undefined) return { result: skipped.result, outputs: skipped.outputs }
    const group = this.#groups.get(id)
    return group?.isOver === true ? group.summary : undefined
  }

  #resultsOf(id: string): readonly JobResult[] {
    const skipped = this.#skipped.get(id)
    return skipped === undefined ? (this.#groups.get(id)?.results ?? []) : [skipped]
  }

  #settle(job: Job, result: JobResult): void {
    this.#skipped.set(job.id, result)
    this.#run.observer.jobEnded(result)
  }

  #fail(job: Job, error: Error): void {
    this.#run.observer.logged(job.id, { kind: 'error', text: error.message })
    this.#settle(job, { ...unstarted(job, undefined, 'skipped'), result: 'failure' })
  }
}

const skippedJob: NeededJob = { result: 'skipped', outputs: {} }
