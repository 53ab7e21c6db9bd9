import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import {
  accessRole,
  chatbotWorld,
  imageOf,
  pinnedTo,
  repository,
  secretArn,
  sourceOf,
} from './chatbot.world.ts'
import { deploy, deployAlso, imageIn } from './deployed.ts'

const running = { Status: 'RUNNING' }

/** A world in which somebody changes a secret as soon as the update has begun. */
const secretGone: World = chatbotWorld({
  actors: [
    {
      after: '10s',
      since: { operation: 'UpdateService' },
      operation: 'PutSecretValue',
      input: { SecretId: secretArn, SecretString: '{"OTHER":"x"}' },
    },
  ],
})

const arm = {
  repository,
  tags: ['arm'],
  platforms: ['linux/arm64'],
} as const

const allow = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
})
const roles = [
  { roleName: 'chatbot-access', policies: [allow('ecr:*')] },
  { roleName: 'chatbot-instance', policies: [allow('secretsmanager:GetSecretValue')] },
  { roleName: 'powerless' },
]

interface Failure {
  readonly world?: World
  readonly inputs: Record<string, string>
  readonly failure: string
  readonly outcome: string
  readonly status: string
  readonly says: string
}

const quick = { 'health-check-interval': '5' }

const failures: readonly (readonly [string, Failure])[] = [
  [
    'ends by itself',
    {
      inputs: { image: imageOf('crashing') },
      failure: 'crash',
      outcome: 'rolled-back',
      status: 'ROLLBACK_SUCCEEDED',
      says: 'Container exit code: 3',
    },
  ],
  [
    'needs more memory than it has',
    {
      inputs: { image: imageOf('hungry') },
      failure: 'oom',
      outcome: 'rolled-back',
      status: 'ROLLBACK_SUCCEEDED',
      says: 'Container exit code: 137 (it was killed (SIGKILL))',
    },
  ],
  [
    'never answers its health check',
    {
      inputs: { image: imageOf('stuck'), ...quick },
      failure: 'container-health',
      outcome: 'rolled-back',
      status: 'ROLLBACK_SUCCEEDED',
      says: 'Health check failed on protocol `HTTP`',
    },
  ],
  [
    'listens on another port',
    {
      inputs: { port: '8080', ...quick },
      failure: 'container-health',
      outcome: 'rolled-back',
      status: 'ROLLBACK_SUCCEEDED',
      says: "[Port: '8080']",
    },
  ],
  [
    'is not there',
    {
      inputs: { image: imageOf('missing'), preflight: 'off' },
      failure: 'image',
      outcome: 'failed',
      status: 'FAILED',
      says: 'Failed to copy the image from ECR',
    },
  ],
  [
    'is for another platform',
    {
      world: chatbotWorld({ moreImages: [arm] }),
      inputs: { image: imageOf('arm'), preflight: 'off' },
      failure: 'image',
      outcome: 'failed',
      status: 'FAILED',
      says: 'Failed to copy the image from ECR',
    },
  ],
  [
    'may not be pulled by the access role',
    {
      world: chatbotWorld({ roles }),
      inputs: { 'access-role-arn': accessRole.replace('chatbot-access', 'powerless') },
      failure: 'image',
      outcome: 'failed',
      status: 'FAILED',
      says: 'Failed to',
    },
  ],
]

describe('an update to an image that', () => {
  it.each(failures)(
    '%s is red with the cause, and the service RUNNING on what it ran',
    async (_, failure) => {
      const { world = chatbotWorld(), inputs, says, ...expected } = failure
      const run = await deploy(world, inputs)
      expect(run.exitCode).toBe(1)
      expect(run.outputs).toMatchObject({ outcome: expected.outcome, failure: expected.failure })
      expect(run.operations[0]).toMatchObject({ Type: 'UPDATE_SERVICE', Status: expected.status })
      expect(run.service).toMatchObject(running)
      expect(imageIn(run.service)).toBe(pinnedTo('v1'))
      expect(run.outputs['running-image']).toBe(pinnedTo('v1'))
      const { message = '' } = run.errors[0] ?? {}
      expect(message).toContain(says)
      expect(message).toContain(pinnedTo('v1'))
      expect(message).not.toContain('[AppRunner]')
      expect(run.summary).toContain('Events of the service')
    },
  )
})

describe('what cannot run', () => {
  it.each([
    ['an image that is not there', 'missing', 'missing'],
    ['an image for another platform', 'arm', 'is for linux/arm64, and App Runner runs linux/amd64'],
  ])('is red at once where it can be known: %s', async (_, tag, says) => {
    const run = await deploy(chatbotWorld({ moreImages: [arm] }), { image: imageOf(tag) })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
    expect(run.errors[0]?.message).toContain(says)
    expect(changes(run.simulator)).toEqual([])
    expect(run.seconds).toBeLessThan(1)
  })

  it('only earns a warning where that is asked for', async () => {
    const inputs = { image: imageOf('missing'), preflight: 'warn', wait: 'false' }
    const run = await deploy(chatbotWorld(), inputs)
    expect(run.outputs['outcome']).toBe('started')
    expect(run.warnings.join('\n')).toContain('missing')
  })
})

