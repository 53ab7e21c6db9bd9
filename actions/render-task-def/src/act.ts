import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ActionError } from '@deploy-actions/action-kit'
import type { Plan } from './plan.ts'

/** Writes the rendered definition as JSON and gives the path of the file. */
export async function writeRendering(
  plan: Plan,
  outputFile: string | undefined,
  temporaryFolder: string,
): Promise<string> {
  const path = outputFile ?? join(temporaryFolder, `task-definition-${plan.hash.slice(0, 12)}.json`)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `${JSON.stringify(plan.definition, null, 2)}\n`, { mode: 0o600 })
    return path
  } catch (cause) {
    throw new ActionError({
      code: 'input',
      message: `Input output-file: the file ${path} cannot be written.`,
      remedy: 'Name a file in a folder that this job may write to.',
      cause,
    })
  }
}
