import type { ErrorObject } from 'ajv'
import type { PathProblem, WorldPath } from './world-source.ts'

/** Says in plain words what the schema of worlds found wrong: one problem for each wrong part. */
export function pathProblems(faults: readonly ErrorObject[]): readonly PathProblem[] {
  const problems = new Map<string, PathProblem>()
  for (const fault of faults) {
    // Of several alternatives each complains; that none of them fits is a fault of its own.
    if (fault.schemaPath.includes('/anyOf/')) continue
    const path: WorldPath = fault.instancePath.split('/').slice(1).map(unescapeStep)
    const name = path.length === 0 ? 'The world' : `"${path.join('.')}"`
    const extra = parameter(fault, 'additionalProperty')
    const key = [fault.instancePath, extra ?? parameter(fault, 'missingProperty')].join(' ')
    if (problems.has(key)) continue
    problems.set(key, {
      path: extra === undefined ? path : [...path, extra],
      problem: `${name} ${explain(fault)}.`,
    })
  }
  return [...problems.values()]
}

function unescapeStep(step: string): string | number {
  const text = step.replaceAll('~1', '/').replaceAll('~0', '~')
  return /^\d+$/.test(text) ? Number(text) : text
}

function parameter({ params }: ErrorObject, name: string): string | undefined {
  const value: unknown = params[name]
  return typeof value === 'string' ? value : undefined
}

function explain(fault: ErrorObject): string {
  const extra = parameter(fault, 'additionalProperty')
  if (extra !== undefined) return `has no "${extra}"${knownKeys(fault)}`
  const missing = parameter(fault, 'missingProperty')
  if (missing !== undefined) return `needs "${missing}"`
  const allowed: unknown = fault.params['allowedValues']
  if (Array.isArray(allowed)) return `must be one of ${allowed.join(', ')}`
  if (isUnquoted(fault)) return 'must be text: put it in quotes'
  // What our schema says of values that no keyword of JSON Schema describes to a reader.
  const expected: unknown = fault.parentSchema?.['x-expected']
  if (typeof expected === 'string') return `must be ${expected}`
  if (fault.keyword === 'type') return `must be ${typeNames(fault.schema)}`
  if (fault.keyword === 'minLength') return 'must not be empty'
  return fault.message ?? 'is wrong'
}

/** `1.10` and `123456789012` are numbers to YAML, which loses zeros and digits. */
function isUnquoted({ keyword, schema, data, parentSchema }: ErrorObject): boolean {
  const isScalar = typeof data === 'number' || typeof data === 'boolean'
  const expected: unknown = parentSchema?.['x-expected']
  const isAmount = typeof expected === 'string' && expected.startsWith('a length of time')
  return keyword === 'type' && schema === 'string' && isScalar && !isAmount
}

function knownKeys({ parentSchema }: ErrorObject): string {
  const properties: unknown = parentSchema?.['properties']
  const known = Object.keys(properties ?? {})
  return known.length === 0 ? '' : `; known are ${known.join(', ')}`
}

const plainTypes: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a mapping',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}

function typeNames(schema: unknown): string {
  const types = Array.isArray(schema) ? schema : [schema]
  return types.map((type) => plainTypes[String(type)] ?? String(type)).join(' or ')
}
