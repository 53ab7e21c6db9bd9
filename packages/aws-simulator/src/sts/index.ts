import {
  AssumeRole$,
  GetCallerIdentity$,
  type AssumeRoleRequest,
  type AssumeRoleResponse,
  type GetCallerIdentityResponse,
} from '@aws-sdk/client-sts'
import type { Cloud } from '../cloud/cloud.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type ServiceDefinition } from '../protocol/operation.ts'
import { accessKeyIn } from './assumed-account.ts'

const sessionMs = 60 * 60_000

/** AWS STS: whoever calls is the same assumed role, or a role of another account that was assumed from there. */
export function createSts({ arns, timeline }: Cloud): ServiceDefinition {
  return {
    target: '2011-06-15',
    protocol: 'query',
    parameterError: 'ValidationError',
    permissions: {
      prefix: 'sts',
      needs: {
        GetCallerIdentity: () => [],
        AssumeRole: ({ RoleArn = '' }: AssumeRoleRequest) => [
          { action: 'sts:AssumeRole', resource: RoleArn },
        ],
      },
    },
    operations: [
      operation(GetCallerIdentity$, (_, assumedAccount): GetCallerIdentityResponse => {
        const own = arns.global('sts', 'assumed-role/simulator/session')
        return {
          Account: assumedAccount ?? arns.account,
          UserId: 'AROASIMULATOR:session',
          Arn: own.replace(arns.account, assumedAccount ?? arns.account),
        }
      }),
      operation(AssumeRole$, ({ RoleArn = '', RoleSessionName = '' }: AssumeRoleRequest) => {
        const [, partition, account = '', name] = roleArn.exec(RoleArn) ?? []
        if (name === undefined) throw new AwsError('ValidationError', `${RoleArn} is invalid`)
        if (account === arns.account) throw ownRole()
        return {
          Credentials: {
            AccessKeyId: accessKeyIn(account),
            SecretAccessKey: `secret-of-${account}-${RoleSessionName}`,
            SessionToken: `session-of-${account}-${RoleSessionName}`,
            Expiration: new Date(timeline.nowMs() + sessionMs),
          },
          AssumedRoleUser: {
            AssumedRoleId: `AROASIMULATOR:${RoleSessionName}`,
            Arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${RoleSessionName}`,
          },
        } satisfies AssumeRoleResponse
      }),
    ],
  }
}

const roleArn = /^arn:(aws[\w-]*):iam::(\d{12}):role\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]+)$/

function ownRole(): AwsError {
  const message =
    'Only roles of other accounts are played: the caller is a role of this one already.'
  return new AwsError('UnsupportedFeatureException', message)
}
