import { durationMs } from '../../world/durations.ts'
import type { WorldRegistry } from '../../world/world-images.ts'
import { parseEcrHost } from './ecr-host.ts'
import { RateLimit } from './rate-limit.ts'

export interface RegistryUser {
  readonly username: string
  readonly password: string
}

/** A registry as its clients meet it. */
export interface RegistryHost {
  readonly host: string
  readonly authentication: 'ecr' | 'token' | 'basic'
  /** Who may pull and push; nobody is known to a public registry. */
  readonly users: readonly RegistryUser[]
  readonly isUnreachable: boolean
  readonly rateLimit: RateLimit | undefined
  /** How long what it gives to who logs in is good for. */
  readonly tokenLifetimeMs: number
  readonly mountsBlobs: boolean
}

/** The registries of the world; one that nobody described is public, and asks for tokens. */
export class RegistryHosts {
  readonly #described: ReadonlyMap<string, RegistryHost>

  constructor(registries: readonly WorldRegistry[]) {
    this.#described = new Map(registries.map((given) => [given.host, describe(given)]))
  }

  /** The hosts that the world describes. */
  get names(): readonly string[] {
    return [...this.#described.keys()]
  }

  get(host: string): RegistryHost {
    return this.#described.get(host) ?? describe({ host })
  }
}

/** Whether a registry knows this user by this password. */
export function knowsUser({ users }: RegistryHost, { username, password }: RegistryUser): boolean {
  return users.some((user) => user.username === username && user.password === password)
}

function describe(given: WorldRegistry): RegistryHost {
  const { host, users = [], authentication = 'token', unreachable = false, rateLimit } = given
  const isEcr = parseEcrHost(host) !== undefined
  return {
    host,
    authentication: isEcr ? 'ecr' : authentication,
    users,
    isUnreachable: unreachable,
    rateLimit: rateLimit && new RateLimit(rateLimit.requests, durationMs(rateLimit.per)),
    tokenLifetimeMs: durationMs(given.tokenLifetime ?? (isEcr ? '12h' : '5m')),
    // An account of AWS has to switch it on.
    mountsBlobs: given.blobMounting ?? !isEcr,
  }
}
