import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { preloadPath, startSimulator, type Simulator } from '@deploy-actions/aws-simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction, type Step } from './run-action.ts'

const repository = '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api'

let simulator: Simulator
beforeEach(async () => {
  const file = join(import.meta.dirname, 'migrating.world.yml')
  simulator = await startSimulator({ world: { file }, speed: 0 })
})
afterEach(() => simulator.stop())

/** A first start waits for a quarter of a minute, until the lists of ECS are sure to agree. */
const firstStartMs = 15_000

describe('the bundled run-migrations-task', () => {
  it('ends green with the log of the container', async () => {
    const step = await migrate({ attempt: '1' })
    expect(step.log).toContain('api | applied 0002')
    expect(step.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
    expect(step.exitCode).toBe(0)
  })

  it.each([
    ['while its task is provisioned', 4_000],
    ['while its task is at work', 25_000],
  ])('that is killed %s leaves a task, which the next attempt follows', async (_, afterMs) => {
    const at = simulator.clock.now() + firstStartMs + afterMs
    const killed = await migrate({ attempt: '1', onStart: (child) => void kill(child, at) })
    expect(killed.exitCode).toBeNull()
    const again = await migrate({ attempt: '2' })
    expect(again.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'true' })
    expect(again.log).toContain('api | applied 0002')
    expect(starts()).toBe(1)
  })

  it('that is killed before the answer to its start leaves a task as well', async () => {
    // RunTask takes its time to answer in this world: at this moment its task is there.
    const at = simulator.clock.now() + firstStartMs + 500
    await migrate({ attempt: '1', onStart: (child) => void kill(child, at) })
    expect(starts()).toBe(1)
    const again = await migrate({ attempt: '2' })
    expect(again.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'true' })
    expect(starts()).toBe(1)
  })
})

function starts(): number {
  return simulator.requests.filter(({ operation }) => operation === 'RunTask').length
}

async function kill(child: ChildProcess, at: number): Promise<void> {
  const goOn = await simulator.clock.stopAt(at)
  child.once('exit', goOn)
  child.kill('SIGKILL')
}

async function participant(): Promise<string> {
  const response = await fetch(`${simulator.url}/_clock/participants`, { method: 'POST' })
  // The clock's own answer.
  return ((await response.json()) as { id: string }).id
}

interface Attempt {
  readonly attempt: string
  readonly onStart?: (child: ChildProcess) => void
}

async function migrate({ attempt, onStart }: Attempt): Promise<Step> {
  const id = await participant()
  try {
    return await runAction(
      'run-migrations-task',
      {
        cluster: 'shop',
        service: 'api',
        image: `${repository}:2`,
        command: 'alembic upgrade head',
      },
      {
        nodeOptions: ['--import', preloadPath],
        environment: {
          DEPLOY_ACTIONS_CLOCK: simulator.url,
          DEPLOY_ACTIONS_CLOCK_PARTICIPANT: id,
          AWS_ENDPOINT_URL: simulator.url,
          DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors,
          AWS_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
          AWS_SECRET_ACCESS_KEY: 'secret',
          GITHUB_JOB: 'deploy',
          GITHUB_ACTION: 'migrate',
          GITHUB_RUN_ATTEMPT: attempt,
        },
        ...(onStart && { onStart }),
      },
    )
  } finally {
    await fetch(`${simulator.url}/_clock/participants/${id}`, { method: 'DELETE' })
  }
}
