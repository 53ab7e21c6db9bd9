import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type AnySchema } from 'ajv'
import { repositoryRoot } from '../../scripts/repository.ts'

/** What a JSON schema has against a value, as `path: message` each; nothing where the value is valid by it. */
export type FindFaults = (value: unknown) => readonly string[]

/** Reads a JSON schema of this repository. Throws where it is none itself. */
export function jsonSchema(path: string): FindFaults {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, formats: { regex: isPattern } })
  // What is no JSON schema is refused by the next line.
  const validate = ajv.compile(
    JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8')) as AnySchema,
  )
  return (value) => {
    void validate(value)
    return (validate.errors ?? []).map(
      ({ instancePath, message = '' }) => `${instancePath}: ${message}`,
    )
  }
}

/** Regular expressions of JavaScript, as the actions read them. */
function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}
