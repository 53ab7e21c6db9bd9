import { WorkflowError } from '../workflow-error.ts'

/** One combination of a matrix. */
export type MatrixLeg = Readonly<Record<string, unknown>>

/** A strategy, evaluated. Without a matrix it has one leg, which is undefined. */
export interface Strategy {
  readonly legs: readonly (MatrixLeg | undefined)[]
  readonly failFast: boolean
  readonly maxParallel: number
}

/** Reads an evaluated `strategy`. Throws a WorkflowError for a matrix that makes no sense. */
export function readStrategy(strategy: unknown): Strategy {
  const value = asRecord(strategy)
  const matrix = value['matrix']
  const legs = matrix === undefined ? [undefined] : expandMatrix(asRecord(matrix))
  const maxParallel = Number(value['max-parallel'] ?? legs.length)
  return { legs, failFast: value['fail-fast'] !== false, maxParallel: Math.max(1, maxParallel) }
}

/**
 * All combinations of a matrix after `exclude` and `include`, by the rules of
 * https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 */
export function expandMatrix(matrix: Readonly<Record<string, unknown>>): readonly MatrixLeg[] {
  const { include, exclude, ...axes } = matrix
  const combined = combine(axes).filter(
    (leg) => !listOf(exclude).some((pattern) => matches(leg, pattern)),
  )
  const added: MatrixLeg[] = []
  const extended: Record<string, unknown>[] = combined.map((leg) => ({ ...leg }))
  for (const extra of listOf(include)) {
    const hosts = extended.filter((_, index) => canHost(combined[index] ?? {}, extra))
    if (hosts.length === 0) added.push(extra)
    for (const host of hosts) Object.assign(host, extra)
  }
  return [...extended, ...added]
}

function combine(axes: Readonly<Record<string, unknown>>): readonly MatrixLeg[] {
  const names = Object.keys(axes)
  if (names.length === 0) return []
  return names.reduce<readonly MatrixLeg[]>(
    (legs, name) => {
      const values = axes[name]
      if (!Array.isArray(values) || values.length === 0) {
        throw new WorkflowError(
          `The matrix vector '${name}' is not a list with at least one value.`,
        )
      }
      return legs.flatMap((leg) => values.map((value: unknown) => ({ ...leg, [name]: value })))
    },
    [{}],
  )
}

/**
 * An include extends a combination when it would overwrite none of the combination's own values.
 */
function canHost(leg: MatrixLeg, extra: MatrixLeg): boolean {
  return Object.entries(extra).every(([key, value]) => !(key in leg) || same(leg[key], value))
}

function matches(leg: MatrixLeg, pattern: MatrixLeg): boolean {
  return Object.entries(pattern).every(([key, value]) => same(leg[key], value))
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

function listOf(value: unknown): readonly MatrixLeg[] {
  return Array.isArray(value) ? value.map(asRecord) : []
}

function asRecord(value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value ?? {}))
}
