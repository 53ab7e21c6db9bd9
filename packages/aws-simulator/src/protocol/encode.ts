import type { NormalizedSchema } from '@smithy/core/schema'

/**
 * Turns what a model answers into the JSON of the wire, by the SDK's schema of the answer: moments
 * become seconds since 1970, bytes base64, absent members are left out. A member that AWS does not have is a fault
 * of the simulator and throws.
 */
export function encodeOutput(schema: NormalizedSchema, value: unknown, path = ''): unknown {
  if (value === undefined || value === null) return undefined
  if (value instanceof Date) return value.getTime() / 1000
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
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
      throw notOfAws(`${schema.getName()}${path}.${name}`)
    }
    const wire = encodeOutput(member, item, `${path}.${name}`)
    if (wire !== undefined) encoded[name] = wire
  }
  return encoded
}

/** An answer that the SDK's schema does not have would reach nobody. */
export function notOfAws(member: string): Error {
  return new Error(`The simulator answers ${member}, which AWS has not.`)
}
