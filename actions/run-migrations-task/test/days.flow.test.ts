import type { Task } from '@aws-sdk/client-ecs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrate, migrateAlso } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'
import { oneOffTasks, overlaps } from './tasks-at-work.ts'

const inputs = { image: 'api:2', command: 'alembic upgrade head', timeout: '2h' }

/** Two runs of one lock within a few seconds, some time after the two before. */
const meeting = fc.record({
  // ECS knows stopped tasks for an hour, and tokens for a day.
  minutesBefore: fc.constantFrom(0, 3, 19, 38, 39, 40, 41, 59, 60, 61, 120, 700),
  seconds: fc.integer({ min: 0, max: 4 }),
})

describe('runs of one lock over days', () => {
  it.each([1, 2])(
    'never have two migrations at work, whatever ECS has forgotten (seed %i)',
    async (seed) => {
      const meetings = fc.sample(meeting, { seed, numRuns: 25 })
      const tasks = new Map<string | undefined, Task>()
      const outcomes: unknown[] = []
      const lag = [{ operation: 'ListTasks', every: 2, lag: '6s' }]
      const world = migrationsWorld({}, { faults: lag })
      await migrate(inputs, world, {
        async afterwards(simulator) {
          let id = 100
          const collect = async (): Promise<void> => {
            for (const task of await oneOffTasks()) tasks.set(task.taskArn, task)
          }
          await wait(10)
          await collect()
          for (const { minutesBefore, seconds } of meetings) {
            await wait(minutesBefore * 60 + 17)
            const runs = await Promise.all(
              [0, seconds].map(async (delay) => {
                await wait(delay)
                return migrateAlso(simulator, inputs, { id: String(id++) })
              }),
            )
            outcomes.push(...runs.map(({ outputs }) => outputs['outcome']))
            await wait(10)
            await collect()
          }
        },
      })
      expect(new Set(outcomes)).toEqual(new Set(['succeeded']))
      expect(tasks.size).toBe(2 * meetings.length + 1)
      expect(overlaps([...tasks.values()])).toEqual([])
    },
    60_000,
  )
})

function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
