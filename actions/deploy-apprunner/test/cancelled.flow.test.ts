import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { chatbotWorld, imageOf, pinnedTo, serviceArn, sourceOf } from './chatbot.world.ts'
import { deploy, deployAlso, imageIn, sleep, type DeployedRun } from './deployed.ts'

interface Cancelled {
  readonly run: DeployedRun
  /** How the next run of the same inputs ended. */
  readonly next: Readonly<Record<string, string>>
}

/** SIGINT at a moment and SIGTERM 7.5 s later, as GitHub does; then the same step again. */
async function cancelAt(
  seconds: number,
  inputs: Readonly<Record<string, string>> = {},
  world: World = chatbotWorld(),
): Promise<Cancelled> {
  let next: Readonly<Record<string, string>> = {}
  let isOver = false
  const run = await deploy(world, inputs, {
    async meanwhile() {
      await sleep(seconds)
      if (!isOver) process.emit('SIGINT')
      await sleep(7.5)
      if (!isOver) process.emit('SIGTERM')
    },
    async afterwards(simulator) {
      isOver = true
      next = (await deployAlso(simulator, { ...inputs, verify: '' })).outputs
    },
  })
  return { run, next }
}

const rollback = { 'on-cancel': 'rollback' }
const failing = '{ checks: [{ url: "http://127.0.0.1:9/" }], timeout: 2m }'
const operating = 100
const verifying = 320

describe('a job that is cancelled', () => {
  it.each([
    ['leave', {}, 'goes on without this step'],
    ['rollback', rollback, 'takes no other operation while one is under way'],
  ])(
    'while App Runner updates goes on, and says so, with on-cancel: %s',
    async (_, inputs, says) => {
      const { run, next } = await cancelAt(operating, inputs)
      expect(run.exitCode).toBe(1)
      expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
      expect(run.outputs['operation-id']).toBe(run.operations[0]?.Id)
      expect(run.outputs).not.toHaveProperty('running-image')
      expect(run.service).toMatchObject({ Status: 'OPERATION_IN_PROGRESS' })
      expect(run.errors[0]?.message).toContain(says)
      expect(Number(run.outputs['duration-seconds'])).toBeLessThan(operating + 7)
      // It waits for what goes on, and finds all done.
      expect(next['outcome']).toBe('unchanged')
    },
  )

  it('while what was updated is verified leaves it', async () => {
    const { run } = await cancelAt(verifying, { verify: failing })
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('stays; it was not looked at to the end')
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
  })

  it('while what was updated is verified puts the previous configuration back where that is wanted', async () => {
    const { run, next } = await cancelAt(verifying, { verify: failing, ...rollback })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('is being put back, as on-cancel says')
    expect(run.service).toMatchObject({ Status: 'OPERATION_IN_PROGRESS' })
    expect(imageIn(run.service)).toBe(pinnedTo('v1'))
    expect(Number(run.outputs['duration-seconds'])).toBeLessThan(verifying + 7)
    expect(next['outcome']).toBe('deployed')
  })

  it("while what was updated is verified leaves somebody else's newer deployment alone", async () => {
    const theirs = sourceOf(pinnedTo('v2'), { RuntimeEnvironmentVariables: { THEIRS: '1' } })
    const input = { ServiceArn: serviceArn, SourceConfiguration: theirs }
    const since = { operation: 'UpdateService' }
    const actors = [{ after: '300s', since, operation: 'apprunner:UpdateService', input }] as const
    const verify = '{ checks: [{ url: "http://127.0.0.1:9/" }], timeout: 15m }'
    const { run } = await cancelAt(800, { verify, ...rollback }, chatbotWorld({ actors }))
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('Somebody else has changed the service since')
    expect(changes(run.simulator)).toEqual(['UpdateService'])
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
  })

  it('while the previous configuration is put back says that this goes on', async () => {
    const verify = '{ checks: [{ url: "http://127.0.0.1:9/" }], timeout: 10s }'
    const { run, next } = await cancelAt(400, { verify })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('was being put back; the operation')
    expect(imageIn(run.service)).toBe(pinnedTo('v1'))
    expect(next['outcome']).toBe('deployed')
  })

  it.each([{}, rollback])(
    'while App Runner rolls back says why, and that this goes on: %j',
    async (inputs) => {
      const { run } = await cancelAt(400, { image: imageOf('crashing'), ...inputs })
      expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'cancelled' })
      expect(run.errors[0]?.message).toContain('Container exit code: 3')
      expect(run.errors[0]?.message).toContain('goes on putting the previous one back')
    },
  )

  it("while it waits for somebody else's operation has changed nothing", async () => {
    const input = { ServiceArn: serviceArn, SourceConfiguration: sourceOf(pinnedTo('v1')) }
    const actors = [{ after: '0s', operation: 'apprunner:UpdateService', input }] as const
    const { run, next } = await cancelAt(operating, rollback, chatbotWorld({ actors }))
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(next['outcome']).toBe('deployed')
  })

  it('while the service is resumed leaves that to App Runner', async () => {
    const world = chatbotWorld({ service: { status: 'PAUSED' } })
    const { run, next } = await cancelAt(30, { resume: 'true' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(next['outcome']).toBe('deployed')
  })

  it('before anything has begun has changed nothing', async () => {
    const faults = [{ operation: 'DescribeService', calls: [1], delay: '30s' }]
    const { run } = await cancelAt(5, {}, chatbotWorld({ faults }))
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    // Until the second signal of the test, and no longer.
    expect(run.seconds).toBeLessThan(13)
  })

  it('while it is asked to create has nothing to put back', async () => {
    const inputs = {
      create: 'if-missing',
      'access-role-arn': 'arn:aws:iam::123456789012:role/chatbot-access',
      port: '3000',
      ...rollback,
    }
    const { run, next } = await cancelAt(
      operating,
      inputs,
      chatbotWorld({ appRunner: { services: [] } }),
    )
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('no previous configuration to put back')
    expect(next['outcome']).toBe('unchanged')
  })

  it('is over in the time that GitHub leaves, although App Runner does not answer', async () => {
    const faults = [{ operation: 'UpdateService', calls: [2], delay: '60s' }]
    const inputs = { verify: failing, ...rollback }
    const { run } = await cancelAt(verifying, inputs, chatbotWorld({ faults }))
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('could not be put back')
    expect(Number(run.outputs['duration-seconds'])).toBeLessThanOrEqual(verifying + 7)
  })

  it('is told so although App Runner does not let it go back', async () => {
    const error = { name: 'AccessDeniedException', message: 'not authorized' }
    const faults = [{ operation: 'UpdateService', calls: [2], error }]
    const inputs = { verify: failing, ...rollback }
    const { run } = await cancelAt(verifying, inputs, chatbotWorld({ faults }))
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('could not be put back: The role of this job may not')
    expect(changes(run.simulator).filter((one) => one === 'UpdateService')).toHaveLength(2)
  })
})
