import {
  DescribeTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
} from '@aws-sdk/client-ecs'
import {
  DeleteResourcePolicyCommand,
  GetResourcePolicyCommand,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { arbiterWorld, network, secretArn, taskDefinition } from './arbiter-world.ts'
import { sleepSeconds } from './in-virtual-time.ts'
import { withSecrets } from './secrets-in-a-world.ts'

const execution = 'arn:aws:iam::123456789012:role/arbiter-execution'
const statement = (
  effect: string,
  principal: string,
  Action = 'secretsmanager:GetSecretValue',
) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: effect, Principal: { AWS: principal }, Action, Resource: '*' }],
})

function worldWith(resourcePolicy: object | undefined, ownActions: string[]): World {
  const Statement = [{ Effect: 'Allow', Action: ['ecr:*', 'logs:*', ...ownActions], Resource: '*' }]
  const policies = [{ Version: '2012-10-17', Statement }]
  const secret = { name: 'arbiter-ai/sandbox', arn: secretArn, value: { DATABASE_URL: 'x' } }
  return {
    ...arbiterWorld(),
    clusters: [{ name: 'arbiter-ai' }],
    secrets: [resourcePolicy ? { ...secret, resourcePolicy: { ...resourcePolicy } } : secret],
    roles: ['arbiter-execution', 'arbiter-task'].map((roleName) => ({ roleName, policies })),
  }
}

describe('A task whose secret has a policy of its own', () => {
  it.each<[string, object | undefined, string[], RegExp]>([
    ['that allows its role', statement('Allow', execution), [], /^RUNNING$/],
    ['that allows everybody', statement('Allow', '*'), [], /^RUNNING$/],
    ['that allows another role', statement('Allow', `${execution}-2`), [], /AccessDenied/],
    [
      'that leaves it to the account',
      statement('Allow', 'arn:aws:iam::123456789012:root'),
      [],
      /AccessDenied/,
    ],
    [
      'that denies what the role is allowed',
      statement('Deny', execution),
      ['secretsmanager:GetSecretValue'],
      /AccessDenied.*explicit deny/s,
    ],
    [
      'that allows something else',
      statement('Allow', '*', 'secretsmanager:DescribeSecret'),
      [],
      /AccessDenied/,
    ],
    ['which is none', undefined, [], /AccessDenied/],
  ])('%s starts or does not', (_, policy, ownActions, expected) =>
    withSecrets(worldWith(policy, ownActions), async ({ ecs }) => {
      const definition = taskDefinition()
      const [container] = definition.containerDefinitions
      const secrets = [{ name: 'KEY', valueFrom: `${secretArn}:DATABASE_URL::` }]
      const containerDefinitions = [{ ...container, secrets }]
      await ecs.send(new RegisterTaskDefinitionCommand({ ...definition, containerDefinitions }))
      const cluster = 'arbiter-ai'
      const { tasks: started = [] } = await ecs.send(
        new RunTaskCommand({
          cluster,
          taskDefinition: definition.family,
          networkConfiguration: network,
        }),
      )
      await sleepSeconds(60)
      const tasks = started.map(({ taskArn = '' }) => taskArn)
      const described = await ecs.send(new DescribeTasksCommand({ cluster, tasks }))
      const [task] = described.tasks ?? []
      const end = task?.stopCode === 'TaskFailedToStart' ? task.stoppedReason : task?.lastStatus
      expect(end).toMatch(expected)
    }),
  )
})

describe('The policy of a secret', () => {
  it('is read as it was written, until it is deleted', () =>
    withSecrets(worldWith(undefined, []), async ({ secrets }) => {
      const SecretId = 'arbiter-ai/sandbox'
      const read = async () =>
        (await secrets.send(new GetResourcePolicyCommand({ SecretId }))).ResourcePolicy
      expect(await read()).toBeUndefined()
      const ResourcePolicy = JSON.stringify(statement('Allow', execution))
      await secrets.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy }))
      expect(await read()).toBe(ResourcePolicy)
      await secrets.send(new DeleteResourcePolicyCommand({ SecretId }))
      expect(await read()).toBeUndefined()
    }))

  it('that is no policy is refused', () =>
    withSecrets(worldWith(undefined, []), async ({ secrets }) => {
      const put = new PutResourcePolicyCommand({
        SecretId: 'arbiter-ai/sandbox',
        ResourcePolicy: '{',
      })
      await expect(secrets.send(put)).rejects.toMatchObject({
        name: 'MalformedPolicyDocumentException',
      })
    }))
})
