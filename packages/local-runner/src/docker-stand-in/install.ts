import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** Puts the stand-in into a folder as a program `docker`, for the front of PATH. */
export async function installDockerStandIn(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  // Sources run from .ts, what was compiled of them from .js.
  const extension = extname(import.meta.filename)
  const program = join(import.meta.dirname, `cli${extension}`)
  const words = [
    process.execPath,
    ...(extension === '.ts' ? ['--conditions=source'] : []),
    program,
  ].map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`)
  const launcher = `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`
  await writeFile(join(folder, 'docker'), launcher, { mode: 0o755 })
}
