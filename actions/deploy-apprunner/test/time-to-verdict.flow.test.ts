import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { chatbotWorld, imageOf, secretReferences, serviceArn } from './chatbot.world.ts'
import { deploy, type DeployedRun } from './deployed.ts'

/** Seconds from the end of the operation to that of the step, and how often AWS was asked a minute. */
async function measure(
  world: World,
  inputs: Readonly<Record<string, string>>,
): Promise<{ readonly run: DeployedRun; readonly late: number; readonly callsPerMinute: number }> {
  const moments = { begun: 0 }
  const run = await deploy(world, inputs, {
    async before() {
      moments.begun = Date.now()
    },
  })
  const ended = run.operations[0]?.EndedAt?.getTime() ?? 0
  const late = (moments.begun + run.seconds * 1000 - ended) / 1000
  return { run, late, callsPerMinute: run.calls / (run.seconds / 60) }
}

const secrets = Object.entries(secretReferences)
  .map(([name, reference]) => `${name}=${reference}`)
  .join('\n')

describe('twenty updates of about five minutes', () => {
  it('are judged within 7 s of their end, by at most 10 calls a minute', async () => {
    const measured: number[] = []
    for (let i = 0; i < 20; i++) {
      const isFailing = i % 4 === 3
      const world = chatbotWorld({
        appRunner: {
          services: chatbotWorld().appRunner?.services ?? [],
          timings: { pull: `${120_000 + i * 733}ms` },
        },
      })
      const inputs = {
        service: i % 2 === 0 ? 'chatbot' : serviceArn,
        image: imageOf(isFailing ? 'crashing' : 'v2'),
        environment: 'A=b',
        secrets,
      }
      const { run, late, callsPerMinute } = await measure(world, inputs)
      expect(run.outputs['outcome']).toBe(isFailing ? 'rolled-back' : 'deployed')
      expect(callsPerMinute).toBeLessThanOrEqual(10)
      expect(late).toBeGreaterThanOrEqual(0)
      measured.push(late)
    }
    expect(Math.max(...measured)).toBeLessThanOrEqual(7)
  }, 30_000)
})

describe('other operations', () => {
  it('that cannot work and are over at once are judged after 20 s', async () => {
    const timings = { pull: '2s', failing: '1s', provisioning: '1s', routing: '1s' } as const
    const services = chatbotWorld().appRunner?.services ?? []
    const world = chatbotWorld({ appRunner: { services, timings } })
    const { run, late } = await measure(world, { image: imageOf('missing'), preflight: 'off' })
    expect(run.outputs).toMatchObject({ failure: 'image' })
    expect(run.seconds).toBeLessThan(22)
    expect(late).toBeLessThanOrEqual(20)
  })

  it.each<readonly [string, World, Record<string, string>]>([
    ['a redeployment', chatbotWorld(), { image: '' }],
    [
      'a resumption',
      chatbotWorld({ service: { status: 'PAUSED' } }),
      { resume: 'true', image: imageOf('v1') },
    ],
    ['one that is over soon', chatbotWorld(), { image: imageOf('missing'), preflight: 'off' }],
  ])('are judged as soon: %s', async (_, world, inputs) => {
    const { late } = await measure(world, inputs)
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThanOrEqual(7)
  })
})
