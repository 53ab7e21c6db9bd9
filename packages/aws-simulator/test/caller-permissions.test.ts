import { DescribeTargetGroupsCommand } from '@aws-sdk/client-elastic-load-balancing-v2'
import {
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import {
  DescribeClustersCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ListServiceDeploymentsCommand,
  ListServicesCommand,
  ListTasksCommand,
  TagResourceCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { GetRoleCommand } from '@aws-sdk/client-iam'
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
} from '@aws-sdk/client-secrets-manager'
import { GetParametersCommand } from '@aws-sdk/client-ssm'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import { Account } from '../src/world/account.ts'
import { secretArn } from './arbiter-world.ts'
import {
  allow,
  allowedOnly,
  cluster,
  ecsArn,
  inCluster,
  service,
  user,
  type Clients,
} from './as-caller.ts'

interface Call {
  readonly action: string
  readonly resource: string
  readonly call: (clients: Clients) => Promise<unknown>
  readonly condition?: object
}

const deployment = `${ecsArn}:service-deployment/${cluster}/backend/x`
const logStream = 'arn:aws:logs:us-east-1:123456789012:log-group:/ecs/x:log-stream:'
const calls: readonly Call[] = [
  {
    action: 'ecs:DescribeClusters',
    resource: `${ecsArn}:cluster/${cluster}`,
    call: ({ ecs }) => ecs.send(new DescribeClustersCommand({ clusters: [cluster] })),
  },
  {
    action: 'ecs:DescribeServices',
    resource: service,
    call: ({ ecs }) => ecs.send(new DescribeServicesCommand({ cluster, services: ['backend'] })),
    condition: inCluster,
  },
  {
    action: 'ecs:DescribeServices',
    resource: `${ecsArn}:service/${cluster}/nobody`,
    call: ({ ecs }) => ecs.send(new DescribeServicesCommand({ cluster, services: ['nobody'] })),
  },
  {
    action: 'ecs:UpdateService',
    resource: service,
    call: ({ ecs }) =>
      ecs.send(new UpdateServiceCommand({ cluster, service: 'backend', desiredCount: 2 })),
    condition: inCluster,
  },
  {
    action: 'ecs:UpdateService',
    resource: service,
    call: ({ ecs }) =>
      ecs.send(new UpdateServiceCommand({ cluster: `${ecsArn}:cluster/${cluster}`, service })),
    condition: inCluster,
  },
  {
    action: 'ecs:ListServices',
    resource: '*',
    call: ({ ecs }) => ecs.send(new ListServicesCommand({ cluster })),
    condition: inCluster,
  },
  {
    action: 'ecs:ListTasks',
    resource: '*',
    call: ({ ecs }) => ecs.send(new ListTasksCommand({ cluster })),
    condition: inCluster,
  },
  {
    action: 'ecs:DescribeTasks',
    resource: `${ecsArn}:task/${cluster}/x`,
    call: ({ ecs }) => ecs.send(new DescribeTasksCommand({ cluster, tasks: ['x'] })),
  },
  {
    action: 'ecs:ListServiceDeployments',
    resource: service,
    call: ({ ecs }) => ecs.send(new ListServiceDeploymentsCommand({ cluster, service: 'backend' })),
  },
  {
    action: 'ecs:DescribeServiceDeployments',
    resource: deployment,
    call: ({ ecs }) =>
      ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [deployment] })),
  },
  {
    action: 'ecs:DescribeTaskDefinition',
    resource: '*',
    call: ({ ecs }) =>
      ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'arbiter-backend-sandbox' })),
  },
  {
    action: 'ecs:TagResource',
    resource: service,
    call: ({ ecs }) => ecs.send(new TagResourceCommand({ resourceArn: service, tags: [] })),
  },
  {
    action: 'secretsmanager:GetSecretValue',
    resource: secretArn,
    call: ({ secrets }) =>
      secrets.send(new GetSecretValueCommand({ SecretId: 'arbiter-ai/sandbox' })),
  },
  {
    action: 'secretsmanager:DescribeSecret',
    resource: secretArn,
    call: ({ secrets }) =>
      secrets.send(new DescribeSecretCommand({ SecretId: secretArn.slice(0, -7) })),
  },
  {
    action: 'secretsmanager:PutSecretValue',
    resource: secretArn,
    call: ({ secrets }) =>
      secrets.send(new PutSecretValueCommand({ SecretId: secretArn, SecretString: 'y' })),
  },
  {
    action: 'secretsmanager:CreateSecret',
    resource: `${secretArn.replace('arbiter-ai/sandbox-AbCdEf', 'new')}-??????`,
    call: ({ secrets }) =>
      secrets.send(new CreateSecretCommand({ Name: 'new', SecretString: 'y' })),
  },
  {
    action: 'secretsmanager:ListSecrets',
    resource: '*',
    call: ({ secrets }) => secrets.send(new ListSecretsCommand({})),
  },
  {
    action: 'ssm:GetParameters',
    resource: 'arn:aws:ssm:us-east-1:123456789012:parameter/arbiter/key',
    call: ({ ssm }) => ssm.send(new GetParametersCommand({ Names: ['/arbiter/key'] })),
  },
  {
    action: 'logs:DescribeLogGroups',
    resource: logStream.replace('/ecs/x', ''),
    call: ({ logs }) => logs.send(new DescribeLogGroupsCommand({})),
  },
]

