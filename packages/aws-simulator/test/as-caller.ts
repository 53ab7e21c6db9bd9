import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2'
import { IAMClient } from '@aws-sdk/client-iam'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SSMClient } from '@aws-sdk/client-ssm'
import { STSClient } from '@aws-sdk/client-sts'
import type { World } from '../src/index.ts'
import { arbiterWorld, secretArn } from './arbiter-world.ts'
import { clientOptions, inVirtualTime, type Scene } from './in-virtual-time.ts'

export const user = 'User: arn:aws:sts::123456789012:assumed-role/simulator/session'
export const ecsArn = 'arn:aws:ecs:us-east-1:123456789012'
export const service = `${ecsArn}:service/arbiter-ai/backend`
export const cluster = 'arbiter-ai'

export interface Clients extends Scene {
  readonly secrets: SecretsManagerClient
  readonly ssm: SSMClient
  readonly iam: IAMClient
  readonly elb: ElasticLoadBalancingV2Client
  readonly sts: STSClient
}

export type Statement = Readonly<Record<string, unknown>>

/** Plays as a caller who may do just what these statements allow. */
export function allowedOnly(
  statements: readonly Statement[],
  play: (clients: Clients) => Promise<unknown>,
) {
  const world: World = arbiterWorld(
    {},
    {
      caller: { policies: [{ Version: '2012-10-17', Statement: statements }] },
      secrets: [
        { name: 'arbiter-ai/sandbox', arn: secretArn, value: { DATABASE_URL: 'x' } },
        { name: 'sealed', value: 'x', kmsKeyId: '0123' },
      ],
      parameters: [{ name: '/arbiter/key', value: 'v' }],
    },
  )
  return inVirtualTime(world, async (scene) => {
    const options = clientOptions(scene.simulator)
    await play({
      ...scene,
      secrets: new SecretsManagerClient(options),
      ssm: new SSMClient(options),
      iam: new IAMClient(options),
      elb: new ElasticLoadBalancingV2Client(options),
      sts: new STSClient(options),
    })
  })
}

export const allow = (Action: string, Resource: string, Condition?: object): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition !== undefined && { Condition }),
})
export const inCluster = { ArnEquals: { 'ecs:cluster': `${ecsArn}:cluster/${cluster}` } }
export const toTasks = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }
