import type { NormalizedSchema } from '@smithy/core/schema'
import { notOfAws } from './encode.ts'
import { xmlElement, xmlText } from './xml.ts'

/**
 * Writes what a model answers as elements, by the SDK's schema of the answer: moments in ISO 8601, lists
 * as `member` elements, maps as `entry`, bytes in base64; absent members are left out.
 */
export function xmlOutput(schema: NormalizedSchema, value: unknown): string {
  if (value instanceof Date) return xmlText(value.toISOString().replace('.000Z', 'Z'))
  if (value instanceof Uint8Array) return xmlText(Buffer.from(value).toString('base64'))
  if (schema.isListSchema() && Array.isArray(value)) {
    const element = schema.getValueSchema()
    return value.map((item) => member(element, wireName(element) ?? 'member', item)).join('')
  }
  if (typeof value !== 'object' || value === null) return xmlText(String(value))
  if (schema.isMapSchema()) {
    return mapEntries(schema, value)
      .map((entry) => xmlElement('entry', entry))
      .join('')
  }
  return struct(schema, value)
}

function struct(schema: NormalizedSchema, value: object): string {
  const members = new Map(schema.structIterator())
  return Object.entries(value)
    .map(([name, item]: [string, unknown]) => {
      const known = members.get(name)
      if (known === undefined) throw notOfAws(`${schema.getName()}.${name}`)
      if (item === undefined || item === null) return ''
      return member(known, wireName(known) ?? name, item)
    })
    .join('')
}

/** An element of this name, or as many as there are items where the schema flattens them. */
function member(schema: NormalizedSchema, name: string, value: unknown): string {
  if (schema.getMergedTraits().xmlFlattened === undefined) {
    return xmlElement(name, xmlOutput(schema, value))
  }
  if (Array.isArray(value)) {
    const element = schema.getValueSchema()
    return value.map((item) => xmlElement(name, xmlOutput(element, item))).join('')
  }
  return mapEntries(schema, value ?? {})
    .map((entry) => xmlElement(name, entry))
    .join('')
}

function mapEntries(schema: NormalizedSchema, value: object): readonly string[] {
  const element = schema.getValueSchema()
  const keyName = wireName(schema.getKeySchema()) ?? 'key'
  const valueName = wireName(element) ?? 'value'
  return Object.entries(value).map(
    ([key, item]: [string, unknown]) =>
      xmlElement(keyName, xmlText(key)) + xmlElement(valueName, xmlOutput(element, item)),
  )
}

function wireName(schema: NormalizedSchema): string | undefined {
  return schema.getMergedTraits().xmlName
}
