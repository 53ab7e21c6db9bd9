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
import { readSecret, type Kept } from './secrets-kept.ts'

/** What GitHub says of the run; re-runs of it have other attempts. */
export function stepOf(changes: Partial<RunFacts> = {}): Partial<RunFacts> {
  return { id: '7', attempt: '1', job: 'secrets', repository: 'shop/api', ...changes }
}

/** Runs the action in a world, with the inputs that action.yml has by default. */
export function syncIn(
  world: World,
  inputs: Readonly<Record<string, string>>,
  options: Omit<WorldRunOptions, 'inputs'> = {},
): Promise<WorldRun> {
  const withRun = { run: stepOf(), ...options, inputs: withDefaults(inputs) }
  return runInWorld({ contract, main }, world, withRun)
}

/** Runs the action once more in a world that is there already. */
export async function syncAlso(
  inputs: Readonly<Record<string, string>>,
  facts: Partial<RunFacts> = {},
): Promise<Recorded> {
  const host = recordingHost(withDefaults(inputs), { run: stepOf(facts) })
  await run({ contract, main }, host)
  return host.recorded
}

/** What action.yml has by default. */
export const defaultInputs: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(contract.inputs).flatMap(([name, spec]) =>
    'default' in spec ? [[name, spec.default] as const] : [],
  ),
)

function withDefaults(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return { ...defaultInputs, ...inputs }
}

/** A run, and the secret `app` after it. */
export interface SyncedApp extends WorldRun {
  readonly app: Kept | undefined
}

/** Runs the action for the secret `app`, and reads that by another way afterwards. */
export async function syncApp(
  world: World,
  inputs: Readonly<Record<string, string>>,
  options: Omit<WorldRunOptions, 'inputs'> = {},
): Promise<SyncedApp> {
  let app: Kept | undefined
  const afterwards = async (simulator: Simulator, recorded: Recorded): Promise<void> => {
    await options.afterwards?.(simulator, recorded)
    app = await readSecret('app')
  }
  const synced = await syncIn(world, { 'secret-id': 'app', ...inputs }, { ...options, afterwards })
  return { ...synced, app }
}

/** The id of the version that `app` has in these worlds before anything is done. */
export const firstVersion = 'first-0123456789abcdef0123456789ab'

/** A world with a secret `app`. */
export function appWorld(
  value: NonNullable<World['secrets']>[number]['value'],
  more: Partial<NonNullable<World['secrets']>[number]> = {},
  world: Partial<World> = {},
): World {
  const id = value === null ? {} : { versionId: firstVersion }
  return { ...world, secrets: [{ name: 'app', value, ...id, ...more }, ...(world.secrets ?? [])] }
}

/** Lets virtual time pass. */
export function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
