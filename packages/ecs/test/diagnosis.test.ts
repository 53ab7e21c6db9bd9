import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import {
  deathOf,
  diagnoseDeaths,
  findRepeatedDeath,
  groupDeaths,
  isEndTold,
  type TaskDeath,
} from '../src/index.ts'

const essential = new Set(['api'])

function death(task: Task): TaskDeath | undefined {
  return deathOf({ taskArn: 'arn:aws:ecs:us-east-1:123456789012:task/c/abc', ...task }, essential)
}

describe('the death of a task', () => {
  it('is decided by the essential container, with its exit code', () => {
    const containers = [
      { name: 'log', exitCode: 1 },
      { name: 'api', exitCode: 3 },
    ]
    expect(death({ stopCode: 'EssentialContainerExited', containers })).toMatchObject({
      container: 'api',
      exitCode: 3,
    })
  })

  it.each<[string, NonNullable<Task['containers']>, string]>([
    [
      'with an exit code of its own, before one that ECS killed afterwards',
      [
        { name: 'api', exitCode: 1 },
        { name: 'nginx', exitCode: 137 },
      ],
      'api',
    ],
    [
      'that used too much memory, before one that failed for it',
      [
        { name: 'api', exitCode: 1 },
        { name: 'nginx', exitCode: 137, reason: 'OutOfMemoryError: Container killed' },
      ],
      'nginx',
    ],
    [
      'that could not be started',
      [{ name: 'nginx' }, { name: 'api', reason: 'CannotStartContainerError: x' }],
      'api',
    ],
    [
      'that ended in good order, before one that ECS terminated for it',
      [
        { name: 'api', exitCode: 0 },
        { name: 'nginx', exitCode: 143 },
      ],
      'api',
    ],
    [
      'that was killed, before one that ECS terminated for it',
      [
        { name: 'nginx', exitCode: 143 },
        { name: 'api', exitCode: 137 },
      ],
      'api',
    ],
    [
      'that comes first in the definition, where the codes prove nothing',
      [
        { name: 'api', exitCode: 137 },
        { name: 'nginx', exitCode: 137 },
      ],
      'nginx',
    ],
    [
      'that the others waited for in vain, also when it is not essential',
      [{ name: 'init', exitCode: 2 }, { name: 'api' }, { name: 'nginx' }],
      'init',
    ],
  ])('is laid to the container %s', (_, containers, name) => {
    const task: Task = { stopCode: 'EssentialContainerExited', containers }
    expect(deathOf(task, new Set(['nginx', 'api']))).toMatchObject({ container: name })
  })

  it('is none where a person stopped the task, whatever they gave as the reason', () => {
    const stoppedReason = 'The secret was out of memory; no capacity for this image'
    expect(death({ stopCode: 'UserInitiated', stoppedReason })).toBeUndefined()
  })

  it('has the time at which ECS began to take the task apart until that is done', () => {
    const task: Task = {
      stopCode: 'EssentialContainerExited',
      createdAt: new Date(1_000),
      stoppingAt: new Date(5_000),
    }
    expect(death(task)).toMatchObject({ startedAt: 1_000, stoppedAt: 5_000 })
  })

  it('is none where the scheduler replaced the task', () => {
    const reason = 'Scaling activity initiated by (deployment ecs-svc/1)'
    expect(death({ stopCode: 'ServiceSchedulerInitiated', stoppedReason: reason })).toBeUndefined()
  })
})

