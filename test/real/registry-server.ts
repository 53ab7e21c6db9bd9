import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, startServer, type Server } from './programs.ts'

/** Starts a docker-registry that keeps what is pushed in the folder `storage` within this one. */
export function startDockerRegistry(folder: string): Promise<Server> {
  const configuration = join(folder, 'config.yml')
  const storage = join(folder, 'storage')
  mkdirSync(storage, { recursive: true })
  const place = `{ filesystem: { rootdirectory: ${storage} } }`
  writeFileSync(configuration, `version: 0.1\nlog: { level: error }\nstorage: ${place}\n`)
  return startServer({
    program: findProgram('docker-registry') ?? '',
    args: () => ['serve', configuration],
    environment: (port) => ({ REGISTRY_HTTP_ADDR: `127.0.0.1:${port}` }),
    path: '/',
  })
}