describe('a rollback of App Runner', () => {
  it('is told with its cause and what was written when it begins, and as what it is while it goes on', async () => {
    const run = await deploy(chatbotWorld(), { image: imageOf('crashing') })
    const begun = run.log.findIndex((line) => line.includes('ROLLBACK_IN_PROGRESS (3m 21s)'))
    const over = run.log.findIndex((line) => line.includes('ROLLBACK_SUCCEEDED'))
    const told = run.log.slice(begun, over)
    expect(told[1]).toMatch(/^The new version failed: .*Container exit code: 3\. Read the last/)
    expect(told).toContain('  POSTGRES_URL is not set')
    expect(told).toContain('Events of the service:')
    const waiting = told.filter((line) => line.includes('ROLLBACK_IN_PROGRESS'))
    expect(waiting.length).toBeGreaterThan(10)
    for (const line of waiting) expect(line).toContain('puts the previous version back')
    expect(told.filter((line) => line.startsWith('Events'))).toHaveLength(1)
    expect(run.seconds).toBeGreaterThan(15 * 60)
  })

  it('that fails is told as such, with the cause of both', async () => {
    const run = await deploy(secretGone, {})
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'rollback-failed' })
    expect(run.operations[0]).toMatchObject({ Status: 'ROLLBACK_FAILED' })
    expect(run.errors[0]?.message).toContain('Failed to retrieve the secrets')
    expect(run.log.join('\n')).toContain('Failed to roll back')
  })

  it('is told by its own events, and not by those of a failure before', async () => {
    const second = { image: imageOf('stuck'), ...quick }
    let next: Readonly<Record<string, string>> = {}
    await deploy(
      chatbotWorld(),
      { image: imageOf('crashing') },
      {
        async afterwards(simulator) {
          next = (await deployAlso(simulator, second)).outputs
        },
      },
    )
    expect(next).toMatchObject({ outcome: 'rolled-back', failure: 'container-health' })
  })

  it('shows what the new version wrote, and not what the old one goes on writing', async () => {
    const old = {
      repository,
      tags: ['old'],
      behaviour: { port: 3000, logs: [{ after: '3500s', line: 'the old one is busy' }] },
    } as const
    const service = {
      SourceConfiguration: sourceOf(imageOf('old')),
      HealthCheckConfiguration: { Protocol: 'TCP' },
    } as const
    const world = chatbotWorld({ service, moreImages: [old] })
    const run = await deploy(world, { image: imageOf('crashing') })
    expect(run.log).toContain('  POSTGRES_URL is not set')
    expect(run.everything).not.toContain('the old one is busy')
  })

  it('of a service whose application has written nothing says so', async () => {
    const run = await deploy(chatbotWorld(), { image: imageOf('hungry') })
    expect(run.log).toContain('Output of the application (nothing was written)')
    expect(run.errors[0]?.message).not.toContain('The application wrote')
  })
})

describe("the guide's health check", () => {
  it('is waited for its 400 s, and that is said at the beginning and while waiting', async () => {
    const run = await deploy(chatbotWorld(), { image: imageOf('stuck') })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'container-health' })
    const log = run.log.join('\n')
    const [first] = run.log.filter((line) => line.includes('has begun'))
    expect(first).toContain('given up about 400 s (6m 40s) after its start: 20 checks, 20 s apart')
    expect(
      log.match(/IN_PROGRESS \(\d+m \d+s\); a version .* about 400 s/g)?.length,
    ).toBeGreaterThan(6)
    expect(log).toContain('  waiting for the database')
    expect(run.seconds).toBeGreaterThan(182 + 400 + 900)
  })

  it('is green for one that answers within it', async () => {
    const slow = { startup: { healthyAfter: '390s' }, port: 3000 } as const
    const image = { repository, tags: ['slow'], behaviour: slow }
    const world = chatbotWorld({ moreImages: [image] })
    const run = await deploy(world, { image: imageOf('slow'), 'health-check-path': '/' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.seconds).toBeGreaterThan(182 + 390)
  })
})

describe('logs that may not be read', () => {
  it('are told with the statement that is missing, and the failure stays one', async () => {
    const error = { name: 'AccessDeniedException', message: 'not authorized' }
    const faults = [{ operation: 'GetLogEvents', every: 1, error }]
    const run = await deploy(chatbotWorld({ faults }), { image: imageOf('crashing') })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'service-error' })
    expect(run.log.join('\n')).toContain('"Action":"logs:GetLogEvents"')
  })

  it('are read again at the end where the first look came too early', async () => {
    const world = chatbotWorld({ timings: { logArrival: '2m' } })
    const run = await deploy(world, { image: imageOf('crashing') })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.errors[0]?.message).toContain('POSTGRES_URL is not set')
  })
})

describe('a redeployment', () => {
  it('that fails is red as an update is', async () => {
    const pushed = {
      repository,
      tags: ['latest'],
      behaviour: { exit: { after: '3s', code: 3 } },
      pushed: { after: '0s' },
    } as const
    const before = { repository, tags: ['latest'], behaviour: { port: 3000 } }
    const world = chatbotWorld({
      service: { SourceConfiguration: sourceOf(imageOf('latest')), HealthCheckConfiguration: {} },
      moreImages: [before, pushed],
    })
    const run = await deploy(world, { image: '' })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.operations[0]).toMatchObject({ Type: 'START_DEPLOYMENT' })
    expect(run.service).toMatchObject(running)
  })
})
