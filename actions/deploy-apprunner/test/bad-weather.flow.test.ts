import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import {
  accessRole,
  chatbotWorld,
  imageOf,
  instanceRole,
  pinnedTo,
  sourceOf,
} from './chatbot.world.ts'
import { deploy, imageIn } from './deployed.ts'
import { deployIn } from './in-flow.ts'

type Faults = NonNullable<World['faults']>

const throttled = { name: 'ThrottlingException', message: 'Rate exceeded' }
const broken = { name: 'InternalServiceErrorException', status: 500 }
const create = {
  create: 'if-missing',
  'access-role-arn': accessRole,
  'instance-role-arn': instanceRole,
  port: '3000',
}
const nobody = { appRunner: { services: [] } }

const inARow = (first: number) => Array.from({ length: 10 }, (_, i) => first + i)

const weathers: readonly (readonly [string, Faults])[] = [
  ['every third call is throttled', [{ operation: '*', every: 3, error: throttled }]],
  ['every third call fails', [{ operation: '*', every: 3, error: broken }]],
  ['every fourth connection is cut', [{ operation: '*', every: 4, reset: true }]],
  ['everything is read two seconds late', [{ operation: '*', lag: '2s' }]],
  ['everything is read ten seconds late', [{ operation: '*', lag: '10s' }]],
  ...[1, 4, 8, 12, 20, 30].map((first) => {
    const faults: Faults = [{ operation: '*', calls: inARow(first), error: throttled }]
    return [`ten calls in a row are throttled, from call ${first} on`, faults] as const
  }),
]

describe.each(weathers)('when %s', (_, faults) => {
  it('a healthy image is deployed, once, in bounded time', async () => {
    const run = await deploy(chatbotWorld({ faults }), {})
    expect(run.errors).toEqual([])
    expect(run.outputs['outcome']).toBe('deployed')
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
    expect(run.operations).toHaveLength(2)
    expect(run.seconds).toBeLessThan(400)
  })

  it('a crashing one is rolled back, with its cause', async () => {
    const run = await deploy(chatbotWorld({ faults }), { image: imageOf('crashing') })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.errors[0]?.message).toContain('POSTGRES_URL is not set')
    expect(run.seconds).toBeLessThan(1_200)
  })

  it('what is as it is to be is left alone', async () => {
    const run = await deploy(chatbotWorld({ faults }), { image: imageOf('v1') })
    expect(run.outputs['outcome']).toBe('unchanged')
    expect(run.operations).toHaveLength(1)
  })
})

describe('an answer that is lost', () => {
  const ways = [
    ['by a cut connection', { reset: true }],
    ['behind a 500', { error: broken }],
  ] as const
  const lags = [[], [{ operation: 'List*', lag: '8s' }]] as const
  const cases = ways.flatMap(([how, fault]) => lags.map((lag) => [how, fault, lag] as const))

  it.each(cases)(
    'begins no second operation: of UpdateService, %s %j %j',
    async (_, fault, lag) => {
      const lost = { operation: 'UpdateService', calls: [1], takesEffect: true, ...fault }
      const run = await deploy(chatbotWorld({ faults: [lost, ...lag] }), {})
      expect(run.outputs['outcome']).toBe('deployed')
      expect(run.outputs['operation-id']).toBe(run.operations[0]?.Id)
      expect(run.operations).toHaveLength(2)
    },
  )

  it.each(cases)(
    'begins no second operation: of StartDeployment, %s %j %j',
    async (_, fault, lag) => {
      const lost = { operation: 'StartDeployment', calls: [1], takesEffect: true, ...fault }
      const world = chatbotWorld({
        faults: [lost, ...lag],
        service: { SourceConfiguration: sourceOf(imageOf('v1')) },
      })
      const run = await deploy(world, { image: '', 'in-flight': 'fail' })
      expect(run.outputs['outcome']).toBe('deployed')
      expect(run.operations).toHaveLength(2)
    },
  )

  it.each(cases)('creates no second service: of CreateService, %s %j %j', async (_, fault, lag) => {
    const lost = { operation: 'CreateService', calls: [1], takesEffect: true, ...fault }
    const run = await deploy(chatbotWorld({ faults: [lost, ...lag], ...nobody }), create)
    expect(run.outputs['outcome']).toBe('created')
    expect(run.service).toMatchObject({ Status: 'RUNNING' })
    expect(run.operations).toHaveLength(1)
  })

  it.each(cases)('resumes nothing twice: of ResumeService, %s %j %j', async (_, fault, lag) => {
    const lost = { operation: 'ResumeService', calls: [1], takesEffect: true, ...fault }
    const world = chatbotWorld({ faults: [lost, ...lag], service: { status: 'PAUSED' } })
    const run = await deploy(world, { resume: 'true', image: imageOf('v1') })
    expect(run.outputs['outcome']).toBe('deployed')
  })
})

describe('App Runner that cannot be asked any more', () => {
  it('ends the step red, which says that the operation goes on', async () => {
    const error = { name: 'AccessDeniedException', message: 'not authorized' }
    const faults = [{ operation: 'ListOperations', every: 1, error }]
    const inputs = { service: 'chatbot', image: imageOf('v2') }
    const run = await deployIn(chatbotWorld({ faults }), inputs)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
    expect(run.outputs['operation-id']).toBeDefined()
    expect(run.errors[0]?.message).toContain('apprunner:ListOperations')
    expect(run.errors[0]?.message).toContain('goes on without this step')
  })

  it('tells why the operation failed although the service cannot be read then', async () => {
    const error = { name: 'AccessDeniedException', message: 'not authorized' }
    const faults = [{ operation: 'DescribeService', calls: [2], error }]
    const run = await deploy(chatbotWorld({ faults }), { image: imageOf('crashing') })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.errors[0]?.message).not.toContain('goes on without this step')
  })

  it('does not say that an operation goes on which is over', async () => {
    const error = { name: 'AccessDeniedException', message: 'not authorized' }
    const faults = [
      { operation: 'GetLogEvents', every: 1, error },
      { operation: 'DescribeService', calls: [2], error },
    ]
    const run = await deploy(chatbotWorld({ faults }), {})
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
    expect(run.errors[0]?.message).not.toContain('goes on without this step')
  })

  it('is asked less and less often where it refuses without a reason, and not for ever', async () => {
    const message = 'Service cannot be updated in the current state: WHATEVER'
    const error = { name: 'InvalidStateException', message }
    const faults = [{ operation: 'UpdateService', every: 1, error }]
    const run = await deploy(chatbotWorld({ faults }), {})
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'service-error' })
    expect(run.errors[0]?.message).toContain(message)
    expect(changes(run.simulator).length).toBeLessThan(10)
    expect(run.seconds).toBeLessThan(180)
    const early = await deploy(chatbotWorld({ faults }), { timeout: '1m' })
    expect(early.outputs).toMatchObject({ outcome: 'timed-out', failure: 'timeout' })
    expect(early.errors[0]?.message).toContain(message)
  })

  it('is a service-error with its words where it refuses', async () => {
    const message = 'You have reached your account quota'
    const error = { name: 'ServiceQuotaExceededException', message }
    const faults = [{ operation: 'CreateService', every: 1, error }]
    const run = await deploy(chatbotWorld({ faults, ...nobody }), create)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'service-error' })
    expect(run.errors[0]?.message).toContain(message)
  })
})
