import { readFileSync } from 'node:fs'
import { Ajv, type AnySchema, type ErrorObject } from 'ajv'
import { isDuration } from './durations.ts'
import type { World } from './world.ts'
import type { WorldSource } from './world-source.ts'

/** The JSON schema of world files, for editors as well. */
export const worldSchemaFile = new URL('../../world.schema.json', import.meta.url)

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

function compile() {
  const ajv = new Ajv({
    formats: { duration: isDuration, moment: (text: string) => moment.test(text) },
    allowUnionTypes: true,
    strict: false,
    verbose: true,
  })
  // The file is ours and is a JSON schema.
  const schema = JSON.parse(readFileSync(worldSchemaFile, 'utf8')) as AnySchema
  return ajv.compile<World>(schema)
}

let validate: ReturnType<typeof compile> | undefined

/** Returns `value` as a world if the schema allows it; throws a WorldError at its first fault. */
export function checkShape(value: unknown, source: WorldSource): World {
  validate ??= compile()
  const isWorld: (candidate: unknown) => candidate is World = validate
  if (isWorld(value)) return value
  const fault = deepest(validate.errors ?? [])
  const path = fault.instancePath.split('/').slice(1).map(unescapeStep)
  throw source.error([...path, ...extraStep(fault)], explain(fault, path))
}

/** Of several faults the one that lies deepest says most: alternatives fail at every branch. */
function deepest(faults: readonly ErrorObject[]): ErrorObject {
  const ordered = faults.toSorted((a, b) => steps(b) - steps(a))
  const [fault] = ordered
  if (fault === undefined) throw new Error('A world was refused without a reason.')
  return fault
}

function steps(fault: ErrorObject): number {
  return fault.instancePath.split('/').length
}

function unescapeStep(step: string): string | number {
  const text = step.replaceAll('~1', '/').replaceAll('~0', '~')
  return /^\d+$/.test(text) ? Number(text) : text
}

/** The faulty key itself, where the fault is one key too many. */
function extraStep(fault: ErrorObject): string[] {
  const { additionalProperty } = fault.params
  return typeof additionalProperty === 'string' ? [additionalProperty] : []
}

function explain(fault: ErrorObject, path: readonly (string | number)[]): string {
  const where = path.length === 0 ? 'The world' : `"${path.join('.')}"`
  const { additionalProperty, allowedValues, format } = fault.params
  if (typeof additionalProperty === 'string') {
    const properties: unknown = fault.parentSchema?.['properties']
    const known = Object.keys(properties ?? {}).join(', ')
    return `${where} has no "${additionalProperty}"${known === '' ? '' : `; known are ${known}`}.`
  }
  if (Array.isArray(allowedValues)) return `${where} must be one of ${allowedValues.join(', ')}.`
  if (format === 'duration') return `${where} must be a duration such as 20s or 1m30s.`
  if (format === 'moment') return `${where} must be a moment such as 2026-01-01T00:00:00Z.`
  return `${where} ${fault.message ?? 'is wrong'}.`
}
