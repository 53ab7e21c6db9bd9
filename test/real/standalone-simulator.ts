import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { repositoryRoot } from '../../scripts/repository.ts'

/** What the simulator prints when it is ready, by its own documentation. */
export interface StandaloneSimulator {
  readonly url: string
  readonly endpoints: Readonly<Record<string, string>>
  readonly registryMirrors: string
}

/**
 * The simulator as a process of its own, until the test is over. Its time runs twenty times as fast
 * as the clock on the wall.
 */
export async function startStandaloneSimulator(world: string): Promise<StandaloneSimulator> {
  const cli = 'packages/aws-simulator/src/cli.ts'
  const child = spawn(
    process.execPath,
    ['--conditions=source', cli, '--world', world, '--speed', '20'],
    { cwd: repositoryRoot, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => void child.kill())
  // An event of readline carries one line of text.
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return JSON.parse(line) as StandaloneSimulator // the shape that the simulator documents
}
