import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A Docker engine that nobody else uses, and that knows nothing yet. */
export interface PrivateEngine extends AsyncDisposable {
  /** For DOCKER_HOST. */
  readonly address: string
}

/** With a bridge of its own: an engine that is told to have none takes that of another away. */
const bridge = 'deploy-bench'

/** Starts an engine that keeps all it has in a folder; throws where it does not answer within half a minute. */
export async function startPrivateEngine(folder: string): Promise<PrivateEngine> {
  mkdirSync(folder)
  const address = `unix://${join(folder, 'docker.sock')}`
  execFileSync('ip', ['link', 'add', 'name', bridge, 'type', 'bridge'])
  execFileSync('ip', ['address', 'add', '172.31.251.1/24', 'dev', bridge])
  const child = spawn(
    'dockerd',
    [
      ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
      ...['--pidfile', join(folder, 'pid'), '--host', address, '--bridge', bridge],
      ...['--iptables=false', '--ip6tables=false'],
    ],
    { stdio: 'ignore' },
  )
  const closed = once(child, 'close')
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await closed
    execFileSync('ip', ['link', 'delete', bridge])
  }
  for (const end = Date.now() + 30_000; !answers(address);) {
    if (Date.now() > end || child.exitCode !== null) {
      await stop()
      throw new Error('The private Docker engine did not start.')
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return { address, [Symbol.asyncDispose]: stop }
}

function answers(address: string): boolean {
  try {
    execFileSync('docker', ['--host', address, 'info'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
