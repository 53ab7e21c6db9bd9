import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { ECSClient } from '@aws-sdk/client-ecs'
import { installVirtualTime, startSimulator, type Simulator, type World } from '../src/index.ts'

export interface Scene {
  readonly simulator: Simulator
  readonly ecs: ECSClient
  readonly logs: CloudWatchLogsClient
}

/** Options of any SDK client that is to talk to this simulator. */
export function clientOptions(simulator: Simulator) {
  return {
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  }
}

/** Runs `play` under the virtual time of a simulator of this world, and clears both away. */
export async function inVirtualTime(world: World, play: (scene: Scene) => Promise<void>) {
  const simulator = await startSimulator({ world, speed: 0 })
  const uninstall = installVirtualTime(simulator.clock)
  const ecs = new ECSClient(clientOptions(simulator))
  const logs = new CloudWatchLogsClient(clientOptions(simulator))
  try {
    await play({ simulator, ecs, logs })
  } finally {
    ecs.destroy()
    logs.destroy()
    uninstall()
    await simulator.stop()
  }
}

export function sleepSeconds(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
