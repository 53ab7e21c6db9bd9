import type { Behaviour, Duration } from './world.ts'

/** An image and what it does when it runs. */
export interface WorldImage {
  readonly repository: string
  readonly tags?: readonly string[]
  readonly digest?: string
  readonly servesDigest?: string
  /** Such as `linux/arm64`; several make the image an index. Default `linux/amd64`. */
  readonly platforms?: readonly string[]
  readonly labels?: Readonly<Record<string, string>>
  /** When it was built, as its config tells; the beginning of 1970 if absent. */
  readonly created?: string
  /** Default `oci`. */
  readonly mediaTypes?: 'oci' | 'docker'
  readonly behaviour?: Behaviour
  /** When it is pushed, if it is not there when the world begins. */
  readonly pushed?: {
    readonly after: Duration
    readonly since?: { readonly operation: string }
  }
}

/** What images do that are built and pushed to a repository while the world runs. */
export interface WorldBuiltImages {
  readonly repository: string
  readonly behaviour: Behaviour
}

/** A registry other than ECR; one that only an image mentions is public. */
export interface WorldRegistry {
  readonly host: string
  /** If given, nobody else may pull, and these may push as well. */
  readonly users?: readonly { readonly username: string; readonly password: string }[]
  /** Default `token`. */
  readonly authentication?: 'token' | 'basic'
  readonly unreachable?: boolean
  /** How many manifests one client may ask for in a length of time. */
  readonly rateLimit?: { readonly requests: number; readonly per: Duration }
  /** How long a token, or a password of ECR, is good for. Default `5m`, of ECR `12h`. */
  readonly tokenLifetime?: Duration
  /** Whether blobs of one repository can be mounted in another. Default: not in ECR, elsewhere yes. */
  readonly blobMounting?: boolean
}

/** A rule of ECR: repositories with this prefix are made of another registry's when they are first pulled. */
export interface WorldPullThroughCacheRule {
  /** `ROOT` for every repository. */
  readonly ecrRepositoryPrefix: string
  readonly upstreamRegistryUrl: string
}
