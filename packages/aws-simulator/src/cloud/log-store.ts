/** A line as CloudWatch Logs keeps it; moments in milliseconds since 1970. */
export interface LogEvent {
  readonly timestampMs: number
  readonly message: string
}

export interface LogStream {
  readonly name: string
  readonly createdMs: number
  readonly events: LogEvent[]
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

  /** With `declared` groups nothing may log to others; without, a group is made at its first use. */
  constructor(declared: readonly string[] | undefined, nowMs: number) {
    this.#makesGroups = declared === undefined
    for (const name of declared ?? []) this.#createGroup(name, nowMs)
  }

  /** Opens the stream of a container; returns undefined when its group is missing and not to be made. */
  openStream(names: { group: string; stream: string; mayCreateGroup: boolean }, nowMs: number) {
    const { group: groupName, stream: name, mayCreateGroup } = names
    const isToBeMade = this.#makesGroups || mayCreateGroup
    const group =
      this.groups.get(groupName) ?? (isToBeMade ? this.#createGroup(groupName, nowMs) : undefined)
    if (group === undefined) return undefined
    const stream: LogStream = { name, createdMs: nowMs, events: [] }
    group.streams.set(name, stream)
    return stream
  }

  #createGroup(name: string, createdMs: number): LogGroup {
    const group: LogGroup = { name, createdMs, streams: new Map() }
    this.groups.set(name, group)
    return group
  }
}
