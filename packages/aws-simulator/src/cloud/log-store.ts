/** A line as CloudWatch Logs keeps it; moments in milliseconds since 1970. */
export interface LogEvent {
  readonly timestampMs: number
  /** When it could first be read. */
  readonly ingestedMs: number
  readonly message: string
}

/** The lines of one container: each arrives some time after it was printed, the stream with the first moment of its own. */
export class LogStream {
  readonly name: string
  readonly createdMs: number
  readonly #arrivalMs: number
  readonly #events: LogEvent[] = []

  constructor(name: string, { createdMs, arrivalMs }: { createdMs: number; arrivalMs: number }) {
    this.name = name
    this.createdMs = createdMs
    this.#arrivalMs = arrivalMs
  }

  /** Lines are sent in the order of printing, so that one that is late keeps those after it waiting. */
  print(message: string, timestampMs: number, arrivalMs = this.#arrivalMs): void {
    const earlierMs = this.#events.at(-1)?.ingestedMs ?? 0
    const ingestedMs = Math.max(earlierMs, timestampMs + arrivalMs)
    this.#events.push({ timestampMs, ingestedMs, message })
  }

  /** Whether it can be found yet. */
  isThere(nowMs: number): boolean {
    return this.createdMs + this.#arrivalMs <= nowMs
  }

  /** What can be read by now, in the order of printing. */
  arrived(nowMs: number): readonly LogEvent[] {
    return this.#events.filter(({ ingestedMs }) => ingestedMs <= nowMs)
  }
}

export interface LogGroup {
  readonly name: string
  readonly createdMs: number
  readonly streams: Map<string, LogStream>
}

/** The log groups of the account. */
export class LogStore {
  readonly groups = new Map<string, LogGroup>()
  readonly #makesGroups: boolean
  readonly #arrivalMs: number

  /** With `declared` groups nothing may log to others; without, a group is made at its first use. */
  constructor(
    declared: readonly string[] | undefined,
    { nowMs, arrivalMs }: { nowMs: number; arrivalMs: number },
  ) {
    this.#makesGroups = declared === undefined
    this.#arrivalMs = arrivalMs
    for (const name of declared ?? []) this.#createGroup(name, nowMs)
  }

  /**
   * The groups whose names begin so, in the order of their names. Where none are declared every group is there to whoever
   * asks for it: tasks may log to it.
   */
  matching(prefix: string): readonly LogGroup[] {
    const found = [...this.groups.values()].filter(({ name }) => name.startsWith(prefix))
    const isMissing = prefix !== '' && !this.groups.has(prefix)
    const asked: readonly LogGroup[] =
      this.#makesGroups && isMissing ? [{ name: prefix, createdMs: 0, streams: new Map() }] : []
    return [...found, ...asked].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Opens the stream of a container; returns undefined when its group is missing and not to be made. */
  openStream(names: { group: string; stream: string; mayCreateGroup: boolean }, nowMs: number) {
    const { group: groupName, stream: name, mayCreateGroup } = names
    const isToBeMade = this.#makesGroups || mayCreateGroup
    const group =
      this.groups.get(groupName) ?? (isToBeMade ? this.#createGroup(groupName, nowMs) : undefined)
    if (group === undefined) return undefined
    const stream = new LogStream(name, { createdMs: nowMs, arrivalMs: this.#arrivalMs })
    group.streams.set(name, stream)
    return stream
  }

  #createGroup(name: string, createdMs: number): LogGroup {
    const group: LogGroup = { name, createdMs, streams: new Map() }
    this.groups.set(name, group)
    return group
  }
}
