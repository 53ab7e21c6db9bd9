import type { Task } from '@aws-sdk/client-ecs'
import { sleep } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import {
  containersOf,
  LogFollower,
  placeOfLog,
  type ContainerOfTask,
  type Definition,
  type LogLine,
  type LogPlace,
} from '@deploy-actions/ecs'
import { ContainerLog, type LastSeen } from './container-log.ts'
import { pauseSince } from './pace.ts'
import type { RunPlan } from './plan.ts'
import type { Work } from './work.ts'

/** After so many pages in a row there is a pause, however much there is to read. */
const pagesAtOnce = 10
const drainWithinMs = 120_000
/** What ended so long ago has nothing under way any more, whatever the clocks say. */
const longAgoMs = 300_000

/** A container of a task, for whoever asks where it writes. */
export function containerOf(
  definition: Definition,
  { taskArn = '', containers = [] }: Task,
  container: string,
): ContainerOfTask {
  const { runtimeId } = containers.find(({ name }) => name === container) ?? {}
  return { definition, container, taskId: nameFromArn(taskArn), arn: taskArn, runtimeId }
}

/** Where a person finds the log of the container that decides; undefined where it is in no place that is known. */
export function logUrl(
  { container }: Pick<RunPlan, 'container'>,
  definition: Definition | undefined,
  task: Task,
): string | undefined {
  if (definition === undefined) return undefined
  const place = placeOfLog(containerOf(definition, task, container))
  return 'obstacle' in place ? undefined : place.url
}

/** What the containers of a task write, shown as the input `logs` says. */
export class TaskLog {
  readonly #work: Work
  readonly #definition: Definition
  #logs: readonly ContainerLog[] = []
  /** Why logs are not read, by container. */
  #obstacles: ReadonlyMap<string, string> = new Map()

  /** `definition` is that which the task runs. */
  constructor(work: Work, definition: Definition) {
    this.#work = work
    this.#definition = definition
  }

  /** Takes note of a task as it is now: where a container writes may come to light with its start. */
  learn(task: Task): void {
    const { clients, inputs } = this.#work
    if (inputs.logs === 'off') return
    const known = new Set(this.#logs.map(({ container }) => container))
    const places = containersOf(this.#definition)
      .filter(({ name = '' }) => !known.has(name))
      .map(({ name = '' }) => placeOfLog(containerOf(this.#definition, task, name)))
    this.#obstacles = new Map(
      places.flatMap((place) => ('obstacle' in place ? [[place.container, place.obstacle]] : [])),
    )
    const found = places
      .filter((place): place is LogPlace => !('obstacle' in place))
      .map((place) => new ContainerLog(place.container, new LogFollower(clients, place)))
    this.#logs = [...this.#logs, ...found]
  }

  /** Reads and shows what comes, until it is told to end; never throws. */
  async follow(until: AbortSignal): Promise<void> {
    const begunAt = Date.now()
    while (!until.aborted) {
      await this.#read(until)
      // Woken by the end.
      await sleep(pauseSince(begunAt), until).catch(() => undefined)
    }
  }

  /** Reads on, once the task has ended, until nothing more comes, and says what was not read. */
  async drain(task: Task): Promise<void> {
    const { ecs, inputs, context } = this.#work
    const begunAt = Date.now()
    const deadline = begunAt + drainWithinMs
    const seen = lastSeen(task, begunAt)
    for (;;) {
      await this.#read(ecs.signal, deadline)
      const isDrained = this.#logs.every((log) => log.isDrained(seen(log.container)))
      if (isDrained || Date.now() >= deadline) break
      await sleep(1_000, ecs.signal)
    }
    if (inputs.logs === 'tail') {
      for (const { container, tail } of this.#logs) this.#print([{ container, lines: tail }])
    }
    const notes = this.#logs.map((log) => log.noteOn(seen(log.container).container))
    for (const note of [...notes, ...this.#obstacles.values()]) {
      if (note !== undefined) context.host.info(note)
    }
  }

  /** A page of each log after the other, each shown as it comes, so that lines of several containers stay in order. */
  async #read(signal: AbortSignal, deadline = Infinity): Promise<void> {
    let open = this.#logs
    for (let pages = 0; pages < pagesAtOnce; pages++) {
      if (open.length === 0 || signal.aborted || Date.now() >= deadline) return
      const found = await Promise.all(
        open.map(async (log) => ({ log, page: await log.read(signal) })),
      )
      if (this.#work.inputs.logs === 'stream') {
        this.#print(found.map(({ log, page }) => ({ container: log.container, lines: page.lines })))
      }
      open = found.filter(({ page }) => !page.isEnd).map(({ log }) => log)
    }
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

/** What was last seen of each container; a task that ended long ago has nothing under way. */
function lastSeen(task: Task, now: number): (container: string) => LastSeen {
  const { containers = [], desiredStatus, executionStoppedAt, stoppedAt } = task
  const told = Number(executionStoppedAt ?? stoppedAt ?? now)
  const endedAt = now - told > longAgoMs ? undefined : now
  return (wanted) => {
    const container = containers.find(({ name }) => name === wanted)
    const isEnding = desiredStatus === 'STOPPED' || container?.exitCode !== undefined
    return { container, isEnding, endedAt }
  }
}