describe('a rollout', () => {
  const crash: TaskDeath = {
    taskId: '1',
    code: 'crash',
    kind: 'crash',
    remedy: 'Read the last lines.',
    container: 'api',
    exitCode: 3,
    reason: 'Essential container in task exited',
    startedAt: 0,
    stoppedAt: 10,
  }

  it.each<[string, boolean, Partial<TaskDeath>]>([
    ['the second death is like the first and began after it', true, {}],
    ['both began before the first had ended', false, { startedAt: 5 }],
    ['the exit codes differ', false, { exitCode: 4 }],
    ['the classes differ', false, { code: 'oom', kind: 'memory' }],
    ['the classes of one code differ', false, { kind: 'killed' }],
    ['only the words of the remedy differ', true, { remedy: 'Do something else.' }],
    ['the containers differ', false, { container: 'nginx' }],
  ])('is doomed or not when %s: %s', (_, doomed, second) => {
    const deaths = [crash, { ...crash, taskId: '2', startedAt: 11, stoppedAt: 20, ...second }]
    expect(findRepeatedDeath(deaths) !== undefined).toBe(doomed)
  })

  it('is never doomed by a lack of capacity', () => {
    const lack = { ...crash, code: 'capacity' as const }
    expect(findRepeatedDeath([lack, { ...lack, taskId: '2', startedAt: 11 }])).toBeUndefined()
  })

  it('has its deaths grouped by reason, whatever ids are in the words', () => {
    const deaths = ['1', '2', '3'].map((taskId) => ({
      ...crash,
      taskId,
      stoppedAt: Number(taskId),
      reason: `task ${taskId}0000000abcdef12 ended`,
    }))
    const groups = groupDeaths([
      ...deaths,
      { ...crash, kind: 'memory', taskId: '4', stoppedAt: 99 },
    ])
    expect(groups.map(({ count, newest }) => [count, newest.taskId])).toEqual([
      [3, '3'],
      [1, '4'],
    ])
  })

  it.each<[TaskDeath['kind'], readonly [TaskDeath['kind'], number][]]>([
    [
      'crash',
      [
        ['spot', 9],
        ['crash', 1],
      ],
    ],
    [
      'memory',
      [
        ['load-balancer-health', 5],
        ['memory', 1],
      ],
    ],
    [
      'load-balancer-health',
      [
        ['capacity', 5],
        ['load-balancer-health', 2],
      ],
    ],
    [
      'secret-key',
      [
        ['secret-key', 3],
        ['crash', 2],
      ],
    ],
  ])('has as its root cause what explains most, then what happened most: %s', (kind, found) => {
    const deaths = found.flatMap(([one, times]) =>
      Array.from({ length: times }, (_, i) => ({ ...crash, kind: one, taskId: `${one}${i}` })),
    )
    expect(groupDeaths(deaths)[0]?.newest.kind).toBe(kind)
  })

  it('says how many of its tasks tell the cause, where others died of something else', () => {
    const first = { newest: crash, count: 2 }
    const second = { newest: { ...crash, kind: 'spot' as const }, count: 3 }
    expect(diagnoseDeaths([first, second], undefined).headline).toMatch(
      /^2 of 5 tasks of the new version that ended tell the cause: /,
    )
  })

  it.each(['service-error', 'image', 'secret'] as const)('is doomed by a repeated %s', (code) => {
    const first = { ...crash, code, container: undefined, exitCode: undefined }
    expect(findRepeatedDeath([first, { ...first, taskId: '2', startedAt: 11 }])).toBeDefined()
  })

  it('is told in sentences with one full stop', () => {
    const group = { newest: { ...crash, reason: 'The log group does not exist.' }, count: 2 }
    expect(diagnoseDeaths([group], undefined).headline).toBe(
      '2 tasks of the new version ended the same way: container api exited with code 3; ECS says: The log group does not exist.',
    )
  })
})

describe('the last lines of a container that crashed', () => {
  const crash: TaskDeath = {
    taskId: '1',
    code: 'crash',
    kind: 'crash',
    remedy: 'Read the last lines.',
    container: 'api',
    exitCode: 1,
    reason: 'Essential container in task exited',
    startedAt: 0,
    stoppedAt: 10,
  }
  const diagnose = (line: string, newest = crash) =>
    diagnoseDeaths([{ newest, count: 2 }], { container: 'api', lines: ['start', line] })

  it.each([
    ['image', 'another processor', 'exec /app/serve: exec format error'],
    [
      'image',
      'another processor',
      'standard_init_linux.go:228: exec user process caused: exec format error',
    ],
    ['crash', 'port is in use', 'Error: listen EADDRINUSE: address already in use :::3000'],
    ['crash', 'port is in use', 'listen tcp 0.0.0.0:8000: bind: address already in use'],
    ['crash', 'disk of the task is full', "OSError: [Errno 28] No space left on device: '/tmp/x'"],
    [
      'crash',
      'no memory left',
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    ],
    [
      'crash',
      'no memory left',
      'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space',
    ],
  ])('give the cause away: %s, %s', (code, meaning, line) => {
    expect(diagnose(line)).toMatchObject({ code, headline: expect.stringContaining(meaning) })
  })

  it.each([
    'ImportError: cannot import name address',
    'the executable has no format; error 5',
    'GET /memory/out 200',
  ])('that tell nothing leave the exit code to speak: %s', (line) => {
    expect(diagnose(line)).toMatchObject({ code: 'crash', remedy: 'Read the last lines.' })
  })

  it('say nothing of a container that ECS knows more about', () => {
    const told = diagnose('exec format error', { ...crash, code: 'oom', kind: 'memory' })
    expect(told.code).toBe('oom')
  })
})

describe('a task whose end is told', () => {
  const crashed: Task = {
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'api', exitCode: 1 }],
  }

  it.each<[string, Task, boolean]>([
    ['stopped', { lastStatus: 'STOPPED' }, true],
    ['is being taken apart after a crash', { ...crashed, lastStatus: 'DEPROVISIONING' }, true],
    ['has a sidecar that still drains', { ...crashed, lastStatus: 'STOPPING' }, true],
    [
      'did not start',
      { lastStatus: 'STOPPING', stopCode: 'TaskFailedToStart', stoppedReason: 'x' },
      true,
    ],
    ['ends, and no container tells how', { ...crashed, containers: [{ name: 'api' }] }, false],
    ['runs', { lastStatus: 'RUNNING', containers: [{ name: 'api' }] }, false],
  ])('is one that %s: %#', (_, task, told) => {
    expect(isEndTold(task)).toBe(told)
  })
})
