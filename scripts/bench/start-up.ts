import { startSimulator, type Simulator } from '@deploy-actions/aws-simulator'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { runAction, runProgram } from '../../test/bundle/run-action.ts'
import { awsEnvironment } from './aws-environment.ts'
import { bundlePeer } from './bundle-peer.ts'
import type { Group, Measurement } from './measurement.ts'

/** An action whose first call is the bare client's only one. */
interface Entry {
  readonly action: string
  readonly operation: 'DescribeServices' | 'DescribeTaskDefinition'
  readonly inputs: Readonly<Record<string, string>>
}

const place = { cluster: 'shop', service: 'api' }

const entries: readonly Entry[] = [
  {
    action: 'deploy-ecs',
    operation: 'DescribeServices',
    inputs: { ...place, image: 'api:2', 'dry-run': 'true' },
  },
  {
    action: 'render-task-def',
    operation: 'DescribeTaskDefinition',
    inputs: { family: 'api', image: 'api:2', 'dry-run': 'true' },
  },
  {
    action: 'verify-health',
    operation: 'DescribeServices',
    inputs: { cluster: place.cluster, services: place.service },
  },
]

/** Whoever calls may do nothing, so that the first answer is the last. */
const error = { name: 'AccessDeniedException', message: 'The role may not make this call.' }
const faults = [{ operation: '*', every: 1, error }]

/** What it takes to measure start-up: the bundles, a folder for what is thrown away, and how often. */
export interface StartUpOptions {
  readonly dist: string
  readonly scratch: string
  readonly runs: number
}

/**
 * Measures each action from the start of its process until its first call is answered and it has
 * ended, alternately with a bundle of the ECS client alone that makes the same call.
 */
export async function measureStartUp(options: StartUpOptions): Promise<Group> {
  const starts = ['DescribeServices', 'DescribeTaskDefinition']
  const programs = bundlePeer(options.scratch, { module: 'bare-client', starts })
  // Clocks that differ would make the SDK call twice.
  const simulator = await startSimulator({ world: { faults }, start: new Date() })
  const measurements: Measurement[] = []
  try {
    for (const entry of entries) {
      const peer = programs.get(entry.operation) ?? ''
      for (const cache of ['cold', 'warm'] as const) {
        const setting = { ...options, simulator, peer, cache }
        // One after the other: what runs at the same time would share the processor.
        measurements.push(await measureEntry(entry, setting))
      }
    }
  } finally {
    await simulator.stop()
  }
  return {
    title: 'Start-up until the first call is answered; the peer is the ECS client alone, making it',
    measurements,
  }
}

interface Setting extends StartUpOptions {
  readonly simulator: Simulator
  readonly peer: string
  /** Whether the compile cache is empty, as in a job's first step, or filled by an earlier run. */
  readonly cache: 'cold' | 'warm'
}

async function measureEntry(entry: Entry, setting: Setting): Promise<Measurement> {
  const { simulator, cache, runs } = setting
  const what = `${entry.action}, compile cache ${cache === 'cold' ? 'empty' : 'filled'}`
  const folders = [newFolder(setting), newFolder(setting)] as const
  const temp = (own: string): string => (cache === 'warm' ? own : newFolder(setting))
  const [ours, peer]: [number[], number[]] = [[], []]
  const target = { ratio: 1.5 }
  const before = simulator.requests.length
  await runOurs(entry, setting, folders[0])
  const calls = simulator.requests.slice(before).map(({ operation }) => operation)
  await runPeer(setting, folders[1])
  if (calls.join() !== entry.operation) {
    const fault = `calls ${calls.join(', ') || 'nothing'} instead of ${entry.operation}`
    return { what, unit: 'ms', ours, target, fault }
  }
  for (let run = 0; run < runs; run++) {
    ours.push(await runOurs(entry, setting, temp(folders[0])))
    peer.push(await runPeer(setting, temp(folders[1])))
  }
  return { what, unit: 'ms', ours, peer, target }
}

function newFolder({ scratch }: Setting): string {
  return mkdtempSync(join(scratch, 'runner-'))
}

async function runOurs(
  { action, inputs }: Entry,
  { dist, simulator }: Setting,
  runnerTemp: string,
): Promise<number> {
  const environment = { ...awsEnvironment(simulator), RUNNER_TEMP: runnerTemp }
  return (await runAction(action, inputs, { dist, environment })).milliseconds
}

async function runPeer({ peer, simulator }: Setting, runnerTemp: string): Promise<number> {
  const env = {
    PATH: process.env['PATH'],
    ...awsEnvironment(simulator),
    RUNNER_TEMP: runnerTemp,
  }
  return (await runProgram([peer], { cwd: runnerTemp, env })).milliseconds
}
