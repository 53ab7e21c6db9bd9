import type { Log } from '@deploy-actions/action-kit'
import {
  describeDeath,
  elapsedColumn,
  eventLine,
  progressLine,
  type RolloutNews,
  type RolloutStatus,
  type TaskDeath,
} from '@deploy-actions/ecs'

/** A stretch of time in which a rollout had one status. Times are milliseconds since the epoch. */
export interface Phase {
  readonly status: RolloutStatus
  readonly from: number
}

/** Prints the news of a rollout as it comes, and keeps what the report tells afterwards. */
export class RolloutRecord {
  readonly deaths: TaskDeath[] = []
  readonly events: string[] = []
  readonly phases: Phase[] = []
  /** When the deployment began, by the clock of AWS: milliseconds since the epoch. */
  readonly begunAt: number
  /** Whether this step has begun to go back. */
  isBeingTakenBack = false
  readonly #eventIds = new Set<string>()
  readonly #aheadOfUs: number
  readonly #log: Log

  constructor(log: Log, begunAt: number) {
    this.#log = log
    this.begunAt = begunAt
    this.#aheadOfUs = begunAt - Date.now()
  }

  /** The time by the clock of AWS, as far as this machine can tell: milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.#aheadOfUs
  }

  readonly take = (news: RolloutNews): void => {
    switch (news.kind) {
      case 'state':
        return this.#takeState(news)
      case 'event':
        if (this.#eventIds.has(news.id)) return undefined
        this.#eventIds.add(news.id)
        this.events.push(news.message)
        return this.#log.info(eventLine(news.message, news.at - this.begunAt))
      case 'death':
        if (this.deaths.some(({ taskId }) => taskId === news.death.taskId)) return undefined
        this.deaths.push(news.death)
        return this.#log.info(
          `${elapsedColumn(news.death.stoppedAt - this.begunAt)}task ${news.death.taskId.slice(0, 8)} died: ${describeDeath(news.death)}`,
        )
      case 'not-read':
        return this.#log.info(news.why)
    }
  }

  #takeState({ before, state }: RolloutNews & { kind: 'state' }): void {
    const now = this.now()
    const line = progressLine(before, state, now - this.begunAt)
    if (line !== undefined) this.#log.info(line)
    if (this.phases.at(-1)?.status !== state.status)
      this.phases.push({ status: state.status, from: now })
  }
}
