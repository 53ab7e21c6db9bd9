import { ListClustersCommand, DescribeServicesCommand, type ECSClient } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { arbiterWorld } from './arbiter-world.ts'
import { target } from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

const throttled = { throttling: 'realistic' as const }

/** How many of these calls ECS refuses, all in one moment. */
async function refusals(ecs: ECSClient, calls: number): Promise<number> {
  const answers = await Promise.allSettled(
    Array.from({ length: calls }, () => ecs.send(new ListClustersCommand({}))),
  )
  const reasons = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as Error] : [],
  )
  for (const { name, message } of reasons) {
    expect([name, message]).toEqual(['ThrottlingException', 'Rate exceeded'])
  }
  return reasons.length
}

describe('Realistic throttling', () => {
  it('refuses what goes beyond the bucket of a group of operations', () =>
    inVirtualTime(arbiterWorld({}, throttled), async ({ ecs }) => {
      expect(await refusals(ecs, 60)).toBe(10)
    }))

  it('fills the bucket again with time, and not beyond its size', () =>
    inVirtualTime(arbiterWorld({}, throttled), async ({ ecs }) => {
      await refusals(ecs, 50)
      await sleepSeconds(1)
      expect(await refusals(ecs, 21)).toBe(1)
      await sleepSeconds(3600)
      expect(await refusals(ecs, 51)).toBe(1)
    }))

  it('leaves other groups alone', () =>
    inVirtualTime(arbiterWorld({}, throttled), async ({ ecs }) => {
      await refusals(ecs, 60)
      const { cluster, service } = target
      const asked = new DescribeServicesCommand({ cluster, services: [service] })
      expect((await ecs.send(asked)).services).toHaveLength(1)
    }))

  it('is off by default', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      expect(await refusals(ecs, 60)).toBe(0)
    }))
})
