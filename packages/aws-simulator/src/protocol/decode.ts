import type { NormalizedSchema } from '@smithy/core/schema'
import { AwsError } from './aws-error.ts'

/**
 * Turns the JSON of a request into what the SDK's types promise, or refuses it as the service does: a
 * value of the wrong type with a SerializationException; a missing or unknown member with
 * `errorName`. Every refusal names the full path.
 */
export function decodeInput(schema: NormalizedSchema, value: unknown, errorName: string): unknown {
  return new Decoder(errorName).decode(schema, value, [])
}

type Path = readonly (string | number)[]

/** A parameter that the schema does not allow, and where in the request it stands. */
export class ParameterError extends AwsError {
  readonly path: Path

  constructor(name: string, message: string, path: Path) {
    super(name, message)
    this.path = path
  }
}

class Decoder {
  readonly #errorName: string

  constructor(errorName: string) {
    this.#errorName = errorName
  }

  decode(schema: NormalizedSchema, value: unknown, path: Path): unknown {
    if (schema.isStructSchema()) return this.#struct(schema, asObject(value, path), path)
    if (schema.isListSchema()) {
      const element = schema.getValueSchema()
      return asList(value, path).map((item, index) => this.decode(element, item, [...path, index]))
    }
    if (schema.isMapSchema()) {
      const element = schema.getValueSchema()
      const entries = Object.entries(asObject(value, path))
      return Object.fromEntries(entries.map(([k, v]) => [k, this.decode(element, v, [...path, k])]))
    }
    if (schema.isTimestampSchema()) return new Date(asType(value, 'number', path) * 1000)
    if (schema.isStringSchema()) return asType(value, 'string', path)
    if (schema.isNumericSchema()) return asType(value, 'number', path)
    if (schema.isBooleanSchema()) return asType(value, 'boolean', path)
    if (schema.isBlobSchema()) return Buffer.from(asType(value, 'string', path), 'base64')
    return value
  }

  #struct(schema: NormalizedSchema, value: Record<string, unknown>, path: Path): unknown {
    const members = new Map(schema.structIterator())
    const unknown = Object.keys(value).find((name) => !members.has(name))
    if (unknown !== undefined) {
      const known = [...members.keys()].join(', ')
      const message = `Unknown parameter ${at([...path, unknown])}, must be one of: ${known}`
      throw new ParameterError(this.#errorName, message, [...path, unknown])
    }
    const missing = requiredMembers(schema).find((name) => isAbsent(value[name]))
    if (missing !== undefined) {
      const message = `Missing required parameter ${at([...path, missing])}`
      throw new ParameterError(this.#errorName, message, path)
    }
    const decoded: Record<string, unknown> = {}
    for (const [name, member] of members) {
      const given = value[name]
      if (!isAbsent(given)) decoded[name] = this.decode(member, given, [...path, name])
    }
    return decoded
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

/** A struct's schema is [3, namespace, name, traits, names, members, count]: the first `count` are required. */
function requiredMembers(schema: NormalizedSchema): readonly string[] {
  const raw: unknown = schema.getSchema()
  if (!Array.isArray(raw)) return []
  const names: unknown = raw[4]
  const count: unknown = raw[6]
  return Array.isArray(names) && typeof count === 'number' ? names.slice(0, count).map(String) : []
}

function asObject(value: unknown, path: Path): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrongType(value, 'an object', path)
  }
  // Narrowed above: an object of JSON has string keys.
  return value as Record<string, unknown>
}

function asList(value: unknown, path: Path): readonly unknown[] {
  if (!Array.isArray(value)) throw wrongType(value, 'a list', path)
  return value
}

interface Primitives {
  string: string
  number: number
  boolean: boolean
}

function asType<Name extends keyof Primitives>(value: unknown, name: Name, path: Path) {
  if (typeof value !== name) throw wrongType(value, `a ${name}`, path)
  // `typeof` has just said so.
  return value as Primitives[Name]
}

function wrongType(value: unknown, expected: string, path: Path): ParameterError {
  const found = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value
  const message = `${found.toUpperCase()}_VALUE can not be converted to ${expected} at ${at(path)}`
  return new ParameterError('SerializationException', message, path)
}

function at(path: Path): string {
  if (path.length === 0) return 'the request'
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}
