import { readFileSync } from 'node:fs'
import { unreadable } from './unreadable.ts'

/** The text of a file; undefined where there is none of that name. Throws `input` where it cannot be read. */
export function findText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw unreadable(file, error)
  }
}

/** Whether a file or folder is not there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
