import type { World } from '@deploy-actions/aws-simulator'
import {
  runInWorld,
  type WorldRun,
  type WorldRunOptions,
} from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiWorld } from './api.world.ts'

/** Runs the action on the service `api` of a world, with what else goes on meanwhile. */
export function deploy(
  inputs: Record<string, string>,
  world: World = apiWorld(),
  meanwhile?: WorldRunOptions['meanwhile'],
): Promise<WorldRun> {
  const all = { cluster: 'shop', service: 'api', ...inputs }
  const options = { inputs: all, ...(meanwhile ? { meanwhile } : {}) }
  return runInWorld({ contract, main }, world, options)
}

/** Virtual seconds. */
export function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
