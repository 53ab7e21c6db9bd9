import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch'
import { describe, expect, it } from 'vitest'
import { startSimulator, type World } from '../src/index.ts'
import { arbiterWorld } from './arbiter-world.ts'
import {
  deployTag,
  describeDeployment,
  describeService,
  eventsOf,
  untilEnded,
} from './deploying.ts'
import { clientOptions, inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

type Alarm = NonNullable<World['alarms']>[number]
const since = { operation: 'UpdateService' }

/** Arbiter, whose deployments `5xx` and `latency` watch. */
function watched(alarms: readonly Alarm[], rollback = true, configuration: object = {}): World {
  const alarmNames = ['5xx', 'latency']
  const deploymentConfiguration = {
    alarms: { alarmNames, enable: true, rollback },
    ...configuration,
  }
  return arbiterWorld({ deploymentConfiguration }, { alarms })
}

const firing = (after: string): readonly Alarm[] => [
  { alarmName: '5xx', changes: [{ after, since, stateValue: 'ALARM' }] },
  { alarmName: 'latency' },
]

describe('A rollout that an alarm watches', () => {
  it('fails when the alarm goes off, and is rolled back', () =>
    inVirtualTime(watched(firing('30s')), async ({ ecs }) => {
      const before = await describeService(ecs)
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      const after = await describeService(ecs)
      expect(ended).toMatchObject({
        status: 'ROLLBACK_SUCCESSFUL',
        statusReason: expect.stringMatching(/rolled back because an alarm was detected/),
        rollback: { serviceRevisionArn: before.currentServiceRevisions?.[0]?.arn },
        alarms: {
          status: 'TRIGGERED',
          alarmNames: ['5xx', 'latency'],
          triggeredAlarmNames: ['5xx'],
        },
        deploymentCircuitBreaker: { status: 'DISABLED', failureCount: 0 },
      })
      expect(after).toMatchObject({ taskDefinition: before.taskDefinition, runningCount: 1 })
      expect(await eventsOf(ecs)).toContainEqual(
        expect.stringMatching(/^\(deployment ecs-svc\/\d+\) deployment failed: alarm detected\.$/),
      )
    }))

  it('is stopped where nothing is to be rolled back, and what ran before goes on', () =>
    inVirtualTime(watched(firing('20s'), false), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      expect(ended).toMatchObject({ status: 'STOPPED', alarms: { status: 'TRIGGERED' } })
      expect(ended.rollback).toBeUndefined()
      expect((await describeService(ecs)).deployments).toMatchObject([
        { status: 'PRIMARY', rolloutState: 'FAILED' },
        { status: 'ACTIVE', runningCount: 1 },
      ])
    }))

  it('is still watched after it has replaced everything, and only then succeeds', () =>
    inVirtualTime(watched([{ alarmName: '5xx' }, { alarmName: 'latency' }]), async ({ ecs }) => {
      const arn = await deployTag(ecs, '1.5.0')
      while ((await describeService(ecs)).deployments?.[0]?.runningCount !== 1)
        await sleepSeconds(1)
      await sleepSeconds(100)
      const { startedAt } = await describeDeployment(ecs, arn)
      expect(await describeDeployment(ecs, arn)).toMatchObject({
        status: 'IN_PROGRESS',
        alarms: { status: 'MONITORING' },
      })
      const { status, finishedAt, alarms } = await untilEnded(ecs, arn)
      expect({ status, alarms: alarms?.status }).toEqual({
        status: 'SUCCESSFUL',
        alarms: 'MONITORING_COMPLETE',
      })
      expect(Number(finishedAt) - Number(startedAt)).toBeGreaterThan(180_000)
    }))

  it('fails in that time, too, and the old revision is started again', () =>
    inVirtualTime(watched(firing('3m')), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      expect(ended).toMatchObject({
        status: 'ROLLBACK_SUCCESSFUL',
        alarms: { status: 'TRIGGERED' },
      })
      expect((await describeService(ecs)).runningCount).toBe(1)
    }))

  it('is watched as long as its configuration says', () =>
    inVirtualTime(watched(firing('3m'), true, { bakeTimeInMinutes: 0 }), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      expect(ended).toMatchObject({ status: 'SUCCESSFUL', alarms: { triggeredAlarmNames: [] } })
      await sleepSeconds(300)
      expect((await describeService(ecs)).deployments).toMatchObject([
        { rolloutState: 'COMPLETED' },
      ])
    }))

  it('ignores all alarms when one of them is in ALARM at its start', () => {
    const [fivexx, latency] = firing('20s')
    const alarms = [fivexx, { ...latency, alarmName: 'latency', stateValue: 'ALARM' as const }]
    return inVirtualTime(
      watched(alarms.filter((alarm) => alarm !== undefined)),
      async ({ ecs }) => {
        const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
        expect(ended).toMatchObject({
          status: 'SUCCESSFUL',
          alarms: { status: 'DISABLED', alarmNames: ['5xx', 'latency'], triggeredAlarmNames: [] },
        })
      },
    )
  })

  it('has the same history where it is read late', async () => {
    const seen = async (lag: string | undefined) => {
      const world = watched(firing('30s'))
      const faults = lag === undefined ? [] : [{ operation: 'Describe*', lag }]
      let ended: object = {}
      await inVirtualTime({ ...world, faults }, async ({ ecs }) => {
        const arn = await deployTag(ecs, '1.5.0')
        await sleepSeconds(600)
        ended = { ...(await describeDeployment(ecs, arn)), $metadata: undefined }
      })
      return ended
    }
    const now = await seen(undefined)
    expect(now).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' })
    expect(await seen('10s')).toEqual(now)
  })

  it('needs the names of its alarms', async () => {
    const configuration = { alarms: { alarmNames: [], enable: true, rollback: true } }
    const starting = startSimulator({ world: watched([], true, configuration) })
    await expect(starting).rejects.toThrow(/alarmNames must contain at least one alarm/)
  })
})

