import { nearest, type Problem } from '@deploy-actions/action-kit'
import { NormalizedSchema } from '@smithy/core/schema'
import type { $SchemaRef } from '@smithy/types'

/**
 * Holds a value against a request shape of the SDK and gives all that is wrong, with paths such as
 * `containerDefinitions[0].image`. The SDK itself drops unknown keys silently, and AWS answers
 * wrong types with the first one only. Values are never repeated.
 */
export function checkShape(schema: $SchemaRef, value: unknown): readonly Problem[] {
  return check(NormalizedSchema.of(schema), value, '')
}

function check(schema: NormalizedSchema, value: unknown, path: string): readonly Problem[] {
  if (schema.isDocumentSchema()) return []
  if (schema.isStructSchema()) return checkStructure(schema, value, path)
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) return [wrongType(path, 'a list', value)]
    return value.flatMap((item, i) => check(schema.getValueSchema(), item, `${path}[${i}]`))
  }
  if (schema.isMapSchema()) {
    if (!isMapping(value)) return [wrongType(path, 'a mapping', value)]
    return Object.entries(value).flatMap(([key, item]) =>
      check(schema.getValueSchema(), item, join(path, key)),
    )
  }
  const scalar = scalarOf(schema)
  return scalar === undefined || typeof value === scalar.type
    ? []
    : [wrongType(path, scalar.words, value)]
}

function scalarOf(
  schema: NormalizedSchema,
): { readonly type: string; readonly words: string } | undefined {
  if (schema.isStringSchema()) return { type: 'string', words: 'text' }
  if (schema.isBooleanSchema()) return { type: 'boolean', words: 'true or false' }
  return schema.isNumericSchema() ? { type: 'number', words: 'a number' } : undefined
}

function checkStructure(
  schema: NormalizedSchema,
  value: unknown,
  path: string,
): readonly Problem[] {
  if (!isMapping(value)) return [wrongType(path, 'a mapping', value)]
  const members = new Map(schema.structIterator())
  const unknown = Object.keys(value).filter((key) => !members.has(key))
  const missing = requiredMembers(schema).filter((key) => value[key] === undefined)
  return [
    ...unknown.map((key) => unknownKey(join(path, key), key, [...members.keys()])),
    ...missing.map((key) => ({ path: join(path, key), message: 'is required' })),
    ...[...members].flatMap(([key, member]) =>
      key in value ? check(member, value[key], join(path, key)) : [],
    ),
  ]
}

/** In the SDK's schemas the required members come first, and the seventh entry counts them. */
function requiredMembers(schema: NormalizedSchema): readonly string[] {
  const raw: unknown = schema.getSchema()
  if (!Array.isArray(raw)) return []
  const names: unknown = raw[4]
  const required: unknown = raw[6]
  if (!Array.isArray(names) || typeof required !== 'number') return []
  return names.slice(0, required).map(String)
}

function wrongType(path: string, expected: string, value: unknown): Problem {
  const hint = expected === 'text' && typeof value !== 'object' ? ': put it in quotes' : ''
  return { path, message: `must be ${expected}, and is ${nameOfType(value)}${hint}` }
}

function unknownKey(path: string, key: string, known: readonly string[]): Problem {
  const guess = nearest(key, known)
  const hint = guess === undefined ? '' : `: did you mean ${guess}?`
  return { path, message: `is not a key that AWS knows${hint}` }
}

function nameOfType(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string' ? 'text' : `a ${typeof value}`
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
