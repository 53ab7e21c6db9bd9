import { open, rm } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { ActionError, type Host } from '@deploy-actions/action-kit'
import { formatDocument } from '../document/index.ts'
import { formatDotenv } from './format-dotenv.ts'
import type { ExportedValue } from './exported-values.ts'

const stateName = 'export-file'

/**
 * Writes values to a new file that only its owner may read, as JSON or as dotenv by its extension. Its path is kept before there is
 * anything in it, so that the post part finds it whatever happens. Throws an `input` error where it cannot be written.
 */
export async function writeExportFile(
  host: Host,
  path: string,
  values: readonly ExportedValue[],
): Promise<void> {
  const text = await format(path, values)
  const absolute = resolve(path)
  const file = await create(path)
  try {
    host.saveState(stateName, absolute)
    await file.writeFile(text)
  } catch (error) {
    await rm(absolute, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

async function format(path: string, values: readonly ExportedValue[]): Promise<string> {
  const named = new Map(values.map(({ name, value }) => [name, value]))
  return extname(path).toLowerCase() === '.json'
    ? `${formatDocument(named, 'json')}\n`
    : formatDotenv(named)
}

/** A file that is there already is somebody's, and would be removed after the job. */
async function create(path: string) {
  try {
    return await open(path, 'wx', 0o600)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    const why = code === 'EEXIST' ? 'is there already' : `cannot be written (${code})`
    throw new ActionError({
      code: 'input',
      message: `Input export-file: the file ${path} ${why}.`,
      remedy: 'Name a new file in a folder that this job may write to.',
      cause,
    })
  }
}

/** Removes the file that this step wrote, if it wrote one. */
export async function removeExportFile(host: Host): Promise<void> {
  const path = host.readState(stateName)
  if (path === undefined || path === '') return
  await rm(path, { force: true })
  host.info(`Removed ${path}`)
}
