import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import {
  accessRole,
  chatbotWorld,
  imageOf,
  pinnedTo,
  serviceArn,
  sourceOf,
  variables,
} from './chatbot.world.ts'
import { deploy, deployAlso, imageConfigurationOf, imageIn } from './deployed.ts'

type Actor = NonNullable<World['actors']>[number]

const throttled = { name: 'ThrottlingException', message: 'Rate exceeded' }

const somebody = (operation: string, input: object = {}, after = '0s') =>
  ({ after, operation, input: { ServiceArn: serviceArn, ...input } }) as Actor // as WORLD.md has it

/** Somebody else changes a variable. */
const update = (after?: string) =>
  somebody(
    'apprunner:UpdateService',
    {
      SourceConfiguration: sourceOf(pinnedTo('v1'), {
        RuntimeEnvironmentVariables: { THEIRS: '1' },
      }),
    },
    after,
  )

describe("somebody else's operation", () => {
  it('is waited for, and what it changed stays', async () => {
    const run = await deploy(chatbotWorld({ actors: [update()] }), { environment: 'OURS=1' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(imageConfigurationOf(run.service)?.RuntimeEnvironmentVariables).toEqual({
      THEIRS: '1',
      OURS: '1',
    })
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
    expect(run.summary).toContain('waiting for others')
    expect(run.log.join('\n')).toContain('is under way, which this step did not start.')
  })

  it('is a conflict where that is wanted, and nothing is changed', async () => {
    const run = await deploy(chatbotWorld({ actors: [update()] }), { 'in-flight': 'fail' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.errors[0]?.message).toMatch(/^update service \S+ of chatbot is under way/)
    expect(changes(run.simulator)).toEqual([])
    expect(run.seconds).toBeLessThan(5)
  })

  it('that begins between look and act is noticed', async () => {
    const actors = [{ ...update(), since: { operation: 'BatchGetImage' } }]
    const waits = await deploy(chatbotWorld({ actors }), {})
    expect(waits.outputs['outcome']).toBe('deployed')
    expect(imageConfigurationOf(waits.service)?.RuntimeEnvironmentVariables).toEqual({
      THEIRS: '1',
    })
    const fails = await deploy(chatbotWorld({ actors }), { 'in-flight': 'fail' })
    expect(fails.outputs).toMatchObject({ failure: 'conflict' })
  })

  it('that takes longer than the time given ends the step, which has changed nothing', async () => {
    const run = await deploy(chatbotWorld({ actors: [update()] }), { timeout: '2m' })
    expect(run.outputs).toMatchObject({ outcome: 'timed-out', failure: 'timeout' })
    expect(changes(run.simulator)).toEqual([])
    expect(run.seconds).toBeLessThan(130)
  })

  it('that comes after this one is told: the service is not as it was left', async () => {
    const theirs = { SourceConfiguration: sourceOf(imageOf('v1')) }
    const overtaken = somebody('apprunner:UpdateService', theirs, '293s')
    const world = chatbotWorld({
      actors: [{ ...overtaken, since: { operation: 'UpdateService' } }],
    })
    const other = await deploy(world, {})
    expect(other.outputs).toMatchObject({ outcome: 'failed', failure: 'superseded' })
    expect(other.errors[0]?.message).toContain(imageOf('v1'))
  })

  it('that takes away what this one has set is told, although the image is the same', async () => {
    const theirs = { SourceConfiguration: sourceOf(pinnedTo('v2')) }
    const overtaking = somebody('apprunner:UpdateService', theirs, '293s')
    const actors = [{ ...overtaking, since: { operation: 'UpdateService' } }]
    const run = await deploy(chatbotWorld({ actors }), { environment: 'OURS=canary-1' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'superseded' })
    expect(run.errors[0]?.message).toContain('it has another environment.OURS')
    expect(run.errors[0]?.message).not.toContain('canary-1')
  })

  it.each([
    ['pauses', 'apprunner:PauseService', 'pause service'],
    ['deletes', 'apprunner:DeleteService', 'delete service'],
  ])('that %s the service right after this one is told', async (_, operation, says) => {
    const ending = { ...somebody(operation, {}, '293s'), since: { operation: 'UpdateService' } }
    const run = await deploy(chatbotWorld({ actors: [ending] }), {})
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'superseded' })
    expect(run.errors[0]?.message).toContain(says)
  })

  it('is not taken for the one whose call was throttled', async () => {
    const world = (inputs: Record<string, string> = {}) =>
      deploy(
        chatbotWorld({
          actors: [{ ...update(), since: { operation: 'UpdateService' } }],
          faults: [{ operation: 'UpdateService', calls: [1], error: throttled }],
        }),
        { image: imageOf('v2'), environment: 'OURS=1', ...inputs },
      )
    const run = await world()
    expect(run.outputs['outcome']).toBe('deployed')
    expect(run.operations).toHaveLength(3)
    expect(run.outputs['operation-id']).toBe(run.operations[0]?.Id)
    expect(imageConfigurationOf(run.service)?.RuntimeEnvironmentVariables).toEqual({
      THEIRS: '1',
      OURS: '1',
    })
    const failing = await world({ 'in-flight': 'fail' })
    expect(failing.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
  })

  it('that creates the service meanwhile is not taken for the one whose call was throttled', async () => {
    const theirs = {
      ServiceName: 'chatbot',
      SourceConfiguration: sourceOf(pinnedTo('v1'), { RuntimeEnvironmentSecrets: {} }),
    }
    const creating = somebody('apprunner:CreateService', {})
    const actors = [{ ...creating, input: theirs, since: { operation: 'CreateService' } }]
    const faults = [{ operation: 'CreateService', calls: [1], error: throttled }]
    const world = chatbotWorld({ actors, faults, appRunner: { services: [] } })
    const inputs = { create: 'if-missing', 'access-role-arn': accessRole, port: '3000' }
    const run = await deploy(world, inputs)
    expect(run.outputs['outcome']).toBe('deployed')
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
    expect(run.operations).toHaveLength(2)
  })

  it('that begins while nothing seems to be left to do is waited for', async () => {
    const actors = [{ ...update(), since: { operation: 'BatchGetImage' } }]
    const run = await deploy(chatbotWorld({ actors }), { image: imageOf('v1') })
    expect(run.outputs['outcome']).toBe('unchanged')
    expect(run.summary).toContain('waiting for others')
    expect(run.service).toMatchObject({ Status: 'RUNNING' })
  })
})

describe('two runs at once', () => {
  it('with the same wish: one deploys, the other waits and finds it done', async () => {
    let second: Record<string, string> = {}
    const run = await deploy(
      chatbotWorld(),
      {},
      {
        async meanwhile(simulator) {
          second = (await deployAlso(simulator, {})).outputs
        },
      },
    )
    const outcomes = new Set([run.outputs['outcome'], second['outcome']])
    expect(outcomes).toEqual(new Set(['deployed', 'unchanged']))
    expect(run.operations).toHaveLength(2)
  })

  it('with different wishes: both are carried out, one after the other', async () => {
    let second: Record<string, string> = {}
    const run = await deploy(
      chatbotWorld(),
      { environment: 'A=1' },
      {
        async meanwhile(simulator) {
          second = (await deployAlso(simulator, { environment: 'B=1' })).outputs
        },
      },
    )
    expect([run.outputs['outcome'], second['outcome']]).toEqual(['deployed', 'deployed'])
    const environment = imageConfigurationOf(run.service)?.RuntimeEnvironmentVariables
    expect(environment).toEqual({ ...variables, A: '1', B: '1' })
  })

  it('with in-flight: fail, the later ends in conflict', async () => {
    let second: Record<string, string> = {}
    const inputs = { 'in-flight': 'fail' }
    const run = await deploy(chatbotWorld(), inputs, {
      async meanwhile(simulator) {
        second = (await deployAlso(simulator, inputs)).outputs
      },
    })
    const ends = [run.outputs, second].map(({ outcome, failure }) => `${outcome} ${failure}`)
    expect(new Set(ends)).toEqual(new Set(['deployed undefined', 'failed conflict']))
    expect(run.operations).toHaveLength(2)
  })
})

describe('a paused service', () => {
  const paused = chatbotWorld({ service: { status: 'PAUSED' } })

  it('is an error that says how it is resumed', async () => {
    const run = await deploy(paused, {})
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('resume: true')
    expect(changes(run.simulator)).toEqual([])
  })

  it('is resumed first where that is wanted, and then deployed to', async () => {
    const run = await deploy(paused, { resume: 'true' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.service).toMatchObject({ Status: 'RUNNING' })
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
    expect(run.operations.slice(0, 2).map(({ Type }) => Type)).toEqual([
      'UPDATE_SERVICE',
      'RESUME_SERVICE',
    ])
  })

  it('is only resumed where it has all that it is to have, and that is a deployment', async () => {
    const run = await deploy(paused, { resume: 'true', image: pinnedTo('v1') })
    expect(run.outputs['outcome']).toBe('deployed')
    expect(changes(run.simulator)).toEqual(['ResumeService'])
  })

  it('that cannot be resumed stays paused, and the cause is told', async () => {
    const input = { SecretId: 'chatbot/auth', SecretString: '{"OTHER":"x"}' }
    const gone = {
      after: '20s',
      since: { operation: 'ResumeService' },
      operation: 'PutSecretValue',
      input,
    }
    const world = chatbotWorld({ service: { status: 'PAUSED' }, actors: [gone] })
    const run = await deploy(world, { resume: 'true' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    expect(run.errors[0]?.message).toContain('The service is PAUSED')
    expect(run.service).toMatchObject({ Status: 'PAUSED' })
  })
})

describe('wait: false', () => {
  it('is green once the operation has begun', async () => {
    const run = await deploy(chatbotWorld(), { wait: 'false' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'started' } })
    expect(run.outputs['operation-id']).toBe(run.operations[0]?.Id)
    expect(run.outputs).not.toHaveProperty('running-image')
    expect(run.seconds).toBeLessThan(1)
  })
})

describe('an operation that takes longer than the time given', () => {
  it('goes on, and the step is red', async () => {
    const run = await deploy(chatbotWorld(), { timeout: '3m' })
    expect(run.outputs).toMatchObject({ outcome: 'timed-out', failure: 'timeout' })
    expect(run.service).toMatchObject({ Status: 'OPERATION_IN_PROGRESS' })
    expect(run.errors[0]?.message).toContain('was not over after 3m 00s, and goes on')
    expect(run.outputs).not.toHaveProperty('running-image')
    expect(run.seconds).toBeLessThan(190)
  })

  it('is red with the cause where that is known by then', async () => {
    const run = await deploy(chatbotWorld(), { image: imageOf('crashing'), timeout: '5m' })
    expect(run.outputs).toMatchObject({ outcome: 'timed-out', failure: 'crash' })
    expect(run.errors[0]?.message).toContain('Container exit code: 3')
    expect(run.errors[0]?.message).toContain('  | POSTGRES_URL is not set')
  })

  it('is waited for by the next run', async () => {
    let next: Record<string, string> = {}
    await deploy(
      chatbotWorld(),
      { timeout: '3m' },
      {
        async afterwards(simulator) {
          next = (await deployAlso(simulator, {})).outputs
        },
      },
    )
    expect(next['outcome']).toBe('unchanged')
  })
})
