import {
  AppRunnerClient,
  DescribeServiceCommand,
  ListOperationsCommand,
  ListTagsForResourceCommand,
  type OperationSummary,
  type Service,
} from '@aws-sdk/client-apprunner'
import { run } from '@deploy-actions/action-kit'
import { recordingHost, type Recorded } from '@deploy-actions/action-kit/testing'
import type { Simulator, World } from '@deploy-actions/aws-simulator'
import {
  runInWorld,
  type WorldRun,
  type WorldRunOptions,
} from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { imageOf, serviceArn } from './chatbot.world.ts'
import { withDefaults } from './in-flow.ts'

/** A service as it is when the step is over. */
export interface Standing {
  readonly service: Service | undefined
  /** Newest first. */
  readonly operations: readonly OperationSummary[]
  readonly tags: Readonly<Record<string, string>>
}

/** What became of a step, and of the service. */
export interface DeployedRun extends WorldRun, Standing {
  /** How often the step asked AWS. */
  readonly calls: number
}

export interface DeployOptions extends Omit<WorldRunOptions, 'inputs'> {
  /** Inputs that only the world can tell. */
  readonly inputsOf?: (simulator: Simulator) => Readonly<Record<string, string>>
}

/** Deploys to `chatbot`, v2 unless the inputs say otherwise, and looks at what is there then. */
export async function deploy(
  world: World,
  inputs: Readonly<Record<string, string>>,
  { inputsOf, ...options }: DeployOptions = {},
): Promise<DeployedRun> {
  let standing: Standing | undefined
  let calls = 0
  const given = withDefaults({ service: 'chatbot', image: imageOf('v2'), ...inputs })
  const ended = await runInWorld({ contract, main }, world, {
    ...options,
    inputs: given,
    async before(simulator) {
      Object.assign(given, inputsOf?.(simulator))
      await options.before?.(simulator)
    },
    async afterwards(simulator, recorded) {
      calls = simulator.requests.length
      standing = await standingOf(recorded.outputs['service-arn'] ?? serviceArn)
      await options.afterwards?.(simulator, recorded)
    },
  })
  if (standing === undefined) throw new Error('Nobody has looked at the service.')
  return { ...ended, ...standing, calls }
}

/** A service as it is now; what is not there is told as nothing. */
export async function standingOf(arn = serviceArn): Promise<Standing> {
  const client = new AppRunnerClient({})
  try {
    const { Service } = await client.send(new DescribeServiceCommand({ ServiceArn: arn }))
    const listed = await client.send(new ListOperationsCommand({ ServiceArn: arn }))
    const { Tags = [] } = await client.send(new ListTagsForResourceCommand({ ResourceArn: arn }))
    return {
      service: Service,
      operations: listed.OperationSummaryList ?? [],
      tags: Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error
    return { service: undefined, operations: [], tags: {} }
  } finally {
    client.destroy()
  }
}

/** Runs the action once more in a world that is there already. */
export async function deployAlso(
  simulator: Simulator,
  inputs: Readonly<Record<string, string>>,
): Promise<Recorded> {
  const variables = { DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors }
  const given = withDefaults({ service: 'chatbot', image: imageOf('v2'), ...inputs })
  const host = recordingHost(given, { variables })
  await run({ contract, main }, host)
  return host.recorded
}

/** What UpdateService was sent, each time. */
export function updatesIn({ simulator }: Pick<WorldRun, 'simulator'>): readonly object[] {
  return simulator.requests
    .filter(({ operation }) => operation === 'UpdateService')
    .map(({ input }) => input as object) // requests of App Runner are objects
}

/** The image configuration of a service. */
export function imageConfigurationOf(service: Service | undefined) {
  return service?.SourceConfiguration?.ImageRepository?.ImageConfiguration
}

/** The image of a service, as it is named. */
export function imageIn(service: Service | undefined): string | undefined {
  return service?.SourceConfiguration?.ImageRepository?.ImageIdentifier
}

/** Virtual seconds. */
export function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
