import { sleep } from '@deploy-actions/action-kit'
import { followLogs, type LogFollower, type LogLine } from '@deploy-actions/ecs'
import type { Work } from './work.ts'

/** Lines of each container that are shown at the end with `logs: tail`. */
const tailLength = 50

/** Lines arrive some seconds after they were written: this long after the last one none is expected. */
const quietMs = 6_000
/** While nothing at all has come of a container that was run, its log may only be late. */
const silenceMs = 20_000
const drainWithinMs = 120_000

/** What the containers of a task write, shown as the input `logs` says. */
export class TaskLog {
  readonly #work: Work
  readonly #followers: readonly LogFollower[]
  readonly #tails = new Map<string, LogLine[]>()
  #lastLineAt = 0
  #longestDelayMs = 0

  constructor(work: Work, taskArn: string) {
    const { inputs, clients, plan } = work
    this.#work = work
    const { definition } = plan
    this.#followers = inputs.logs === 'off' ? [] : followLogs(clients, { definition, taskArn })
  }

  /** Reads what is new, and prints it where lines are shown as they come. */
  async read(): Promise<void> {
    const { ecs, inputs } = this.#work
    const read = this.#followers.map(async ({ container }, i) => ({
      container,
      lines: (await this.#followers[i]?.readNew(ecs.signal)) ?? [],
    }))
    const found = await Promise.all(read)
    for (const { container, lines } of found) this.#keep(container, lines)
    if (inputs.logs === 'stream') this.#print(found)
  }

  /** Reads on until nothing more comes, and says what was not read. */
  async drain({ hasRun }: { readonly hasRun: boolean }): Promise<void> {
    const { ecs, context, inputs } = this.#work
    const begun = Date.now()
    while (this.#followers.some(({ note }) => note === undefined)) {
      await this.read()
      const now = Date.now()
      const quiet = now - Math.max(begun, this.#lastLineAt) >= this.#quietMs(hasRun)
      if (quiet || now - begun >= drainWithinMs) break
      await sleep(1_000, ecs.signal)
    }
    if (inputs.logs === 'tail') {
      for (const [container, lines] of this.#tails) this.#print([{ container, lines }])
    }
    for (const { note } of this.#followers) if (note !== undefined) context.host.info(note)
  }

  /** How long it has to be quiet until no line is expected: twice what lines have taken so far. */
  #quietMs(hasRun: boolean): number {
    const isSilent = this.#tails.size === 0
    if (isSilent) return hasRun ? silenceMs : 0
    return Math.max(quietMs, 2 * this.#longestDelayMs)
  }

  #keep(container: string, lines: readonly LogLine[]): void {
    if (lines.length === 0) return
    this.#lastLineAt = Date.now()
    for (const { lateByMs } of lines) {
      this.#longestDelayMs = Math.max(this.#longestDelayMs, lateByMs)
    }
    const tail = [...(this.#tails.get(container) ?? []), ...lines].slice(-tailLength)
    this.#tails.set(container, tail)
  }

  /**
   * Prints lines in the order in which they were written. The name before each line tells containers apart, and keeps a line
   * from being a workflow command.
   */
  #print(found: readonly { readonly container: string; readonly lines: readonly LogLine[] }[]) {
    const all = found.flatMap(({ container, lines }) =>
      lines.map(({ text, writtenAt }) => ({ text: `${container} | ${text}`, writtenAt })),
    )
    // Lines of one moment stay as they are: those of one container are in order already.
    const sorted = found.length > 1 ? all.toSorted((a, b) => a.writtenAt - b.writtenAt) : all
    for (const { text } of sorted) this.#work.context.host.info(text)
  }
}
