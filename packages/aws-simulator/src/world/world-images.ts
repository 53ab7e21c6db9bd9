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
  /** Default `oci`. */
  readonly mediaTypes?: 'oci' | 'docker'
  readonly behaviour?: Behaviour
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
}

/** A rule of ECR: repositories with this prefix are made of another registry's when they are first pulled. */
export interface WorldPullThroughCacheRule {
  /** `ROOT` for every repository. */
  readonly ecrRepositoryPrefix: string
  readonly upstreamRegistryUrl: string
}