describe('Alarms', () => {
  const withCloudWatch = (
    alarms: readonly Alarm[],
    play: (client: CloudWatchClient) => Promise<void>,
  ) =>
    inVirtualTime({ alarms }, async ({ simulator }) => {
      const client = new CloudWatchClient(clientOptions(simulator))
      try {
        await play(client)
      } finally {
        client.destroy()
      }
    })

  it('are described by name, prefix and state, as they are at that time', () => {
    const changes = [{ after: '30s', stateValue: 'ALARM' as const }]
    const alarms = [
      { alarmName: 'api-5xx', changes },
      { alarmName: 'api-slow' },
      { alarmName: 'db' },
    ]
    return withCloudWatch(alarms, async (client) => {
      const named = async (input: object) => {
        const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand(input))
        return MetricAlarms.map(({ AlarmName, StateValue }) => `${AlarmName} ${StateValue}`)
      }
      expect(await named({ AlarmNames: ['db', 'nobody'] })).toEqual(['db OK'])
      expect(await named({ AlarmNamePrefix: 'api-' })).toEqual(['api-5xx OK', 'api-slow OK'])
      await sleepSeconds(30)
      expect(await named({ StateValue: 'ALARM' })).toEqual(['api-5xx ALARM'])
    })
  })

  it('come in pages', () => {
    const alarms = Array.from({ length: 7 }, (_, index) => ({ alarmName: `alarm-${index}` }))
    return withCloudWatch(alarms, async (client) => {
      const seen: (string | undefined)[] = []
      let NextToken: string | undefined
      do {
        const page = await client.send(new DescribeAlarmsCommand({ MaxRecords: 3, NextToken }))
        seen.push(...(page.MetricAlarms ?? []).map(({ AlarmName }) => AlarmName))
        NextToken = page.NextToken
      } while (NextToken !== undefined)
      expect(seen).toEqual(alarms.map(({ alarmName }) => alarmName))
    })
  })

  it('can be put into a state by hand, where they exist', () =>
    withCloudWatch([{ alarmName: 'db' }], async (client) => {
      const put = (AlarmName: string) =>
        client.send(
          new SetAlarmStateCommand({ AlarmName, StateValue: 'ALARM', StateReason: 'drill' }),
        )
      await put('db')
      const { MetricAlarms } = await client.send(new DescribeAlarmsCommand({}))
      expect(MetricAlarms).toMatchObject([{ StateValue: 'ALARM', StateReason: 'drill' }])
      await expect(put('nobody')).rejects.toMatchObject({ name: 'ResourceNotFound' })
    }))
})
