import {
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import {
  BatchGetSecretValueCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
} from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import { network, secretArn, taskDefinition } from './arbiter-world.ts'
import { allow, allowedOnly, cluster, toTasks } from './as-caller.ts'

const key = 'arn:aws:kms:us-east-1:123456789012:key/0123'
const role = 'arn:aws:iam::123456789012:role/arbiter-execution'

describe('Roles that tasks get', () => {
  const ecsActions = allow('ecs:*', '*')
  const refused = {
    name: 'AccessDeniedException',
    message: expect.stringContaining(`iam:PassRole on resource: ${role} because`),
  }
  const uses = [
    new RegisterTaskDefinitionCommand(taskDefinition()),
    new UpdateServiceCommand({
      cluster,
      service: 'backend',
      taskDefinition: 'arbiter-backend-sandbox',
    }),
    new RunTaskCommand({
      cluster,
      taskDefinition: 'arbiter-backend-sandbox',
      networkConfiguration: network,
    }),
  ]

  it.each(uses)('have to be passed: $constructor.name', async (command) => {
    // One of several commands, each with its own answer.
    const sent = command as RunTaskCommand
    await allowedOnly([ecsActions], async ({ ecs }) => {
      await expect(ecs.send(sent)).rejects.toMatchObject(refused)
    })
    await allowedOnly([ecsActions, allow('iam:PassRole', role, toTasks)], async ({ ecs }) => {
      await expect(ecs.send(sent)).resolves.toBeDefined()
    })
  })

  it('may not be passed to tasks by who may pass them to functions', () => {
    const toFunctions = { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }
    return allowedOnly([ecsActions, allow('iam:PassRole', '*', toFunctions)], async ({ ecs }) => {
      const registering = new RegisterTaskDefinitionCommand(taskDefinition())
      await expect(ecs.send(registering)).rejects.toMatchObject(refused)
    })
  })

  it('are not asked about where only the count changes', () =>
    allowedOnly([ecsActions], async ({ ecs }) => {
      const scaling = new UpdateServiceCommand({ cluster, service: 'backend', desiredCount: 2 })
      await expect(ecs.send(scaling)).resolves.toBeDefined()
    }))
})

describe('Tags', () => {
  const tags = [{ key: 'team', value: 'a' }]
  const definitions = 'arn:aws:ecs:us-east-1:123456789012:task-definition/arbiter-backend-sandbox:*'
  const tasks = `arn:aws:ecs:us-east-1:123456789012:task/${cluster}/*`

  it.each([
    [new RegisterTaskDefinitionCommand({ ...taskDefinition(), tags }), definitions],
    [
      new RunTaskCommand({
        cluster,
        taskDefinition: 'arbiter-backend-sandbox',
        networkConfiguration: network,
        tags,
      }),
      tasks,
    ],
  ] as const)(
    'of what is created need a permission of their own: %#',
    async (command, resource) => {
      // One of several commands, each with its own answer.
      const sent = command as RunTaskCommand
      const others = [
        allow('ecs:RunTask', '*'),
        allow('ecs:RegisterTaskDefinition', '*'),
        allow('iam:PassRole', role, toTasks),
      ]
      await allowedOnly(others, async ({ ecs }) => {
        await expect(ecs.send(sent)).rejects.toMatchObject({
          name: 'AccessDeniedException',
          message: expect.stringContaining(`ecs:TagResource on resource: ${resource} because`),
        })
      })
      await allowedOnly([...others, allow('ecs:TagResource', resource)], async ({ ecs }) => {
        await expect(ecs.send(sent)).resolves.toBeDefined()
      })
    },
  )
})

describe('Secrets', () => {
  const secretActions = allow('secretsmanager:*', '*')

  it('that are sealed with a key need that key', async () => {
    const reading = new GetSecretValueCommand({ SecretId: 'sealed' })
    const writing = new PutSecretValueCommand({ SecretId: 'sealed', SecretString: 'y' })
    const refused = { name: 'AccessDeniedException', message: 'Access to KMS is not allowed' }
    await allowedOnly([secretActions], async ({ secrets }) => {
      await expect(secrets.send(reading)).rejects.toMatchObject(refused)
      await expect(
        secrets.send(new DescribeSecretCommand({ SecretId: 'sealed' })),
      ).resolves.toBeDefined()
    })
    await allowedOnly([secretActions, allow('kms:Decrypt', key)], async ({ secrets }) => {
      await expect(secrets.send(reading)).resolves.toBeDefined()
      await expect(secrets.send(writing)).rejects.toMatchObject(refused)
    })
    await allowedOnly([secretActions, allow('kms:*', key)], async ({ secrets }) => {
      await expect(secrets.send(writing)).resolves.toBeDefined()
    })
  })

  it('are read in a batch as far as each may be read', () => {
    const statements = [
      allow('secretsmanager:BatchGetSecretValue', '*'),
      allow('secretsmanager:GetSecretValue', secretArn),
    ]
    return allowedOnly(statements, async ({ secrets }) => {
      const command = new BatchGetSecretValueCommand({ SecretIdList: [secretArn, 'sealed'] })
      expect(await secrets.send(command)).toMatchObject({
        SecretValues: [{ ARN: secretArn }],
        Errors: [
          {
            SecretId: 'sealed',
            ErrorCode: 'AccessDeniedException',
            Message: expect.stringContaining('secretsmanager:GetSecretValue'),
          },
        ],
      })
    })
  })
})
