import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { ActionError } from '@deploy-actions/action-kit'
import { parseDraft } from './parse.ts'

/**
 * The definition in a JSON or YAML file, to be edited and checked by `draftDefinition`. Throws an `input` error that names
 * `input` when the file cannot be read, and what is wrong in it when it holds no mapping.
 */
export async function readDraftFile(path: string, input: string): Promise<object> {
  return parseDraft(await readText(path, input), path)
}

/**
 * Whether a text names a file with a definition. A family, `family:revision` or an ARN is told from a path by its form; a
 * file that exists wins.
 */
export function namesFile(definition: string): boolean {
  if (existsSync(definition)) return true
  return !definition.startsWith('arn:') && !/^[\w-]{1,255}(:\d+)?$/.test(definition)
}

async function readText(path: string, input: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    throw new ActionError({
      code: 'input',
      message: `Input ${input}: the file ${path} cannot be read${reason}.`,
      remedy:
        'Check the path, which is relative to the workspace, and that the step that brings the file (actions/checkout, render-task-def) ran before.',
      cause,
    })
  }
}
