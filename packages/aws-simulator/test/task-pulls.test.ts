import { UpdateServiceCommand, type RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { arbiterWorld, repository, taskDefinition } from './arbiter-world.ts'
import { describeTasks, target } from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

const executionRole = 'arbiter-execution'
const secretName = 'registry-login'
const login = { username: 'deploy', password: 'correct' }

interface Situation {
  readonly image: Partial<NonNullable<World['images']>[number]>
  readonly definition?: Partial<RegisterTaskDefinitionCommandInput>
  /** What the secret of the container's credentials holds; null for one that is not there. */
  readonly credentials?: string | Record<string, string> | null
  readonly world?: Partial<World>
}

/** Starts one task of a service that has had none, and says how it fared. */
async function startTask({ image, definition = {}, credentials, world = {} }: Situation) {
  const given = { repository: 'ghcr.io/org/app', tags: ['1'], ...image }
  const base = taskDefinition(`${given.repository}:${given.tags[0]}`)
  const [container] = base.containerDefinitions
  const withLogin = credentials !== undefined && {
    repositoryCredentials: { credentialsParameter: secretName },
  }
  const registered = {
    ...base,
    ...definition,
    containerDefinitions: [{ ...container, ...withLogin }],
  }
  const secrets = [...(arbiterWorld().secrets ?? [])]
  if (credentials !== undefined && credentials !== null)
    secrets.push({ name: secretName, value: credentials })
  const whole = { images: [given], secrets, taskDefinitions: [registered], ...world }
  let reason: string | undefined
  let isRunning = false
  await inVirtualTime(arbiterWorld({ desiredCount: 0 }, whole), async ({ ecs }) => {
    await ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 1 }))
    await sleepSeconds(60)
    const [stopped] = await describeTasks(ecs, 'STOPPED')
    reason = stopped?.stoppedReason
    isRunning = (await describeTasks(ecs, 'RUNNING')).some(
      ({ lastStatus }) => lastStatus === 'RUNNING',
    )
  })
  return { reason, isRunning }
}

describe('A task pulls an image', () => {
  const mismatch =
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): image Manifest does ' +
    'not contain descriptor matching platform '

  it.each<
    [string, string[], RegisterTaskDefinitionCommandInput['runtimePlatform'], string | undefined]
  >([
    ['for the platform that most have', ['linux/amd64'], undefined, undefined],
    [
      'for its own platform out of several',
      ['linux/amd64', 'linux/arm64'],
      { cpuArchitecture: 'ARM64' },
      undefined,
    ],
    ['with a variant of its platform', ['linux/arm64/v8'], { cpuArchitecture: 'ARM64' }, undefined],
    ['for another platform, and stops', ['linux/arm64'], undefined, `${mismatch}'linux/amd64'`],
    [
      'for others than its own, and stops',
      ['linux/amd64', 'linux/arm/v7'],
      { cpuArchitecture: 'ARM64' },
      `${mismatch}'linux/arm64'`,
    ],
  ])('%s', async (_, platforms, runtimePlatform, reason) => {
    const definition = runtimePlatform === undefined ? {} : { runtimePlatform }
    const started = await startTask({ image: { platforms }, definition })
    expect(started).toEqual({ reason, isRunning: reason === undefined })
  })
})

describe('A task pulls from a private registry', () => {
  const world = { registries: [{ host: 'ghcr.io', users: [login] }] }
  const denied = /^CannotPullContainerError: .*: pull access denied, .*: authorization failed$/
  const malformed = (part: string) =>
    new RegExp(
      `^ResourceInitializationError: .*asm fetching ${part}: AuthorizationData is malformed`,
    )

  it('with the credentials of its container', async () => {
    expect(await startTask({ image: {}, credentials: login, world })).toMatchObject({
      isRunning: true,
    })
  })

  it.each<[string, Situation['credentials'], RegExp]>([
    ['without credentials', undefined, denied],
    ['with a wrong password', { ...login, password: 'guessed' }, denied],
    ['with a secret that has other keys', { token: 'correct' }, malformed('username')],
    ['with a secret that has no password', { username: 'deploy' }, malformed('password')],
    ['with a secret that is no JSON', 'correct', malformed('username')],
    [
      'with a secret that is not there',
      null,
      /asm fetching secret from the service for registry-login: ResourceNotFoundException: /,
    ],
  ])('%s, and stops', async (_, credentials, reason) => {
    const situation = { image: {}, world, ...(credentials !== undefined && { credentials }) }
    expect((await startTask(situation)).reason).toMatch(reason)
  })
})

describe('A task pulls from ECR', () => {
  const image = { repository, tags: ['1.4.0'] }
  const own = 'arn:aws:ecr:us-east-1:123456789012:repository/arbiter-ai/backend'
  const withPolicy = (...allowed: readonly (readonly [action: string, resource: string])[]) => ({
    roles: [
      {
        roleName: executionRole,
        policies: [
          {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: ['logs:*', 'secretsmanager:*'], Resource: '*' },
              ...allowed.map(([Action, Resource]) => ({ Effect: 'Allow', Action, Resource })),
            ],
          },
        ],
      },
    ],
  })
  const token = ['ecr:GetAuthorizationToken', '*'] as const
  const pull = [
    ['ecr:BatchGetImage', own],
    ['ecr:GetDownloadUrlForLayer', own],
  ] as const

  it('with what its execution role may do there', async () => {
    const started = await startTask({ image, world: withPolicy(token, ...pull) })
    expect(started).toEqual({ reason: undefined, isRunning: true })
  })

  it('without a way to log in, and stops', async () => {
    const { reason } = await startTask({ image, world: withPolicy(...pull) })
    expect(reason).toMatch(
      /^ResourceInitializationError: unable to pull secrets or registry auth: .*AccessDeniedException: User: .* is not authorized to perform: ecr:GetAuthorizationToken on resource: \*/,
    )
  })

  it('what it may not read, and stops', async () => {
    const { reason } = await startTask({ image, world: withPolicy(token, pull[0]) })
    expect(reason).toMatch(/^CannotPullContainerError: .* \[manifests 1\.4\.0\]: 403 Forbidden$/)
  })

  it('what another account keeps for itself, and stops', async () => {
    const foreign = { ...image, repository: repository.replace('123456789012', '999999999999') }
    const repositories = [{ repositoryName: 'arbiter-ai/backend', registryId: '999999999999' }]
    expect(await startTask({ image: foreign })).toMatchObject({ isRunning: true })
    const { reason } = await startTask({ image: foreign, world: { repositories } })
    expect(reason).toMatch(/403 Forbidden$/)
  })
})

describe('A task pulls from a registry in trouble', () => {
  it.each<[string, object, RegExp]>([
    ['that is unreachable', { unreachable: true }, /^CannotPullContainerError: .*: i\/o timeout$/],
    ['that has been asked too often', { rateLimit: { requests: 1, per: '1h' } }, /toomanyrequests/],
  ])('%s, and stops', async (_, trouble, reason) => {
    const world = {
      registries: [{ host: 'ghcr.io', ...trouble }],
      actors: [
        {
          after: '20s',
          operation: 'UpdateService',
          input: { ...target, forceNewDeployment: true },
        },
      ],
    }
    expect((await startTask({ image: {}, world })).reason).toMatch(reason)
  })
})
