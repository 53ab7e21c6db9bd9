import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { InvalidValue, invalid, isList, parseYaml } from '@deploy-actions/action-kit'
import { rawKey, type Notation } from '../document/index.ts'
import { valuesFromDotenv } from './from-dotenv.ts'
import { valuesFromJson } from './from-text.ts'
import type { Given } from './given.ts'
import { fileName } from './file-name.ts'

/**
 * Reads values from a file by its extension: `.json`, `.yml` or `.yaml`, and dotenv for all others; of a raw secret the whole
 * file as it is. Throws InvalidValue, which never repeats a value.
 */
export async function valuesFromFile(path: string, notation: Notation): Promise<Given> {
  const text = await readText(path)
  if (notation === 'raw') return new Map([[rawKey, text]])
  switch (extname(path).toLowerCase()) {
    case '.json':
      return valuesFromJson(text)
    case '.yml':
    case '.yaml':
      return valuesFromYaml(text)
    default:
      return valuesFromDotenv(text)
  }
}

async function readText(path: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    return invalid(`names ${fileName(path)}, which cannot be read (${code})`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return invalid(`names ${fileName(path)}, which is no text in UTF-8`)
  }
}

function valuesFromYaml(text: string): Given {
  const tree = parseYaml(text)
  if (typeof tree === 'string' || isList(tree)) return invalid('is no mapping of keys to values')
  const values = Object.entries(tree)
  const nested = values.filter(([, value]) => typeof value !== 'string')
  if (nested.length > 0) {
    const message = 'must be text; put a value that is JSON itself into quotes'
    throw new InvalidValue(nested.map(([path]) => ({ path, message })))
  }
  return new Map(values.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
