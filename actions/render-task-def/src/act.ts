import { mkdir, open } from 'node:fs/promises'
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
    await writePrivate(path, `${JSON.stringify(plan.definition, null, 2)}\n`)
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

/** For the owner only, also where the file is there already: variables may hold what belongs into secrets. */
async function writePrivate(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(text)
  } finally {
    await file.close()
  }
}
