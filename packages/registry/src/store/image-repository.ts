import type { RepositorySettings } from '../ecr/create-repository.ts'
import type { RepositoryLookup } from '../ecr/describe-repository.ts'
import type { ImageReference } from '../reference/image-reference.ts'
import type { TaggedImage, TagOutcome } from '../tags.ts'
import type { Connection } from './connection.ts'
import type { Version } from './manifests.ts'
import type { StoredImage } from './read-image.ts'

/**
 * A repository whose images are needed, to be read, tagged or pushed. All methods throw ActionErrors (`access-denied`,
 * `service-error`) and the reason of the run's signal; what else they throw they say.
 */
export interface ImageRepository {
  readonly at: Pick<ImageReference, 'host' | 'repository'>
  /**
   * What only ECR knows; undefined for other registries. Those make a repository when somebody pushes to it first,
   * and their protocol knows no immutable tags: that a tag is one shows when it is given.
   */
  readonly ecr: EcrRepositorySettings | undefined
  /** The images that have these tags; tags that no image has are left out. A repository that is not there has none. */
  findTags(tags: readonly string[]): Promise<ReadonlyMap<string, TaggedImage>>
  /** What an image is made of, for each platform; undefined where there is no such image. */
  readImage(version: Version): Promise<StoredImage | undefined>
  /** Gives an image that is in the repository one more tag, without pulling it. Throws `image` where it is not there. */
  addTag(wanted: { readonly digest: string; readonly tag: string }): Promise<TagOutcome>
  /** A way to the repository for `copyImage`; `mountFrom` is another repository of the registry, to mount blobs from. */
  connect(mountFrom?: string): Connection
}

/** The settings of a repository in ECR. */
export interface EcrRepositorySettings {
  /** Whether it is there, and which tags may be moved; not checked where the role may not ask. */
  describe(): Promise<RepositoryLookup>
  /** Makes it; `adopted` where somebody else made it meanwhile. */
  create(settings: RepositorySettings): Promise<'created' | 'adopted'>
}
