import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { DockerError } from './docker-error.ts'
import type { Step } from './dockerfile.ts'

/** Names every file of a context with its SHA-256, so that another content makes another image. Throws a DockerError where there is no such folder. */
export async function describeContext(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new DockerError(`ERROR: unable to prepare context: path "${folder}" not found`)
  })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split(sep).includes('.git'))
    .toSorted()
  const hashes: Record<string, string> = {}
  for (const path of files) {
    const hash = createHash('sha256').update(await readFile(join(folder, path)))
    hashes[path] = hash.digest('hex')
  }
  return hashes
}

/** What a step copies and the context has not, in BuildKit's words; undefined when all is there. */
export function findMissing(folder: string, { copies }: Step): string | undefined {
  const missing = copies.find((path) => !existsSync(join(folder, path)))
  if (missing === undefined) return undefined
  const path = missing.replace(/^\.?\//, '')
  return `failed to compute cache key: failed to calculate checksum of ref context: "/${path}": not found`
}
