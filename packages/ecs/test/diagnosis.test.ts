import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import {
  deathOf,
  diagnoseEvents,
  findRepeatedDeath,
  groupDeaths,
  type TaskDeath,
} from '../src/index.ts'

const essential = new Set(['api'])

function death(task: Task): TaskDeath | undefined {
  return deathOf({ taskArn: 'arn:aws:ecs:us-east-1:123456789012:task/c/abc', ...task }, essential)
}

/** Words that ECS and its agent have been seen to use, and the class that they belong to. */
const words: readonly [string, Task][] = [
  [
    'secret',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key X',
    },
  ],
  [
    'secret',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secrets from ssm: RequestCanceled: request context canceled caused by: context deadline exceeded',
    },
  ],
  [
    'access-denied',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: User: x is not authorized to perform: secretsmanager:GetSecretValue on resource: y',
    },
  ],
  [
    'image',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'CannotPullContainerError: ref pull has been retried 1 time(s): failed to resolve reference "x:1": not found',
    },
  ],
  [
    'oom',
    {
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        {
          name: 'api',
          exitCode: 137,
          reason: 'OutOfMemoryError: Container killed due to memory usage',
        },
      ],
    },
  ],
  [
    'crash',
    {
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        { name: 'log', exitCode: 1 },
        { name: 'api', exitCode: 3 },
      ],
    },
  ],
  [
    'load-balancer-health',
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason:
        'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/t/1)',
    },
  ],
  [
    'container-health',
    { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' },
  ],
  [
    'capacity',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'Capacity is unavailable at this time. Please try again later or in a different availability zone',
    },
  ],
  ['capacity', { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }],
]

describe('the death of a task', () => {
  it.each(words)('is told as %s', (code, task) => {
    expect(death(task)?.code).toBe(code)
  })

  it('is decided by the essential container, with its exit code', () => {
    expect(death(words[5]?.[1] ?? {})).toMatchObject({ container: 'api', exitCode: 3 })
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
    ['the classes differ', false, { code: 'oom' }],
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
    const groups = groupDeaths([...deaths, { ...crash, code: 'oom', taskId: '4', stoppedAt: 99 }])
    expect(groups.map(({ count, newest }) => [count, newest.taskId])).toEqual([
      [3, '3'],
      [1, '4'],
    ])
  })

  it('without dead tasks is explained by the newest event that tells a cause', () => {
    const events = [
      '(service api) has started 1 tasks: (task 1).',
      '(service api) was unable to place a task. Reason: Capacity is unavailable at this time.',
      '(service api) has reached a steady state.',
    ]
    expect(diagnoseEvents(events)?.code).toBe('capacity')
    expect(diagnoseEvents(events.slice(0, 1))).toBeUndefined()
  })
})
