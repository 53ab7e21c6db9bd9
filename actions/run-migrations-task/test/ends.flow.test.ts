import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { migrate } from './in-flow.ts'
import { migrating, migratingBeside, onInstances, shown, type Command } from './shown.ts'
import { oneOffTasks, stopTasks, untilTask, wait } from './tasks-at-work.ts'

const migration = { image: 'api:2', command: 'alembic upgrade head' }

/** A migration that takes 25 seconds to go back when it is told to end, and says so. */
const rollingBack: Omit<Command, 'contains'> = {
  logs: [{ after: '1s', line: 'step 1' }],
  stop: { after: '25s', code: 3, logs: [{ after: '20s', line: 'ROLLED BACK to 5' }] },
}

const isRunning = ({ lastStatus }: { lastStatus?: string | undefined }) => lastStatus === 'RUNNING'

describe('a migration that goes back when it is told to end', () => {
  it('is followed to its exit code when a person stops it, and its last lines are shown', async () => {
    const run = await migrate(migration, migrating(rollingBack), {
      async meanwhile() {
        await untilTask(isRunning)
        await wait(10)
        await stopTasks('enough of it')
      },
    })
    expect(run.outputs).toMatchObject({
      outcome: 'killed',
      failure: 'cancelled',
      'exit-code': '3',
      'stopped-reason': 'enough of it',
    })
    expect(shown(run.log)).toEqual(['step 1', 'ROLLED BACK to 5'])
    expect(run.errors[0]?.message).toContain('  | ROLLED BACK to 5')
  })

  it('is followed to its exit code when its time is over, and the error quotes its last lines', async () => {
    const run = await migrate({ ...migration, timeout: '90s' }, migrating(rollingBack), {
      async afterwards() {
        const [task] = await oneOffTasks()
        expect(task?.containers?.map(({ exitCode }) => exitCode)).toEqual([3])
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'timed-out', 'exit-code': '3' })
    expect(shown(run.log)).toContain('ROLLED BACK to 5')
    expect(run.errors[0]?.message).toContain('  | ROLLED BACK to 5')
  })

  it('is followed to its exit code when another essential container has ended', async () => {
    const world = migratingBeside(rollingBack, {
      proxy: { essential: true },
      behaviour: { exit: { after: '5s', code: 1 } },
    })
    const alone = { service: '', subnets: 'subnet-1', 'task-definition': 'api', container: 'api' }
    const inputs = { ...migration, ...alone, image: '', images: 'api=api:2' }
    const run = await migrate(inputs, { ...world, clusters: [{ name: 'shop' }] })
    expect(run.outputs['exit-code']).toBe('3')
    expect(run.outputs['outcome']).not.toBe('succeeded')
    expect(shown(run.log)).toContain('ROLLED BACK to 5')
  })

  it('and is told to by others as its time runs out was stopped by them, and not for its time', async () => {
    const run = await migrate({ ...migration, timeout: '90s' }, migrating(rollingBack), {
      async meanwhile() {
        const { createdAt } = await untilTask(isRunning)
        await wait(80 - (Date.now() - Number(createdAt)) / 1000)
        await stopTasks('enough of it')
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'killed', failure: 'cancelled', 'exit-code': '3' })
    expect(changes(run.simulator).filter((name) => name === 'StopTask')).toHaveLength(1)
  })

  it('and does not end in the time that there is for it is said to be at work still', async () => {
    // On instances a container may be given any time to stop.
    const world = onInstances(migrating({ stop: { after: '10m', code: 0 } }), { stopTimeout: 900 })
    const run = await migrate(
      { ...migration, service: '', 'task-definition': 'api', timeout: '1m' },
      world,
    )
    expect(run.outputs).toMatchObject({ outcome: 'timed-out', failure: 'timeout' })
    expect(run.errors[0]?.message).toMatch(/has not stopped.*may still be at work/)
    expect(run.seconds).toBeLessThan(400)
  })
})

describe('a task that hangs before its container runs', () => {
  it('was not started, with the status in which it hung, and nothing is half done', async () => {
    const taskFaults = [
      { cause: 'NetworkInterfaceTimeout', since: { operation: 'RunTask' }, family: 'api' },
    ] as const
    const run = await migrate({ ...migration, timeout: '1m' }, migrating({}, { taskFaults }))
    expect(run.outputs).toMatchObject({ outcome: 'timed-out', failure: 'timeout' })
    expect(run.errors[0]?.message).toMatch(/was not started within 1m 00s.*hung in PROVISIONING/)
    expect(run.errors[0]?.message).not.toContain('half done')
  })
})

describe('a step that is cut short', () => {
  it('by a cancel while the log is drained has told how the task ended, and that it does not go on', async () => {
    const world = migrating({ exit: { after: '9s', code: 0 } })
    const run = await migrate({ ...migration, 'on-cancel': 'stop' }, world, {
      async meanwhile() {
        await untilTask(({ lastStatus }) => lastStatus === 'DEPROVISIONING')
        await wait(6)
        process.emit('SIGTERM')
      },
    })
    expect(run.outputs).toMatchObject({
      outcome: 'cancelled',
      'exit-code': '0',
      'stopped-reason': 'Essential container in task exited',
    })
    expect(run.outputs['log-url']).toContain('/$252Fecs$252Fapi/log-events/')
    expect(run.log).toContain('Cancelled: the task had ended already.')
    expect(changes(run.simulator)).not.toContain('StopTask')
  })

  it('by credentials that expire says that the task goes on', async () => {
    const error = {
      name: 'ExpiredTokenException',
      status: 400,
      message: 'The security token included in the request is expired',
    }
    const world = migrating(
      { exit: { after: '2h', code: 0 } },
      { faults: [{ operation: '*', from: '1h', error }] },
    )
    const run = await migrate({ ...migration, timeout: '3h' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
    expect(run.errors[0]?.message).toMatch(
      /credentials of this job expired.*\nThe task arn:\S+ was RUNNING.*goes on without this step/,
    )
  })
})

describe('the error of a migration that crashed', () => {
  it('says each thing once, and keeps events of several lines in their margin', async () => {
    const world = migrating({
      logs: [{ after: '1s', line: 'Traceback:\n  no table\nKeyError' }],
      exit: { after: '20s', code: 1 },
    })
    const run = await migrate(migration, world)
    expect(run.errors[0]?.message.split('\n').slice(0, -1)).toEqual([
      'api exited with code 1.',
      'ECS says: Essential container in task exited.',
      'Last lines of api:',
      '  | Traceback:',
      '  |   no table',
      '  | KeyError',
    ])
    expect(run.summary).toContain('`api:2`')
    expect(run.summary).not.toContain('new revision')
  })

  it('says what the exit code means, and why, as its log tells', async () => {
    const world = migrating({
      logs: [{ after: '1s', line: 'OSError: [Errno 28] No space left on device' }],
      exit: { after: '20s', signal: 'SIGABRT' },
    })
    const run = await migrate(migration, world)
    expect(run.errors[0]?.message.split('\n').slice(0, 3)).toEqual([
      'api was killed, with exit code 134 (it aborted (SIGABRT)).',
      'ECS says: Essential container in task exited.',
      'Its log says why: the disk of the task is full.',
    ])
  })

  it('says that it wrote nothing, and where that was looked for', async () => {
    const run = await migrate(migration, migrating({ exit: { after: '3s', code: 2 } }))
    expect(run.errors[0]?.message).toContain('\napi wrote nothing to the log group /ecs/api.\n')
    expect(run.log.join('\n')).toMatch(/Nothing has come of the log of api \(stream ecs\/api\/\w+/)
    expect(run.summary).toContain('api wrote nothing to the log group /ecs/api.')
    expect(run.summary).toContain('log-events')
  })
})
