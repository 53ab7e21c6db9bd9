import { GetCallerIdentity$, type GetCallerIdentityResponse } from '@aws-sdk/client-sts'
import type { Cloud } from '../cloud/cloud.ts'
import { operation, type ServiceDefinition } from '../protocol/operation.ts'

/** AWS STS: whoever calls is the same assumed role. */
export function createSts({ arns }: Cloud): ServiceDefinition {
  return {
    target: '2011-06-15',
    protocol: 'query',
    parameterError: 'ValidationError',
    operations: [
      operation(GetCallerIdentity$, (): GetCallerIdentityResponse => ({
        Account: arns.account,
        UserId: 'AROASIMULATOR:session',
        Arn: arns.global('sts', 'assumed-role/simulator/session'),
      })),
    ],
  }
}