describe('Whoever calls', () => {
  it.each(calls)('needs $action on $resource', ({ action, resource, call, condition }) =>
    allowedOnly([allow(action, resource, condition)], async (clients) => {
      await expect(call(clients)).resolves.toBeDefined()
    }),
  )

  it.each(calls)(
    'is refused without $action on $resource, in the words of AWS',
    ({ action, resource, call }) =>
      allowedOnly([allow(action, `${resource}-2`), allow(`${action}s`, '*')], async (clients) => {
        await expect(call(clients)).rejects.toMatchObject({
          name: 'AccessDeniedException',
          message: `${user} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
        })
      }),
  )

  it.each(calls.filter(({ condition }) => condition !== undefined))(
    'is refused $action on $resource in another cluster',
    ({ action, resource, call }) => {
      const elsewhere = { ArnEquals: { 'ecs:cluster': `${ecsArn}:cluster/other` } }
      return allowedOnly([allow(action, resource, elsewhere)], async (clients) => {
        await expect(call(clients)).rejects.toMatchObject({ name: 'AccessDeniedException' })
      })
    },
  )

  it('is told when a policy denies', () => {
    const denying = { Effect: 'Deny', Action: 'ecs:UpdateService', Resource: '*' }
    return allowedOnly([allow('*', '*'), denying], async ({ ecs }) => {
      const sending = ecs.send(new UpdateServiceCommand({ cluster, service: 'backend' }))
      await expect(sending).rejects.toMatchObject({
        message: `${user} is not authorized to perform: ecs:UpdateService on resource: ${service} with an explicit deny in an identity-based policy`,
      })
    })
  })

  it('changes nothing by a call that is refused', () =>
    allowedOnly([allow('ecs:DescribeServices', '*')], async ({ ecs, simulator }) => {
      const updating = new UpdateServiceCommand({ cluster, service: 'backend', desiredCount: 5 })
      await expect(ecs.send(updating)).rejects.toThrow(/not authorized/)
      const describing = new DescribeServicesCommand({ cluster, services: ['backend'] })
      const { services } = await ecs.send(describing)
      expect(services).toMatchObject([{ desiredCount: 1 }])
      expect(simulator.requests[0]?.error).toBe('AccessDeniedException')
    }))

  it('may always ask who it is', () =>
    allowedOnly([], async ({ sts }) => {
      const { Arn } = await sts.send(new GetCallerIdentityCommand({}))
      expect(user).toContain(Arn)
    }))

  it('hears AccessDenied with status 403 from services of the query protocol', () =>
    allowedOnly([], async ({ iam, elb }) => {
      const error = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } }
      await expect(iam.send(new GetRoleCommand({ RoleName: 'x' }))).rejects.toMatchObject({
        ...error,
        message: expect.stringContaining(
          'iam:GetRole on resource: arn:aws:iam::123456789012:role/x',
        ),
      })
      await expect(elb.send(new DescribeTargetGroupsCommand({}))).rejects.toMatchObject({
        ...error,
        message: expect.stringContaining(
          'elasticloadbalancing:DescribeTargetGroups on resource: *',
        ),
      })
    }))

  it('needs a policy on log groups that ends in a colon and a star', async () => {
    const group = 'arn:aws:logs:us-east-1:123456789012:log-group:/ecs/x'
    const reading = new FilterLogEventsCommand({ logGroupName: '/ecs/x' })
    const missing = { name: 'ResourceNotFoundException' }
    const refused = { name: 'AccessDeniedException', message: expect.stringContaining(logStream) }
    await allowedOnly([allow('logs:*', group)], async ({ logs }) => {
      await expect(logs.send(reading)).rejects.toMatchObject(refused)
    })
    await allowedOnly([allow('logs:*', `${group}:*`)], async ({ logs }) => {
      await expect(logs.send(reading)).rejects.toMatchObject(missing)
      const other = new GetLogEventsCommand({ logGroupName: '/ecs/xy', logStreamName: 's' })
      await expect(logs.send(other)).rejects.toMatchObject({ name: 'AccessDeniedException' })
    })
  })
})

describe('The tables of permissions', () => {
  const account = new Account({}, { nowMs: 0, addresses: { simulatorUrl: '' } })

  it.each(account.services.map((one) => [one.permissions?.prefix ?? one.target, one] as const))(
    'of %s are about operations that are played',
    (_, { permissions, operations }) => {
      const played = operations.map(({ name }) => name)
      expect(
        Object.keys(permissions?.needs ?? {}).filter((name) => !played.includes(name)),
      ).toEqual([])
    },
  )
})
