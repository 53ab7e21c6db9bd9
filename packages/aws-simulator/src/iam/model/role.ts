import { createHash } from 'node:crypto'
import type { WorldPolicy, WorldRole } from '../../world/world-identity.ts'
import { parsePolicy, type Policy } from '../policy/policy.ts'

/** An inline policy of a role: as it was given, and as it is evaluated. */
export interface RolePolicy {
  readonly name: string
  readonly document: WorldPolicy
  readonly policy: Policy
}

export interface Role {
  readonly name: string
  readonly path: string
  readonly arn: string
  readonly id: string
  readonly createdDate: Date
  readonly trustDocument: WorldPolicy
  readonly trust: Policy
  readonly policies: readonly RolePolicy[]
}

/** What a role may do that nobody has said anything about. */
export const everything: WorldPolicy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
}

/** Whatever runs containers gets a role whose world does not say who may assume it. */
const trustsTasks: WorldPolicy = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: {
        Service: [
          'ecs-tasks.amazonaws.com',
          'build.apprunner.amazonaws.com',
          'tasks.apprunner.amazonaws.com',
        ],
      },
      Action: 'sts:AssumeRole',
    },
  ],
}

/** Makes a role of the world; its policies have been checked, with their places in the file. */
export function createRole(given: WorldRole, arn: string, createdDate: Date): Role {
  const trustDocument = given.assumeRolePolicyDocument ?? trustsTasks
  return {
    name: given.roleName,
    path: given.path ?? '/',
    arn,
    id: `AROA${createHash('sha256').update(arn).digest('hex').slice(0, 17).toUpperCase()}`,
    createdDate,
    trustDocument,
    trust: parsePolicy(trustDocument),
    policies: (given.policies ?? []).map((document, index) => ({
      name: `policy-${index + 1}`,
      document,
      policy: parsePolicy(document),
    })),
  }
}
