import { run, type RunFacts } from '@deploy-actions/action-kit'
import { recordingHost, type Recorded } from '@deploy-actions/action-kit/testing'
import type { Simulator, World } from '@deploy-actions/aws-simulator'
import {
  runInWorld,
  type WorldRun,
  type WorldRunOptions,
} from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'

/** A step of a job; re-runs of it have other attempts. */
export function stepOf(changes: Partial<RunFacts> = {}): Partial<RunFacts> {
  return {
    id: '7',
    attempt: '1',
    job: 'deploy',
    step: 'migrate',
    repository: 'shop/api',
    ...changes,
  }
}

const common = { cluster: 'shop', service: 'api', matrix: 'null' }

/** Runs the action in a world. */
export function migrate(
  inputs: Readonly<Record<string, string>>,
  world: World,
  options: Omit<WorldRunOptions, 'inputs'> = {},
): Promise<WorldRun> {
  return runInWorld({ contract, main }, world, {
    run: stepOf(),
    ...options,
    inputs: { ...common, ...inputs },
  })
}

/** Runs the action once more in a world that is there already. */
export async function migrateAlso(
  simulator: Simulator,
  inputs: Readonly<Record<string, string>>,
  facts: Partial<RunFacts> = {},
): Promise<Recorded> {
  const variables = { DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors }
  const host = recordingHost({ ...common, ...inputs }, { variables, run: stepOf(facts) })
  await run({ contract, main }, host)
  return host.recorded
}

/** How often a task was started, as the answers tell. */
export function startsIn(simulator: Simulator): number {
  return simulator.requests.filter(
    ({ operation, error }) => operation === 'RunTask' && error === undefined,
  ).length
}

/** What became of a second run in the world of the first. */
export interface Second {
  readonly outputs: Recorded['outputs']
  /** How often a task was started by both. */
  readonly starts: number
}

/** Runs the action, waits, and runs it again in the same world. */
export async function migrateTwice(
  inputs: Readonly<Record<string, string>>,
  world: World,
  second: {
    readonly inputs?: Readonly<Record<string, string>>
    readonly facts?: Partial<RunFacts>
    readonly afterSeconds?: number
  },
): Promise<Second> {
  let outputs: Recorded['outputs'] = {}
  const { simulator } = await migrate(inputs, world, {
    async afterwards(same) {
      await new Promise((resolve) => setTimeout(resolve, (second.afterSeconds ?? 1) * 1000))
      const again = await migrateAlso(same, { ...inputs, ...second.inputs }, second.facts)
      outputs = again.outputs
    },
  })
  return { outputs, starts: startsIn(simulator) }
}
