import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Images of a test in the local engine, gone with the containers of them after `using`. */
export interface Images extends Disposable {
  /** Makes an image that runs a command line of busybox's shell; gives its reference. */
  build(name: string, script: string): string
}

/**
 * Builds images from nothing but busybox, as nothing can be pulled. Their registry is an address where
 * nobody answers, so that the engine takes them from its own store.
 */
export function imagesWith(busybox: string): Images {
  const repository = `localhost:1/deploy-actions-${process.pid}`
  const built: string[] = []
  return {
    build(name, script) {
      const context = mkdtempSync(join(tmpdir(), 'image-'))
      const reference = `${repository}/${name}:1`
      try {
        cpSync(busybox, join(context, 'busybox'), { dereference: true })
        const command = JSON.stringify(['/bin/busybox', 'sh', '-c', script])
        writeFileSync(
          join(context, 'Dockerfile'),
          `FROM scratch\nCOPY busybox /bin/\nCMD ${command}\n`,
        )
        docker('build', '--quiet', '--tag', reference, context)
      } finally {
        rmSync(context, { recursive: true, force: true })
      }
      built.push(reference)
      return reference
    },
    [Symbol.dispose]() {
      for (const reference of built) {
        const containers = docker('ps', '--all', '--quiet', '--filter', `ancestor=${reference}`)
        if (containers !== '') docker('rm', '--force', ...containers.split('\n'))
        docker('rmi', '--force', reference)
      }
    },
  }
}

function docker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8', stdio: 'pipe' }).trim()
}
