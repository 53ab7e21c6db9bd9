import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { readRendered, refusal, renderIn } from './in-flow.ts'

const account = '123456789012'

interface Place {
  readonly region: string
  readonly partition: string
  readonly suffix: string
}

/** A world of one region, with everything that a definition refers to. */
function worldIn({ region, partition, suffix }: Place): World {
  const roles = ['execution', 'task'].map((roleName) => ({
    roleName,
    path: '/service-role/',
    policies: [
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['ecr:*', 'logs:*', 'ssm:*', 's3:GetObject', 'secretsmanager:GetSecretValue'],
            Resource: '*',
          },
        ],
      },
    ],
  }))
  return {
    region,
    roles,
    images: [
      { repository: `${account}.dkr.ecr.${region}.${suffix}/arbiter-ai/backend`, tags: ['1'] },
    ],
    secrets: [
      {
        name: 'arbiter-ai/sandbox',
        arn: `arn:${partition}:secretsmanager:${region}:${account}:secret:arbiter-ai/sandbox-AbCdEf`,
        value: { DATABASE_URL: 'canary' },
      },
    ],
    parameters: [{ name: '/arbiter/level', value: 'INFO' }],
    logGroups: ['/ecs/backend'],
  }
}

const definitionIn = ({ region, partition }: Place): object => ({
  family: 'backend',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '512',
  memory: '1024',
  executionRoleArn: `arn:${partition}:iam::${account}:role/service-role/execution`,
  taskRoleArn: 'task',
  containerDefinitions: [
    {
      name: 'backend',
      image: 'put-here',
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': '/ecs/backend',
          'awslogs-region': region,
          'awslogs-stream-prefix': 'ecs',
        },
      },
    },
  ],
})

const places: readonly Place[] = [
  { region: 'eu-central-1', partition: 'aws', suffix: 'amazonaws.com' },
  { region: 'cn-north-1', partition: 'aws-cn', suffix: 'amazonaws.com.cn' },
  { region: 'us-gov-west-1', partition: 'aws-us-gov', suffix: 'amazonaws.com' },
]

describe.each(places)('in $region, of the partition $partition', (place) => {
  const { region, partition, suffix } = place
  const inputs = {
    image: 'arbiter-ai/backend:1',
    secrets: [
      'DATABASE_URL=arbiter-ai/sandbox:DATABASE_URL',
      'LEVEL=/arbiter/level',
      `ALSO=arn:${partition}:ssm:${region}:${account}:parameter/arbiter/level`,
    ].join('\n'),
    preflight: 'strict',
    'expect-permissions': `task=s3:GetObject on arn:${partition}:s3:::bucket/*`,
  }

  it('every reference is found, and every name becomes one of this partition', async () => {
    const run = await renderIn(worldIn(place), definitionIn(place), inputs)
    expect(run.errors).toEqual([])
    expect(run.log.join('\n')).not.toContain('Not checked')
    const rendered = await readRendered(run)
    expect(rendered.taskRoleArn).toBe(`arn:${partition}:iam::${account}:role/service-role/task`)
    const [container] = rendered.containerDefinitions
    const registry = `${account}.dkr.ecr.${region}.${suffix}`
    expect(container?.image?.split('@')[0]).toBe(`${registry}/arbiter-ai/backend`)
    expect(container?.secrets?.[0]?.valueFrom).toBe(
      `arn:${partition}:secretsmanager:${region}:${account}:secret:arbiter-ai/sandbox-AbCdEf:DATABASE_URL::`,
    )
  })

  it('a role of another partition is told with the one that there is', async () => {
    const other = partition === 'aws' ? 'aws-cn' : 'aws'
    const run = await renderIn(worldIn(place), definitionIn(place), {
      ...inputs,
      'execution-role-arn': `arn:${other}:iam::${account}:role/service-role/execution`,
    })
    expect(refusal(run)).toContain(
      `The role of this name is arn:${partition}:iam::${account}:role/service-role/execution.`,
    )
  })
})
