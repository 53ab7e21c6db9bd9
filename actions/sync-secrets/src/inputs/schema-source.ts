import { readFile } from 'node:fs/promises'
import {
  isList,
  invalid,
  parseYamlWith,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'
import { parseSchema, type Schema } from '../schema/index.ts'
import { fileName } from '../values/file-name.ts'

/** The rules of a secret, or the path of the file that has them. */
export type SchemaSource = { readonly path: string } | { readonly schema: Schema }

/** A schema: its path, or YAML that is read at once, so that what is wrong with it is told with line and column. */
export function schemaSource<const O extends InputOptions>(
  options: O,
): InputSpec<SchemaSource> & O {
  return { ...options, type: 'path or yaml', parse: parseSource }
}

function parseSource(raw: Raw): SchemaSource {
  if (isList(raw)) return invalid('must be a path, or a mapping from keys to their rules')
  if (typeof raw !== 'string') return { schema: parseSchema(raw) }
  const text = raw.trim()
  // A path has neither lines nor braces, and no colon with a space behind it.
  return /[\n{]|:(?:\s|$)/.test(text) ? { schema: parseYamlWith(raw, parseSchema) } : { path: text }
}

/** The rules of a source. Throws InvalidValue with line and column of what is wrong in a file. */
export async function readSchema(source: SchemaSource): Promise<Schema> {
  return 'schema' in source
    ? source.schema
    : parseYamlWith(await readText(source.path), parseSchema)
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    return invalid(`names ${fileName(path)}, which cannot be read (${code})`)
  }
}
