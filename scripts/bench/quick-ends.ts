import { startSimulator, type Simulator, type World } from '@deploy-actions/aws-simulator'
import { runAction } from '../../test/bundle/run-action.ts'
import { awsEnvironment, virtualEnvironment, virtualTime } from './aws-environment.ts'
import type { Group, Measurement } from './measurement.ts'
import { apiWorld, images, secretArn } from './rollout-worlds.ts'

/** A deployment that is to end before anything is changed. */
interface Case {
  readonly what: string
  readonly world: World
  readonly inputs: Readonly<Record<string, string>>
  /** What the outputs `outcome` and `failure` are to be. */
  readonly outcome: 'failed' | 'unchanged'
  readonly failure?: 'image' | 'secret'
}

const missingKey = {
  image: images.healthy,
  secrets: [{ name: 'TOKEN', valueFrom: `${secretArn}:TOKEN::` }],
}

const cases: readonly Case[] = [
  {
    what: 'red: the image is not there',
    world: apiWorld({ container: { image: images.running } }),
    inputs: { image: images.missing },
    outcome: 'failed',
    failure: 'image',
  },
  {
    what: 'red: the secret lacks the key',
    world: apiWorld({ container: missingKey }),
    inputs: { 'task-definition': 'api:2' },
    outcome: 'failed',
    failure: 'secret',
  },
  {
    what: 'unchanged',
    world: apiWorld({ container: { image: images.running } }),
    inputs: { image: images.running },
    outcome: 'unchanged',
  },
]

/** Beyond this, real time is not spent on it. */
const longestSeconds = 10

/**
 * Measures how soon deploy-ecs is red when what a definition refers to is not there, and green when
 * nothing is to be done: in virtual time, where only waiting counts, and on the wall.
 */
export async function measureQuickEnds(dist: string, runs: number): Promise<Group> {
  const measurements: Measurement[] = []
  for (const one of cases) {
    const virtual = await measureOnce(one, { dist, isVirtual: true })
    measurements.push(measurement(`${one.what}, virtual`, [virtual]))
    if (virtual.seconds > longestSeconds || virtual.fault) continue
    const real: Ended[] = []
    for (let run = 0; run < runs; run++) {
      real.push(await measureOnce(one, { dist, isVirtual: false }))
    }
    measurements.push(measurement(`${one.what}, on the wall`, real))
  }
  return { title: 'Seconds until deploy-ecs ends without having changed anything', measurements }
}

interface Ended {
  readonly seconds: number
  readonly fault: string | undefined
}

function measurement(what: string, ends: readonly Ended[]): Measurement {
  const fault = ends.find((end) => end.fault !== undefined)?.fault
  return {
    what,
    unit: 's',
    ours: ends.map(({ seconds }) => seconds),
    target: { worst: 2 },
    ...(fault === undefined ? {} : { fault }),
  }
}

async function measureOnce(
  { world, inputs, outcome, failure }: Case,
  { dist, isVirtual }: { readonly dist: string; readonly isVirtual: boolean },
): Promise<Ended> {
  const time = isVirtual ? { speed: 0 } : { start: new Date() }
  const simulator = await startSimulator({ world, ...time })
  try {
    const begun = simulator.clock.now()
    const all = { cluster: 'shop', service: 'api', ...inputs }
    const step = isVirtual
      ? { environment: virtualEnvironment(simulator), nodeOptions: virtualTime }
      : { environment: awsEnvironment(simulator) }
    const { milliseconds, outputs } = await runAction('deploy-ecs', all, { dist, ...step })
    const seconds = (isVirtual ? simulator.clock.now() - begun : milliseconds) / 1000
    const isAsAsked = outputs['outcome'] === outcome && outputs['failure'] === failure
    const fault = isAsAsked ? undefined : `ends as ${JSON.stringify(outputs)}`
    return { seconds, fault: faultOfChanges(simulator) ?? fault }
  } finally {
    await simulator.stop()
  }
}

function faultOfChanges({ requests }: Simulator): string | undefined {
  const changes = requests
    .map(({ operation }) => operation)
    .filter((operation) => /^(Register|Update|Create|Stop)/.test(operation))
  return changes.length > 0 ? `made changes: ${changes.join(', ')}` : undefined
}
