import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { findProgram, hasDockerEngine, skipReason } from './programs.ts'

/** Why builds against a real engine and a real registry are skipped; undefined where all is there. */
export function skipBuilds(tests: string): string | undefined {
  return skipReason(tests, {
    'a Docker engine that answers': hasDockerEngine(),
    'docker buildx (Debian: docker-buildx)':
      spawnSync('docker', ['buildx', 'version']).status === 0,
    'docker-registry (Debian: docker-registry)': findProgram('docker-registry') !== undefined,
    'a static busybox (Debian: busybox-static)': findBusybox() !== undefined,
  })
}

/** A busybox that needs nothing else in an image. */
export function findBusybox(): string | undefined {
  const busybox = findProgram('busybox')
  // ldd fails where there is nothing to be linked.
  return busybox !== undefined && spawnSync('ldd', [busybox]).status !== 0 ? busybox : undefined
}

/** Calls docker, and gives what it prints. The registry may be in this very process. */
export async function docker(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('docker', [...args])).stdout.trim()
}

/** Forgets the images of a registry that an engine has; those of others stay. */
export async function forgetImages(host: string): Promise<void> {
  const all = (await docker('images', '--format', '{{.Repository}}:{{.Tag}}')).split('\n')
  const own = all.filter((name) => name.startsWith(`${host}/`) && !name.endsWith(':<none>'))
  if (own.length > 0) await docker('rmi', '--force', ...own)
}

/** The command lines of all processes of this machine. */
export function commandLines(): readonly string[] {
  return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
}

/** By what docker finds its engine, its plugins and its settings here. */
export function dockerVariables(): Readonly<Record<string, string>> {
  const names = ['HOME', 'DOCKER_HOST', 'DOCKER_CONFIG']
  const found = names.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}
