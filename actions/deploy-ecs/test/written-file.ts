import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Writes an object as JSON to a file of its own, and gives the path. */
export async function written(name: string, content: object): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'deploy-ecs-')), name)
  await writeFile(path, JSON.stringify(content))
  return path
}
