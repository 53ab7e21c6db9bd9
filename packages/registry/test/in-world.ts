import { createAwsClients } from '@deploy-actions/aws'
import {
  installVirtualTime,
  startSimulator,
  type Simulator,
  type World,
} from '@deploy-actions/aws-simulator'
import {
  createRegistries,
  parseImageReference,
  parseMirrors,
  type ImageLookup,
  type Registries,
  type RegistryCredentials,
} from '../src/index.ts'

/** The registries of a world, with the things that a test wants to see of them. */
export interface Scene {
  readonly simulator: Simulator
  readonly registries: Registries
  /** Looks an image up by its name. */
  readonly lookUp: (image: string) => Promise<ImageLookup>
  /** Everything that was logged. */
  readonly log: readonly string[]
}

export interface SceneOptions {
  readonly credentials?: RegistryCredentials | undefined
  readonly signal?: AbortSignal
}

const credentialsOfAws = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIEXAMPLEKEY',
}

/** Runs `play` with the registries of a world, under its virtual time. */
export async function inWorld<T>(
  world: World,
  play: (scene: Scene) => Promise<T>,
  options: SceneOptions = {},
): Promise<T> {
  const simulator = await startSimulator({ world, speed: 0 })
  const region = world.region ?? 'us-east-1'
  Object.assign(process.env, credentialsOfAws, { AWS_ENDPOINT_URL: simulator.url })
  const uninstall = installVirtualTime(simulator.clock)
  const clients = createAwsClients({ action: 'test', region })
  const log: string[] = []
  const say = (message: string): void => void log.push(message)
  const registries = createRegistries({
    clients,
    signal: options.signal ?? new AbortController().signal,
    log: { info: say, warning: say, debug: say },
    mirrors: parseMirrors(simulator.registryMirrors),
    credentials: options.credentials,
  })
  try {
    const lookUp = (image: string) => registries.lookUp(parseImageReference(image))
    return await play({ simulator, registries, lookUp, log })
  } finally {
    clients.destroy()
    uninstall()
    await simulator.stop()
  }
}

/** Looks one image up in a world. */
export function lookUpIn(
  world: World,
  image: string,
  options: SceneOptions = {},
): Promise<ImageLookup> {
  return inWorld(world, ({ lookUp }) => lookUp(image), options)
}
