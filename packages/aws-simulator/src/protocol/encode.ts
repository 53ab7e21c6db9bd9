import type { NormalizedSchema } from '@smithy/core/schema'

/**
 * Turns what a model answers into the JSON of the wire, by the SDK's schema of the answer: moments
 * become seconds since 1970, absent members are left out. A member that AWS does not have is a fault
 * of the simulator and throws.
 */
export function encodeOutput(schema: NormalizedSchema, value: unknown, path = ''): unknown {
  if (value === undefined || value === null) return undefined
  if (value instanceof Date) return value.getTime() / 1000
  if (schema.isListSchema() && Array.isArray(value)) {
    const element = schema.getValueSchema()
    return value.map((item) => encodeOutput(element, item, `${path}[]`))
  }
  if (typeof value !== 'object') return value
  const entries = Object.entries(value)
  if (schema.isMapSchema()) {
    const element = schema.getValueSchema()
    return Object.fromEntries(
      entries.map(([name, item]) => [name, encodeOutput(element, item, path)]),
    )
  }
  if (schema.isStructSchema()) return encodeStruct(schema, entries, path)
  return value
}

function encodeStruct(
  schema: NormalizedSchema,
  entries: readonly (readonly [string, unknown])[],
  path: string,
): Record<string, unknown> {
  const members = new Map(schema.structIterator())
  const encoded: Record<string, unknown> = {}
  for (const [name, item] of entries) {
    const member = members.get(name)
    if (member === undefined) {
      throw new Error(
        `The simulator answers ${schema.getName()}${path}.${name}, which AWS has not.`,
      )
    }
    const wire = encodeOutput(member, item, `${path}.${name}`)
    if (wire !== undefined) encoded[name] = wire
  }
  return encoded
}
