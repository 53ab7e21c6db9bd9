import type { World } from '@deploy-actions/aws-simulator'
import type { WorldRun } from '../../../test/support/run-in-world.ts'
import { breaker } from './api.world.ts'
import { balancedWorld } from './balanced.world.ts'
import { deploy } from './deploy.ts'
import { written } from './written-file.ts'

/** Deploys a definition that is written to a file of its own. */
export async function deployFile(
  definition: object,
  world: World,
  inputs: Record<string, string> = {},
): Promise<WorldRun> {
  return deploy({ 'task-definition': await written('task.json', definition), ...inputs }, world)
}

/** A container's reference to a secret. */
export const withSecret = (valueFrom: string) => ({ secrets: [{ name: 'KEY', valueFrom }] })
/** The balanced service with these percentages and tasks. */
export const percentages = (
  minimumHealthyPercent: number,
  maximumPercent: number,
  desiredCount: number,
) =>
  balancedWorld({
    desiredCount,
    deploymentConfiguration: { ...breaker(true), minimumHealthyPercent, maximumPercent },
  })
/** A role that may do everything. */
export const role = (roleName: string) => ({ roleName, policies: [allow('*', '*')] })
const allow = (Action: string | string[], Resource: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
})
/** A job's role that may do everything but this. */
export const everythingBut = (...denied: string[]) => ({
  policies: [
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: denied, Resource: '*' },
      ],
    },
  ],
})
