import { InvalidValue, under, type Fill, type Problem } from '@deploy-actions/action-kit'
import { NormalizedSchema } from '@smithy/core/schema'
import type { $SchemaRef } from '@smithy/types'

/**
 * Puts variables into every text of a value that is meant for a request of the SDK. A text that is nothing but
 * one reference becomes a number, or true or false, where the shape wants that. Throws InvalidValue
 * with the problems of all texts.
 */
export function fillShape(schema: $SchemaRef, value: unknown, fill: Fill): unknown {
  const problems: Problem[] = []
  const filled = walk({ schema: NormalizedSchema.of(schema), value, path: '' }, fill, problems)
  if (problems.length > 0) throw new InvalidValue(problems)
  return filled
}

interface Node {
  /** Undefined below a key that the shape does not have. */
  readonly schema: NormalizedSchema | undefined
  readonly value: unknown
  readonly path: string
}

function walk({ schema, value, path }: Node, fill: Fill, problems: Problem[]): unknown {
  if (typeof value === 'string') return fillText({ schema, text: value, path }, fill, problems)
  if (Array.isArray(value)) {
    const item = schema?.isListSchema() ? schema.getValueSchema() : undefined
    return value.map((one: unknown, i) =>
      walk({ schema: item, value: one, path: `${path}[${i}]` }, fill, problems),
    )
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`
    return [key, walk({ schema: memberOf(schema, key), value: one, path: at }, fill, problems)]
  })
  return Object.fromEntries(entries) as unknown
}

function memberOf(schema: NormalizedSchema | undefined, key: string): NormalizedSchema | undefined {
  if (schema?.isMapSchema()) return schema.getValueSchema()
  return schema?.isStructSchema() ? new Map(schema.structIterator()).get(key) : undefined
}

function fillText(
  { schema, text, path }: Omit<Node, 'value'> & { readonly text: string },
  fill: Fill,
  problems: Problem[],
): unknown {
  try {
    const filled = fill(text)
    return /^\$\{[^{}]*\}$/.test(text.trim()) ? converted(schema, filled) : filled
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    problems.push(...error.problems.map((problem) => under(path, problem)))
    return text
  }
}

function converted(schema: NormalizedSchema | undefined, text: string): unknown {
  if (schema?.isNumericSchema() && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (schema?.isBooleanSchema() && /^(true|false)$/.test(text)) return text === 'true'
  return text
}
