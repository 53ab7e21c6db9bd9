/** What is at most allowed: `ratio` of the medians of ours and the peer's, others in the unit. */
export interface Target {
  readonly ratio?: number
  readonly median?: number
  readonly worst?: number
}

/** Something that was measured several times, for us and where possible for a peer. */
export interface Measurement {
  readonly what: string
  readonly unit: 'ms' | 's' | 'per minute'
  readonly ours: readonly number[]
  readonly peer?: readonly number[]
  readonly target?: Target
  /** Why the figures are none, or do not count. */
  readonly fault?: string
}

/** Measurements that belong together, with what they have in common. */
export interface Group {
  readonly title: string
  readonly measurements: readonly Measurement[]
}

export interface Figures {
  readonly median: number
  readonly worst: number
}

/** Median and worst of some values, where more is worse; undefined without a value. */
export function figuresOf(values: readonly number[] = []): Figures | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  const worst = sorted.at(-1)
  if (low === undefined || high === undefined || worst === undefined) return undefined
  return { median: (low + high) / 2, worst }
}

/** How many times as much as the peer's our median is; undefined where one of the two is missing. */
export function ratioOf({ ours, peer }: Measurement): number | undefined {
  const [own, other] = [figuresOf(ours), figuresOf(peer)]
  return own && other && other.median > 0 ? own.median / other.median : undefined
}

/** What keeps a measurement from its target, a sentence part for each; empty where it is met. */
export function missesOf(measurement: Measurement): readonly string[] {
  const { target, fault, ours } = measurement
  if (target === undefined) return []
  if (fault !== undefined) return [fault]
  const found = { ...figuresOf(ours), ratio: ratioOf(measurement) }
  return (['ratio', 'median', 'worst'] as const).flatMap((name) => {
    const [limit, value] = [target[name], found[name]]
    if (limit === undefined || (value !== undefined && value <= limit)) return []
    return [`${name} ${value?.toFixed(2) ?? 'unknown'}, and at most ${limit} is allowed`]
  })
}
