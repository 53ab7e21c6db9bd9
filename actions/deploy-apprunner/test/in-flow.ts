import type { World } from '@deploy-actions/aws-simulator'
import {
  runInWorld,
  type WorldRun,
  type WorldRunOptions,
} from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'

/** Runs the action in a world, with the inputs that action.yml has by default. */
export function deployIn(
  world: World,
  inputs: Readonly<Record<string, string>>,
  options: Omit<WorldRunOptions, 'inputs'> = {},
): Promise<WorldRun> {
  return runInWorld({ contract, main }, world, { ...options, inputs: withDefaults(inputs) })
}

/** The inputs, with those that action.yml has by default. */
export function withDefaults(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const rows = Object.entries(contract.inputs).flatMap(([name, spec]) =>
    'default' in spec ? [[name, spec.default] as const] : [],
  )
  return { ...Object.fromEntries(rows), ...inputs }
}
