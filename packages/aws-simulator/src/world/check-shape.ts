import { readFileSync } from 'node:fs'
import { Ajv, type AnySchema } from 'ajv'
import { isDuration } from './durations.ts'
import { pathProblems } from './schema-faults.ts'
import type { World } from './world.ts'
import type { WorldSource } from './world-source.ts'

/** The JSON schema of world files, for editors as well. */
export const worldSchemaFile = new URL('../../world.schema.json', import.meta.url)

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

function compile() {
  const ajv = new Ajv({
    formats: { duration: isDuration, moment: (text: string) => moment.test(text) },
    allErrors: true,
    allowUnionTypes: true,
    strict: false,
    verbose: true,
  })
  // The file is ours and is a JSON schema.
  const schema = JSON.parse(readFileSync(worldSchemaFile, 'utf8')) as AnySchema
  return ajv.compile<World>(schema)
}

let validate: ReturnType<typeof compile> | undefined

/** Returns `value` as a world if the schema allows it; throws a WorldError with all its faults. */
export function checkShape(value: unknown, source: WorldSource): World {
  validate ??= compile()
  const isWorld: (candidate: unknown) => candidate is World = validate
  if (isWorld(value)) return value
  const [first, ...others] = pathProblems(validate.errors ?? [])
  if (first === undefined) throw new Error('A world was refused without a reason.')
  throw source.errors([first, ...others])
}
