import type { Service, Task } from '@aws-sdk/client-ecs'
import type { TaskDeath } from '@deploy-actions/ecs'
import { describe, expect, it } from 'vitest'
import type { ServiceCheck } from '../src/check.ts'
import type { ServiceFacts } from '../src/service/facts.ts'
import { judgeService } from '../src/service/judge-service.ts'

const now = Date.UTC(2026, 0, 1)
const ago = (seconds: number): Date => new Date(now - seconds * 1000)
const arn = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/worker:${revision}`
const digest = (letter: string): string => `sha256:${letter.repeat(64)}`

const check: ServiceCheck = {
  kind: 'service',
  name: 'worker',
  cluster: 'shop',
  service: 'worker',
  minTaskAgeSeconds: undefined,
  expectedImage: undefined,
}

const primary = {
  id: 'ecs-svc/1',
  status: 'PRIMARY',
  taskDefinition: arn(1),
  rolloutState: 'COMPLETED',
} as const

const service: Service = {
  status: 'ACTIVE',
  desiredCount: 1,
  runningCount: 1,
  taskDefinition: arn(1),
  deployments: [primary],
}

const container = {
  name: 'worker',
  lastStatus: 'RUNNING',
  healthStatus: 'UNKNOWN',
  imageDigest: digest('a'),
} as const

const task: Task = {
  taskArn: 'arn:aws:ecs:us-east-1:123456789012:task/shop/1',
  taskDefinitionArn: arn(1),
  lastStatus: 'RUNNING',
  startedAt: ago(3600),
  containers: [container],
}

const death: TaskDeath = {
  taskId: '2',
  code: 'crash',
  kind: 'crash',
  remedy: 'Read its log.',
  container: 'worker',
  exitCode: 3,
  reason: 'Essential container in task exited',
  startedAt: Number(ago(100)),
  stoppedAt: Number(ago(40)),
}

const healthCheck = { command: ['CMD-SHELL', 'true'] }
const definitionWith = (...containers: object[]) =>
  new Map([1, 2].map((n) => [arn(n), { family: 'worker', containerDefinitions: containers }]))

const steady: ServiceFacts = {
  service,
  tasks: [task],
  definitions: definitionWith({ name: 'worker' }),
  lost: [],
  deaths: [],
  expectedDigest: undefined,
  now,
}

const checked = { definitions: definitionWith({ name: 'worker', healthCheck }) }
const withContainers = (...containers: Task['containers'] & object): Partial<ServiceFacts> => ({
  tasks: [{ ...task, containers }],
})
const young = { tasks: [{ ...task, startedAt: ago(12) }] }

describe('A service', () => {
  it.each<[what: string, facts: Partial<ServiceFacts>, check?: Partial<ServiceCheck>]>([
    ['whose tasks run', {}],
    ['that is checked elsewhere, with a young task', { ...young, ...checkedByTargets() }],
    ['with a young task where no age is asked for', young, { minTaskAgeSeconds: 0 }],
    [
      'whose containers are healthy',
      { ...checked, ...withContainers({ ...container, healthStatus: 'HEALTHY' }) },
    ],
    [
      'whose side container has ended',
      {
        definitions: definitionWith({ name: 'worker' }, { name: 'init', essential: false }),
        ...withContainers(container, { name: 'init', lastStatus: 'STOPPED', exitCode: 0 }),
      },
    ],
    [
      'whose health check is switched off',
      { definitions: definitionWith({ name: 'worker', healthCheck: { command: ['NONE'] } }) },
    ],
    [
      'with the expected digest beside a side container',
      {
        expectedDigest: digest('a'),
        ...withContainers({ name: 'log', imageDigest: digest('b') }, container),
      },
    ],
    ['whose tasks have outlived the one that died', { deaths: [death] }],
    ['whose task died after hours', { ...young, deaths: [{ ...death, startedAt: 0 }] }, anyAge()],
    ['that lost a task to Spot', { ...young, deaths: [{ ...death, code: 'capacity' }] }, anyAge()],
    ['of another deployment controller', { service: { ...service, deployments: [] } }],
  ])('%s is healthy', (_, facts, asked) => {
    expect(judgeService({ ...check, ...asked }, { ...steady, ...facts })).toEqual([])
  })

  it.each<[message: string, facts: Partial<ServiceFacts>, check?: Partial<ServiceCheck>]>([
    [
      'its desired count is 0, so nothing runs that could be healthy',
      { service: { ...service, desiredCount: 0, runningCount: 0 }, tasks: [] },
    ],
    ['0 of 1 task run', { tasks: [] }],
    ['0 of 1 task run, 1 being started', { tasks: [{ ...task, lastStatus: 'PENDING' }] }],
    ['0 of 1 task run', { service: { ...service, runningCount: 0 } }],
    ['2 of 1 task run', { tasks: [task, task], service: { ...service, runningCount: 2 } }],
    [
      '0 of 1 task run; task 2 died after 1m 00s: container worker exited with code 3; ECS says: Essential container in task exited',
      { tasks: [], deaths: [death] },
    ],
    [
      '0 of 1 task run; ECS reports: (service worker) was unable to place a task. Reason: no room',
      {
        tasks: [],
        service: {
          ...service,
          events: [
            {
              createdAt: ago(60),
              message: '(service worker) was unable to place a task. Reason: no room.',
            },
          ],
        },
      },
    ],
    [
      'deployment ecs-svc/1 of worker:1 is in progress: 1 of 1 task run, 2 failed',
      {
        service: {
          ...service,
          deployments: [
            {
              ...primary,
              rolloutState: 'IN_PROGRESS',
              desiredCount: 1,
              runningCount: 1,
              failedTasks: 2,
            },
          ],
        },
      },
    ],
    [
      'deployment ecs-svc/0 of worker:1 is not gone yet: 1 task of it run',
      {
        service: {
          ...service,
          deployments: [
            primary,
            { id: 'ecs-svc/0', status: 'ACTIVE', taskDefinition: arn(1), runningCount: 1 },
          ],
        },
      },
    ],
    [
      'deployment ecs-svc/1 of worker:1 failed; ECS says: tasks failed to start.',
      {
        service: {
          ...service,
          deployments: [
            {
              ...primary,
              rolloutState: 'FAILED',
              rolloutStateReason: 'tasks failed to start.',
            },
          ],
        },
      },
    ],
    [
      '1 task of worker:2 still run, and the service is to run worker:1',
      { tasks: [{ ...task, taskDefinitionArn: arn(2) }] },
    ],
    ['container worker is UNKNOWN in 1 of 1 task', checked],
    [
      'container worker is UNHEALTHY in 1 of 1 task',
      { ...checked, ...withContainers({ ...container, healthStatus: 'UNHEALTHY' }) },
    ],
    [
      'container worker is STOPPED in 1 of 1 task',
      withContainers({ ...container, lastStatus: 'STOPPED' }),
    ],
    [
      `1 of 1 task run another image: worker runs ${digest('a')} of worker:1, expected ${digest('b')}`,
      { expectedDigest: digest('b') },
    ],
    [
      `1 of 1 task run another image: worker runs a digest that ECS does not tell of worker:1, expected ${digest('b')}`,
      {
        expectedDigest: digest('b'),
        ...withContainers({ name: 'worker', lastStatus: 'RUNNING', healthStatus: 'UNKNOWN' }),
      },
    ],
    ['1 of 1 task has run for 12s, less than 30s (min-task-age)', young],
    [
      '1 of 1 task has run for 1h 00m, less than 2h 00m (min-task-age)',
      checkedByTargets(),
      { minTaskAgeSeconds: 7200 },
    ],
    [
      '1 of 1 task has run for 12s, and yet to outlive one before: task 2 died after 1m 00s: container worker exited with code 3; ECS says: Essential container in task exited',
      { ...young, deaths: [death] },
    ],
    [
      'task 2 died after 1m 00s: container worker exited with code 3; ECS says: Essential container in task exited',
      { lost: [{ taskId: '2', death, reason: '' }] },
    ],
    [
      'task 3 ran at the last look and has stopped since: ECS says: stopped by hand',
      { lost: [{ taskId: '3', death: undefined, reason: 'stopped by hand' }] },
    ],
    [
      'task 3 ran at the last look and has stopped since: ECS does not say why (yet); and 1 more stopped',
      { lost: ['3', '4'].map((taskId) => ({ taskId, death: undefined, reason: '' })) },
    ],
  ])('is not healthy: %s', (message, facts, asked) => {
    const found = judgeService({ ...check, ...asked }, { ...steady, ...facts })
    expect(found.map((finding) => finding.message)).toEqual([message])
    expect(found[0]?.remedy).not.toBe('')
  })

  it('with several things wrong shows the remedy for the cause', () => {
    const rollout = { ...primary, rolloutState: 'IN_PROGRESS' } as const
    const facts = {
      ...steady,
      tasks: [],
      deaths: [death],
      service: { ...service, runningCount: 0, deployments: [rollout] },
    }
    const found = judgeService(check, facts)
    expect(found).toHaveLength(2)
    expect(found[0]?.remedy).toBe('Read its log.')
  })
})

function checkedByTargets(): Partial<ServiceFacts> {
  return { service: { ...service, loadBalancers: [{ targetGroupArn: 'web' }] } }
}

function anyAge(): Partial<ServiceCheck> {
  return { minTaskAgeSeconds: 0 }
}
