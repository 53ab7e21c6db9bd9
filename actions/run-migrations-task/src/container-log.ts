import type { Container } from '@aws-sdk/client-ecs'
import type { LogFollower, LogLine, LogPage } from '@deploy-actions/ecs'

/** Lines of each container that are shown at the end with `logs: tail`. */
const tailLength = 50

/** Lines arrive some seconds after they were written: this long after the last one none is expected. */
const quietMs = 15_000
/** While nothing at all has come of a container that was run, its log may only be late. */
const silenceMs = 20_000

/** A container as it was when the step stopped looking at its task. */
export interface LastSeen {
  readonly container: Container | undefined
  /** Whether it was told to end, or has ended. */
  readonly isEnding: boolean
  /** When that was, in milliseconds since the epoch; undefined for so long ago that nothing of it is under way. */
  readonly endedAt: number | undefined
}

/** The log of one container, and what has come of it so far. */
export class ContainerLog {
  readonly container: string
  tail: readonly LogLine[] = []
  readonly #follower: LogFollower
  #lastLineAt = 0
  #longestDelayMs = 0
  /** When the latest look began that has found the end of the log. */
  #endReadAt = 0

  constructor(container: string, follower: LogFollower) {
    this.container = container
    this.#follower = follower
  }

  /** The next lines; never throws. */
  async read(signal: AbortSignal): Promise<LogPage> {
    const begunAt = Date.now()
    const page = await this.#follower.readPage(signal)
    if (page.isEnd && page.isAnswered) this.#endReadAt = begunAt
    if (page.lines.length > 0) this.#lastLineAt = Date.now()
    for (const { lateByMs } of page.lines) {
      this.#longestDelayMs = Math.max(this.#longestDelayMs, lateByMs)
    }
    this.tail = [...this.tail, ...page.lines].slice(-tailLength)
    return page
  }

  /** Whether no line is expected any more: it was quiet for twice as long as lines have taken so far. */
  isDrained({ container, isEnding, endedAt }: LastSeen): boolean {
    if (!this.#follower.isReadable) return true
    if (endedAt === undefined) return this.#endReadAt > 0
    // What goes on beside the container that decides is not waited for.
    const lastAt = isEnding ? Math.max(endedAt, this.#lastLineAt) : endedAt
    return this.#endReadAt >= lastAt + this.#patienceMs(hasRun(container))
  }

  #patienceMs(wasRun: boolean): number {
    if (this.tail.length > 0) return Math.max(quietMs, 2 * this.#longestDelayMs)
    return wasRun ? silenceMs : 0
  }

  /** What is to be said of it at the end, where not all may have been shown. */
  noteOn(container: Container | undefined): string | undefined {
    const { trouble, place } = this.#follower
    if (trouble !== undefined) return trouble
    return hasRun(container) && this.tail.length === 0
      ? `Nothing has come of the log of ${this.container} (stream ${place.stream} in ${place.group}).`
      : undefined
  }
}

/** Whether a container was begun at all. */
export function hasRun({ runtimeId, exitCode }: Container = {}): boolean {
  return runtimeId !== undefined || exitCode !== undefined
}
