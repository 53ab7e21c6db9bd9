import type { Host } from '@deploy-actions/action-kit'
import type { AwsClients } from '@deploy-actions/aws'
import type { RegistryCredentials } from '../credentials.ts'
import { pullScope, pushScope } from '../distribution/authorize.ts'
import { identitiesFor, type IdentitySource } from '../distribution/identity.ts'
import { Session } from '../distribution/session.ts'
import type { RegistryLogin } from '../docker-config.ts'
import { createRepository } from '../ecr/create-repository.ts'
import { describeRepository } from '../ecr/describe-repository.ts'
import { EcrPasswords } from '../ecr/registry-passwords.ts'
import { addEcrTag, findEcrTags } from '../ecr/tags.ts'
import { readMirrors } from '../open-registries.ts'
import { findEcrRegistry, type EcrRegistry } from '../reference/ecr-registry.ts'
import type { ImageReference } from '../reference/image-reference.ts'
import { Connection, needed, type ConnectionContext } from './connection.ts'
import { addTag, findTags } from './distribution-tags.ts'
import type { ImageRepository } from './image-repository.ts'
import { readImage } from './read-image.ts'

/** As whom images are read and pushed. */
export interface ImageStoreOptions {
  /** For ECR: those of the role that may read there, or push. */
  readonly clients: AwsClients
  /** The signal of the run. */
  readonly signal: AbortSignal
  /** For other registries. */
  readonly credentials?: RegistryCredentials | undefined
}

/** Registries as one role, and one user, may use them. A copy between two roles has a store of each. */
export interface ImageStore {
  /** A repository to read from, or to push to (which is another permission to ask for). Asks nobody yet. */
  repository(at: Pick<ImageReference, 'host' | 'repository'>, purpose: Purpose): ImageRepository
  /**
   * The login of a registry, masked, for `dockerConfigFor`; undefined where there is none. Throws `access-denied` and
   * `service-error` for ECR.
   */
  login(host: string): Promise<RegistryLogin | undefined>
}

type Purpose = 'pull' | 'push'

/**
 * Opens the registries of one role, with the mirrors that the job's environment names. Throws an `input` error for
 * mirrors that are wrong.
 */
export function openImageStore(host: Host, options: ImageStoreOptions): ImageStore {
  const { clients, signal, credentials } = options
  const context: ConnectionContext = { mirrors: readMirrors(host), log: host, signal }
  const passwords = new EcrPasswords({ clients, signal, mask: (value) => host.mask(value) })
  return {
    repository(at, purpose) {
      const registry = findEcrRegistry(at.host)
      let own: Connection | undefined
      const open = (mountFrom?: string): Connection => {
        const identities =
          registry === undefined
            ? identitiesOf(at.host, purpose, credentials)
            : [(isAnew: boolean) => passwords.get(registry, isAnew)]
        return new Connection(
          sessionFor({ at, purpose, identities, mountFrom, credentials }),
          context,
        )
      }
      // Whoever logged in stays logged in; to mount is another permission to ask for.
      const connect = (mountFrom?: string): Connection =>
        mountFrom === undefined ? (own ??= open()) : open(mountFrom)
      return registry === undefined
        ? otherRepository(at, connect)
        : ecrRepository({ at, connect, registry }, options)
    },
    async login(name) {
      const registry = findEcrRegistry(name)
      if (registry !== undefined) return { ...(await passwords.get(registry)), host: name }
      const isForIt = credentials?.host === undefined || credentials.host === name
      return credentials === undefined || !isForIt ? undefined : { ...credentials, host: name }
    },
  }
}

interface SessionParts {
  readonly at: ImageRepository['at']
  readonly purpose: Purpose
  readonly identities: readonly IdentitySource[]
  readonly mountFrom: string | undefined
  readonly credentials: RegistryCredentials | undefined
}

function sessionFor({ at, purpose, identities, mountFrom, credentials }: SessionParts): Session {
  const { host, repository } = at
  const own = purpose === 'push' ? pushScope(repository) : pullScope(repository)
  return new Session({
    at,
    purpose,
    identities,
    scopes: mountFrom === undefined ? [own] : [own, pullScope(mountFrom)],
    isForOtherHost: credentials?.host !== undefined && credentials.host !== host,
  })
}

/** Nobody pushes anonymously where credentials are given. */
function identitiesOf(
  host: string,
  purpose: Purpose,
  credentials: RegistryCredentials | undefined,
): readonly IdentitySource[] {
  const identities = identitiesFor(host, credentials)
  const known = identities.filter((identity) => identity !== 'anonymous')
  const wanted = purpose === 'push' && known.length > 0 ? known : identities
  return wanted.map((identity) => async () => identity)
}

function otherRepository(
  at: ImageRepository['at'],
  connect: ImageRepository['connect'],
): ImageRepository {
  return {
    at,
    ecr: undefined,
    connect,
    findTags: (tags) => needed(() => findTags(connect(), tags)),
    readImage: (version) => needed(() => readImage(connect(), version)),
    addTag: (wanted) => needed(() => addTag(connect(), wanted)),
  }
}

function ecrRepository(
  { at, connect, registry }: Pick<ImageRepository, 'at' | 'connect'> & { registry: EcrRegistry },
  { clients, signal }: ImageStoreOptions,
): ImageRepository {
  const caller = { clients, signal, registry, name: at.repository }
  return {
    at,
    ecr: {
      describe: () => describeRepository(caller),
      create: (settings) => createRepository(caller, settings),
    },
    connect,
    findTags: (tags) => needed(() => findEcrTags(caller, tags)),
    readImage: (version) => needed(() => readImage(connect(), version)),
    addTag: (wanted) => needed(() => addEcrTag(caller, wanted)),
  }
}
