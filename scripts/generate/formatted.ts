import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, type FormatConfig } from 'oxfmt'
import { repositoryRoot } from '../repository.ts'

// The formatter checks the form of its own configuration whenever it checks the repository.
const { ignorePatterns: _, ...options } = JSON.parse(
  readFileSync(join(repositoryRoot, '.oxfmtrc.json'), 'utf8'),
) as FormatConfig & { readonly ignorePatterns: unknown }

/** The text as the repository's formatter lays it out; the file's name tells the language. */
export async function formatted(fileName: string, text: string): Promise<string> {
  const { code, errors } = await format(fileName, text, options)
  const [error] = errors
  if (error) throw new Error(`${fileName} could not be formatted: ${error.message}`)
  return code
}
