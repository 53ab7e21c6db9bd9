/** What an image runs on, in the words of the OCI image specification (Go's GOOS and GOARCH). */
export interface Platform {
  readonly os: string
  readonly architecture: string
  /** Of ARM: `v7`, `v8`. */
  readonly variant?: string
}

/** What a registry says about an image. */
export type ImageLookup = FoundImage | MissingImage | NotChecked

/** The image is there. */
export interface FoundImage {
  readonly kind: 'found'
  /** Of the manifest that the reference names: of the index where there is one. */
  readonly digest: string
  readonly mediaType: string
  /**
   * Whether it is given to anybody: without credentials, as ECS pulls it where a container has no
   * `repositoryCredentials`. False for private ECR.
   */
  readonly isPublic: boolean
  /** Undefined where they are not known: the image does not say, or see `platformsNotRead`. */
  readonly platforms: readonly Platform[] | undefined
  /** Why the platforms could not be read. */
  readonly platformsNotRead?: NotChecked
  /** Of an image for a single platform. */
  readonly labels?: Readonly<Record<string, string>>
  /** Compressed, as it is pulled; of an image for a single platform. */
  readonly sizeBytes?: number
}

/** The registry knows that there is no such image. */
export interface MissingImage {
  readonly kind: 'missing'
  readonly what: 'repository' | 'tag' | 'digest'
  /** A whole sentence. */
  readonly message: string
  /** A few tags that are there, newest first where the registry tells; empty where it does not list them. */
  readonly existing: readonly string[]
}

/** Nobody knows: the registry could not be asked, or did not say. */
export interface NotChecked {
  readonly kind: 'not-checked'
  readonly reason: 'access-denied' | 'credentials' | 'unreachable' | 'throttled' | 'unsupported'
  /** A whole sentence. */
  readonly message: string
  /** What to do so that it can be checked: the IAM statement, or the inputs. */
  readonly remedy: string
}
