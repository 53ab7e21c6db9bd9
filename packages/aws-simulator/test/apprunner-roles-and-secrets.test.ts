import { CreateServiceCommand, UpdateServiceCommand } from '@aws-sdk/client-apprunner'
import { BatchGetImageCommand, ECRClient } from '@aws-sdk/client-ecr'
import { DeleteSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { clientOptions, sleepSeconds, type Scene } from './in-virtual-time.ts'
import {
  accessRole,
  answers,
  ask,
  chatbot,
  chatbotWorld,
  describeService,
  instanceRole,
  linesOf,
  operationsOf,
  repository,
  secretArn,
  serviceArn,
  serviceId,
  sourceOf,
  untilEnded,
  updateTo,
  withAppRunner,
  type AppRunnerScene,
} from './chatbot-world.ts'

const withSecrets = (reference: string) =>
  sourceOf('v1', { RuntimeEnvironmentSecrets: { AUTH_SECRET: reference } })
const statement = (Action: string | string[], Resource: string | string[] = '*') => ({
  Statement: { Effect: 'Allow', Action, Resource },
})
const pulls = ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']
const role = (arn: string, policy: object) => ({
  roleName: arn.split('/')[1] ?? '',
  policies: [{ ...policy }],
})

async function deleteSecret({ simulator }: Scene, SecretId: string): Promise<void> {
  const secrets = new SecretsManagerClient(clientOptions(simulator))
  await secrets.send(new DeleteSecretCommand({ SecretId }))
  secrets.destroy()
}

async function digestOf({ simulator }: Scene, imageTag: string): Promise<string> {
  const ecr = new ECRClient(clientOptions(simulator))
  const asked = { repositoryName: 'ai-chatbot', imageIds: [{ imageTag }] }
  const { images } = await ecr.send(new BatchGetImageCommand(asked))
  ecr.destroy()
  return images?.[0]?.imageId?.imageDigest ?? ''
}

describe('The secrets of an image', () => {
  const parameters = [{ name: '/chatbot/auth', value: 'x' }]
  const parameter = 'arn:aws:ssm:us-east-1:123456789012:parameter/chatbot/auth'

  it.each([secretArn, `${secretArn}:AUTH_SECRET::`, parameter, '/chatbot/auth'])(
    'are found by %s',
    (reference) =>
      withAppRunner(chatbotWorld({}, { parameters }), async ({ appRunner }) => {
        const SourceConfiguration = withSecrets(reference)
        const ended = await updateTo(appRunner, 'v1', { SourceConfiguration })
        expect(ended.Status).toBe('SUCCEEDED')
      }),
  )

  it.each<[string, RegExp]>([
    [secretArn.replace('auth', 'other'), /ResourceNotFoundException/],
    [`${secretArn}:OTHER::`, /did not contain json key OTHER/],
    [parameter, /invalid parameters: .*chatbot\/auth/],
  ])('keep it from starting when there is no %s, with a line that says why', (reference, why) =>
    withAppRunner(chatbotWorld(), async (scene) => {
      const { appRunner } = scene
      const SourceConfiguration = withSecrets(reference)
      const ended = await updateTo(appRunner, 'v1', { SourceConfiguration })
      expect(ended.Status).toBe('ROLLBACK_SUCCEEDED')
      const lines = await linesOf(scene, 'service', { streams: ['events'] })
      expect(lines.filter((line) => why.test(line))).toHaveLength(1)
      const after = await describeService(appRunner)
      expect(after?.SourceConfiguration).toEqual(sourceOf('v1'))
    }),
  )

  it('keep it from starting when the instance role may not read them', () => {
    const roles = [
      role(accessRole, statement('ecr:*')),
      role(instanceRole, statement('bedrock:InvokeModel')),
    ]
    return withAppRunner(chatbotWorld({}, { roles }), async (scene) => {
      const SourceConfiguration = withSecrets(secretArn)
      const ended = await updateTo(scene.appRunner, 'v1', { SourceConfiguration })
      expect(ended.Status).toBe('ROLLBACK_SUCCEEDED')
      const lines = await linesOf(scene, 'service', { streams: ['events'] })
      expect(lines.join('\n')).toMatch(
        /chatbot-instance\/.* is not authorized to perform: secretsmanager:GetSecretValue/,
      )
    })
  })

  it('keep the version before from being restored when they have gone meanwhile', () => {
    const services = [{ ...chatbot({ SourceConfiguration: withSecrets(secretArn) }), serviceId }]
    const world = chatbotWorld({ broken: { exit: { after: '1s', code: 1 } } })
    return withAppRunner({ ...world, appRunner: { services } }, async (scene) => {
      const { appRunner } = scene
      const SourceConfiguration = sourceOf('broken')
      await appRunner.send(
        new UpdateServiceCommand({ ServiceArn: serviceArn, SourceConfiguration }),
      )
      await deleteSecret(scene, secretArn)
      expect(await untilEnded(appRunner)).toMatchObject({ Status: 'ROLLBACK_FAILED' })
      expect(await describeService(appRunner)).toMatchObject({ Status: 'RUNNING' })
    })
  })
})

describe('An access role', () => {
  const roles = (actions: string[], resource?: string) => [
    role(accessRole, statement(actions, resource)),
    role(instanceRole, statement('*')),
  ]
  const world = (granted: ReturnType<typeof roles>): World =>
    chatbotWorld({}, { roles: granted, appRunner: { services: [] } })
  const ecrArn = 'arn:aws:ecr:us-east-1:123456789012:repository/ai-chatbot'

  it('that may fetch images of ECR is enough', () =>
    withAppRunner(world(roles(pulls)), async ({ appRunner }) => {
      const { Service } = await appRunner.send(new CreateServiceCommand(chatbot()))
      const ended = await untilEnded(appRunner, Service?.ServiceArn)
      expect(ended.Status).toBe('SUCCEEDED')
    }))

  it.each([
    ['cannot download layers', pulls.slice(0, 2), undefined],
    ['has the token for one repository only', pulls, ecrArn],
  ])('that %s fails the deployment as invalid', (_, actions, resource) =>
    withAppRunner(world(roles(actions, resource)), async (scene) => {
      const { appRunner } = scene
      const { Service } = await appRunner.send(new CreateServiceCommand(chatbot()))
      const { ServiceArn, ServiceId } = Service ?? {}
      const ended = await untilEnded(appRunner, ServiceArn)
      expect(ended.Status).toBe('FAILED')
      expect(await describeService(appRunner, ServiceArn)).toMatchObject({
        Status: 'CREATE_FAILED',
      })
      expect(await linesOf(scene, 'service', { streams: ['events'], id: ServiceId })).toEqual(
        expect.arrayContaining([
          '[AppRunner] Failed to pull your application image. Reason: Invalid Access Role in AuthenticationConfiguration.',
          `[AppRunner] Deployment with ID : ${ended.Id?.replaceAll('-', '')} failed. Failure reason : Failed to copy the image from ECR`,
          '[AppRunner] Service creation failed. For details, see service logs.',
          '[AppRunner] Service status is set to CREATE_FAILED.',
        ]),
      )
    }),
  )
})

describe('An image whose tag is pushed', () => {
  const pushed = { after: '1m', since: { operation: 'ListOperations' } }
  const watched = {
    ...chatbot(),
    SourceConfiguration: { ...sourceOf('v1'), AutoDeploymentsEnabled: true },
  }
  const push = { repository, tags: ['v1'], behaviour: answers('pushed'), pushed }
  const world = (service: object = watched): World => {
    const made = chatbotWorld({ v2: answers('v2') })
    const services = [{ ...watched, serviceId, subdomain: 'psbqam834h', ...service }]
    return { ...made, images: [...(made.images ?? []), push], appRunner: { services } }
  }
  const types = async (scene: AppRunnerScene) =>
    (await operationsOf(scene.appRunner)).map(({ Type }) => Type)

  it('is deployed by itself soon after', () =>
    withAppRunner(world(), async (scene) => {
      expect(await types(scene)).toEqual(['CREATE_SERVICE'])
      await sleepSeconds(75)
      expect(await types(scene)).toEqual(['START_DEPLOYMENT', 'CREATE_SERVICE'])
      expect(await untilEnded(scene.appRunner)).toMatchObject({ Status: 'SUCCEEDED' })
      expect((await ask(scene)).body).toBe('pushed')
    }))

  it('is deployed after the operation that is under way', () =>
    withAppRunner(world(), async (scene) => {
      await types(scene)
      const HealthCheckConfiguration = { Protocol: 'TCP' } as const
      const update = { ServiceArn: serviceArn, HealthCheckConfiguration }
      await scene.appRunner.send(new UpdateServiceCommand(update))
      await sleepSeconds(100)
      expect(await types(scene)).toEqual(['UPDATE_SERVICE', 'CREATE_SERVICE'])
      await sleepSeconds(250)
      expect(await types(scene)).toEqual(['START_DEPLOYMENT', 'UPDATE_SERVICE', 'CREATE_SERVICE'])
    }))

  it('is not deployed after an operation that went to another image', () =>
    withAppRunner(world(), async (scene) => {
      await types(scene)
      await updateTo(scene.appRunner, 'v2')
      await sleepSeconds(600)
      expect(await types(scene)).toEqual(['UPDATE_SERVICE', 'CREATE_SERVICE'])
    }))

  it('is not deployed to a service whose image has a digest besides', () =>
    withAppRunner(world(), async (scene) => {
      await types(scene)
      const digest = await digestOf(scene, 'v1')
      const SourceConfiguration = { ...sourceOf(`v1@${digest}`), AutoDeploymentsEnabled: true }
      const ended = await updateTo(scene.appRunner, 'v1', { SourceConfiguration })
      expect(ended.Status).toBe('SUCCEEDED')
      await sleepSeconds(600)
      expect(await types(scene)).toEqual(['UPDATE_SERVICE', 'CREATE_SERVICE'])
    }))

  it.each<[string, object]>([
    ['does not watch it', { SourceConfiguration: sourceOf('v1') }],
    ['is paused', { status: 'PAUSED' }],
    [
      'runs another tag',
      { SourceConfiguration: { ...sourceOf('v2'), AutoDeploymentsEnabled: true } },
    ],
  ])('is not deployed to a service that %s', (_, service) =>
    withAppRunner(world(service), async (scene) => {
      const before = await types(scene)
      await sleepSeconds(600)
      expect(await types(scene)).toEqual(before)
    }),
  )
})
