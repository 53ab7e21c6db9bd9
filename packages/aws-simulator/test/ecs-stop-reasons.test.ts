import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { arbiterWorld, repository, secretArn, targetGroupArn } from './arbiter-world.ts'
import { deployTag, describeTasks, eventsOf, untilEnded } from './deploying.ts'
import { inVirtualTime } from './in-virtual-time.ts'

function withImage(tag: string, behaviour: object): Partial<World> {
  const images = arbiterWorld().images ?? []
  return { images: [...images, { repository, tags: [tag], behaviour }] }
}

describe('A task stops with the reason of what befell it', () => {
  const failing = async (world: Partial<World>, tag: string, service: object = {}) => {
    let failed: Task | undefined
    let events: readonly string[] = []
    await inVirtualTime(arbiterWorld({ ...service }, world), async ({ ecs }) => {
      await untilEnded(ecs, await deployTag(ecs, tag))
      failed = (await describeTasks(ecs, 'STOPPED')).find(({ taskDefinitionArn }) =>
        taskDefinitionArn?.endsWith(':2'),
      )
      events = await eventsOf(ecs)
    })
    return { failed, events }
  }

  it('when the process exits', async () => {
    const { failed } = await failing({}, 'crashes')
    expect(failed).toMatchObject({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ exitCode: 3, lastStatus: 'STOPPED' }],
    })
  })

  it('when its memory is used up', async () => {
    const world = withImage('greedy', { exit: { after: '4s', outOfMemory: true } })
    const { failed } = await failing(world, 'greedy')
    expect(failed?.containers).toMatchObject([
      { exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
    ])
  })

  it('when a signal ends the process', async () => {
    const { failed } = await failing(
      withImage('broken', { exit: { after: '1s', signal: 'SIGSEGV' } }),
      'broken',
    )
    expect(failed?.containers).toMatchObject([{ exitCode: 139 }])
  })

  it('when the registry does not have the image', async () => {
    const { failed } = await failing({}, 'nowhere')
    expect(failed).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: expect.stringMatching(
        /^CannotPullContainerError: .*backend:nowhere: not found$/,
      ),
    })
    expect(failed?.startedAt).toBeUndefined()
    expect(failed?.containers?.[0]?.exitCode).toBeUndefined()
  })

  it('when its container health check keeps failing', async () => {
    const world = withImage('sick', { startup: { healthyAfter: 'never' } })
    const { failed, events } = await failing(world, 'sick')
    expect(failed).toMatchObject({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed container health checks',
      healthStatus: 'UNHEALTHY',
    })
    expect(events).toContainEqual(expect.stringMatching(/failed container health checks\.$/))
  })

  it('when the load balancer finds it unhealthy', async () => {
    const http = [{ path: '/health', status: 500 }]
    const loadBalancers = [{ targetGroupArn, containerName: 'backend', containerPort: 8000 }]
    const images = withImage('wrong', { http }).images ?? []
    const world = { images, targetGroups: [{ targetGroupArn, healthCheckPath: '/health' }] }
    const { failed, events } = await failing(world, 'wrong', { loadBalancers })
    expect(failed?.stoppedReason).toBe(
      `Task failed ELB health checks in (target-group ${targetGroupArn})`,
    )
    expect(events).toContainEqual(
      expect.stringMatching(
        /\(port 8000\) is unhealthy in \(target-group .*\) due to \(reason Health checks failed with these codes: \[500\]\)\.$/,
      ),
    )
  })
})

describe('A task whose secret cannot be read', () => {
  const startWith = async (secrets: World['secrets']) => {
    let failed: Task | undefined
    await inVirtualTime(
      { ...arbiterWorld({ desiredCount: 0 }), secrets: secrets ?? [] },
      async ({ ecs }) => {
        await untilEnded(ecs, await deployTag(ecs, '1.5.0', { desiredCount: 1 }))
        ;[failed] = await describeTasks(ecs, 'STOPPED')
      },
    )
    return failed
  }
  const secret = { name: 'arbiter-ai/sandbox', arn: secretArn }

  it('stops because the secret lacks the key', async () => {
    expect(await startWith([{ ...secret, value: { OTHER: 'x' } }])).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'ResourceInitializationError: unable to pull secrets or registry auth: execution resource ' +
        'retrieval failed: unable to retrieve secret from asm: service call has been retried 1 ' +
        'time(s): retrieved secret from Secrets Manager did not contain json key DATABASE_URL',
    })
  })

  it('stops because the secret is no JSON', async () => {
    const failed = await startWith([{ ...secret, value: 'plain' }])
    expect(failed?.stoppedReason).toMatch(/invalid character 'p' looking for beginning of value$/)
  })

  it('stops because there is no such secret', async () => {
    const failed = await startWith([])
    expect(failed?.stoppedReason).toMatch(/Secrets Manager can't find the specified secret\.$/)
  })
})
