import { run, type Action, type InputTable, type RunFacts } from '@deploy-actions/action-kit'
import { recordingHost, type Recorded } from '@deploy-actions/action-kit/testing'
import {
  installVirtualTime,
  startSimulator,
  type Simulator,
  type World,
} from '@deploy-actions/aws-simulator'

/** What became of an action that ran in a world. */
export interface WorldRun extends Recorded {
  readonly simulator: Simulator
  /** Virtual seconds from the start of the action to its end. */
  readonly seconds: number
  /** All that anybody could read of the run, for canaries. */
  readonly everything: string
}

export interface WorldRunOptions {
  readonly inputs: Readonly<Record<string, string>>
  /** What GitHub says about the run. */
  readonly run?: Partial<RunFacts>
  /** Variables of the step's environment besides those that say where the world is. */
  readonly variables?: Readonly<Record<string, string>>
  /** What happens in the world before the action starts. */
  readonly before?: (simulator: Simulator) => Promise<void>
  /** What else goes on in this process while the action runs; times are virtual. */
  readonly meanwhile?: (simulator: Simulator) => Promise<void>
  /** Looks at the world once the action is over. */
  readonly afterwards?: (simulator: Simulator, recorded: Recorded) => Promise<void>
}

/** Runs an action in this process against a simulated AWS, in virtual time. */
export async function runInWorld<
  Inputs extends InputTable,
  Outputs extends Readonly<Record<string, string>>,
>(action: Action<Inputs, Outputs>, world: World, options: WorldRunOptions): Promise<WorldRun> {
  const simulator = await startSimulator({ world, speed: 0 })
  const restoreEnvironment = setEnvironment({
    AWS_ENDPOINT_URL: simulator.url,
    AWS_REGION: world.region ?? 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIEXAMPLEKEY',
  })
  const uninstall = installVirtualTime(simulator.clock)
  try {
    const variables = {
      DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors,
      ...options.variables,
    }
    const host = recordingHost(options.inputs, {
      variables,
      ...(options.run && { run: options.run }),
    })
    await options.before?.(simulator)
    const start = Date.now()
    await Promise.all([run(action, host), options.meanwhile?.(simulator)])
    const seconds = (Date.now() - start) / 1000
    const { recorded } = host
    await options.afterwards?.(simulator, recorded)
    // Later steps get variables for use; nobody sees them.
    const { variables: _, ...visible } = recorded
    return { ...recorded, simulator, seconds, everything: JSON.stringify(visible) }
  } finally {
    uninstall()
    restoreEnvironment()
    await simulator.stop()
  }
}

function setEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/** The operations that arrived and could change something. */
export function changes(simulator: Simulator): readonly string[] {
  return simulator.requests
    .map(({ operation }) => operation)
    .filter(
      (operation) =>
        !/^(Describe|List|Get|BatchGet|Filter|Assume|Simulate|Pull|Head|RegistryToken|DownloadLayer)/.test(
          operation,
        ),
    )
}
