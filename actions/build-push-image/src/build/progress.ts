/** A step of a build as buildx tells it. */
export interface BuildStep {
  readonly name: string
  /** Milliseconds since the epoch, as its lines arrived. */
  readonly startedAt: number
  endedAt: number
  isCached: boolean
  /** And the build with it. */
  hasFailed: boolean
  /** What it printed last. */
  readonly lines: string[]
}

const mostLines = 30

/** Reads what buildx prints with `--progress=plain`, line by line. */
export class BuildProgress {
  readonly #steps = new Map<string, BuildStep>()

  /** Takes a line that arrives at this moment, in milliseconds since the epoch. */
  read(line: string, now: number): void {
    // What has the number 0 is said of the builder.
    const match = /^#([1-9]\d*) (.*)$/.exec(line)
    const [, id = '', rest = ''] = match ?? []
    if (match === null) return
    const step = this.#steps.get(id)
    if (step === undefined) {
      const name = rest.trim()
      this.#steps.set(id, newStep(name, now))
      return
    }
    step.endedAt = now
    if (/^CACHED\b/.test(rest)) step.isCached = true
    else if (/^ERROR\b/.test(rest)) step.hasFailed = !isOptional(step)
    const printed = /^\d+\.\d+ (.*)$/.exec(rest)?.[1]
    if (printed !== undefined) step.lines.push(printed)
    if (step.lines.length > mostLines) step.lines.shift()
  }

  /** In the order in which they began. */
  get steps(): readonly BuildStep[] {
    return [...this.#steps.values()]
  }
}

/** A cache that is not there yet fails to be imported, and nothing fails by that. */
function isOptional({ name }: BuildStep): boolean {
  return name.startsWith('importing cache')
}

function newStep(name: string, now: number): BuildStep {
  return { name, startedAt: now, endedAt: now, isCached: false, hasFailed: false, lines: [] }
}
