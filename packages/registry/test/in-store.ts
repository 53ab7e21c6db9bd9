import { recordingHost, type RecordingHost } from '@deploy-actions/action-kit/testing'
import { createAwsClients } from '@deploy-actions/aws'
import {
  installVirtualTime,
  startSimulator,
  type Simulator,
  type World,
} from '@deploy-actions/aws-simulator'
import {
  openImageStore,
  parseImageReference,
  type ImageRepository,
  type ImageStore,
  type RegistryCredentials,
  type StoredImage,
} from '../src/index.ts'

/** The image store of a world, with the things that a test wants to see of it. */
export interface StoreScene {
  readonly simulator: Simulator
  readonly host: RecordingHost
  readonly store: ImageStore
  readonly pull: (repository: string) => ImageRepository
  readonly push: (repository: string) => ImageRepository
  /** What lies under a tag; throws where nothing does. */
  readonly read: (image: string) => Promise<StoredImage>
}

export interface StoreSceneOptions {
  readonly credentials?: RegistryCredentials | undefined
  readonly signal?: AbortSignal
}

const credentialsOfAws = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIEXAMPLEKEY',
}

/** Runs `play` with the image store of a world, under its virtual time. */
export async function inStore<T>(
  world: World,
  play: (scene: StoreScene) => Promise<T>,
  { credentials, signal = new AbortController().signal }: StoreSceneOptions = {},
): Promise<T> {
  const simulator = await startSimulator({ world, speed: 0 })
  const region = world.region ?? 'us-east-1'
  Object.assign(process.env, credentialsOfAws, { AWS_ENDPOINT_URL: simulator.url })
  const uninstall = installVirtualTime(simulator.clock)
  const clients = createAwsClients({ action: 'test', region })
  const variables = { DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors }
  const host = recordingHost({}, { variables })
  const store = openImageStore(host, { clients, signal, credentials })
  const open = (purpose: 'pull' | 'push') => (repository: string) =>
    store.repository(parseImageReference(repository), purpose)
  const read = async (image: string): Promise<StoredImage> => {
    const { tag = 'latest' } = parseImageReference(image)
    const found = await open('pull')(image).readImage({ tag })
    if (found === undefined) throw new Error(`There is no ${image}.`)
    return found
  }
  try {
    const pull = open('pull')
    return await play({ simulator, host, store, pull, push: open('push'), read })
  } finally {
    clients.destroy()
    uninstall()
    await simulator.stop()
  }
}

/** A world in which the job may do everything but what is denied. */
export function denying(world: World, ...actions: string[]): World {
  return {
    ...world,
    caller: {
      policies: [
        { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
        { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: actions, Resource: '*' }] },
      ],
    },
  }
}
