import { imageContent } from '../registry/content/image-content.ts'
import { digestOf } from '../registry/model/digest.ts'
import { matchesPlatform, parseManifest, type Platform } from '../registry/model/manifest.ts'
import { splitRepository } from '../registry/model/reference.ts'
import { Repository, type StoredManifest } from '../registry/model/repository.ts'
import type { WorldBuiltImages, WorldImage } from '../world/world-images.ts'
import type { Behaviour } from '../world/world.ts'
import type { Timeline } from './timeline.ts'

/** An image as it comes out when it is pulled. */
export interface Image {
  readonly digest: string
  readonly behaviour: Behaviour
}

/** Tags that were given to an image, another one than before. */
export interface Push {
  readonly host: string
  readonly name: string
  readonly tags: readonly string[]
}

/** The repositories of all registries in the world, and what their images do when they run. */
export class ImageCatalog {
  readonly #timeline: Timeline
  readonly #repositories = new Map<string, Repository>()
  /** By the digest of an image's config, which is the same wherever the image is copied to. */
  readonly #behaviours = new Map<string, Behaviour>()
  readonly #builtImages: readonly WorldBuiltImages[]
  readonly #listeners: ((push: Push) => void)[] = []

  constructor(timeline: Timeline, builtImages: readonly WorldBuiltImages[]) {
    this.#timeline = timeline
    this.#builtImages = builtImages
  }

  /** Pushes an image of the world to its repository, which is made when it is not there. */
  add(image: WorldImage): void {
    const { root, children, blobs, configs } = imageContent(image)
    const repository = this.ensure(splitRepository(image.repository))
    for (const blob of blobs) repository.blobs.set(digestOf(blob), blob)
    for (const config of configs) this.#behaviours.set(config, image.behaviour ?? {})
    const pushedAt = this.#timeline.now()
    for (const child of children) {
      repository.put({ ...child, servesDigest: child.digest, pushedAt }, [])
    }
    const digest = image.digest ?? root.digest
    const servesDigest = image.servesDigest ?? digest
    repository.put({ ...root, digest, servesDigest, pushedAt }, image.tags ?? [])
  }

  find(at: { readonly host: string; readonly name: string }): Repository | undefined {
    return this.#repositories.get(`${at.host}/${at.name}`)
  }

  /** Finds a repository, or makes it. */
  ensure(at: { readonly host: string; readonly name: string }): Repository {
    const found = this.find(at)
    if (found !== undefined) return found
    const added = new Repository(at, this.#timeline.now(), (tags) => {
      for (const hear of this.#listeners) hear({ host: at.host, name: at.name, tags })
    })
    this.#repositories.set(`${at.host}/${at.name}`, added)
    return added
  }

  /** `listener` hears of each tag that is new or moves. */
  onPush(listener: (push: Push) => void): void {
    this.#listeners.push(listener)
  }

  /** The repositories of one registry, by name. */
  repositoriesOf(host: string): readonly Repository[] {
    return [...this.#repositories.values()]
      .filter((repository) => repository.host === host)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Every host that has a repository. */
  get hosts(): readonly string[] {
    return [...new Set([...this.#repositories.values()].map(({ host }) => host))]
  }

  /** What runs where `platform` is; undefined when a manifest has nothing for it. */
  imageFor(
    repository: Repository,
    manifest: StoredManifest,
    platform: Platform,
  ): Image | undefined {
    const digest = manifest.servesDigest
    const parts = parseManifest(manifest.bytes.toString())
    const config = parts?.config
    if (config === undefined) {
      const child = parts?.manifests.find((offered) => matchesPlatform(platform, offered.platform))
      const stored = child && repository.find(child.digest)
      const image = stored && this.imageFor(repository, stored, platform)
      return image && { ...image, digest }
    }
    const blob = repository.blobs.get(config.digest)
    // A blob that is somebody's config is JSON by the image specification.
    const offered = JSON.parse(blob?.toString() ?? '{}') as Platform
    if (!matchesPlatform(platform, offered)) return undefined
    return { digest, behaviour: this.#behaviourOf(config.digest) }
  }

  /** One that is none of the world's does what its builds do: those of the repository that it was pushed to, wherever it was copied since. */
  #behaviourOf(config: string): Behaviour {
    const known = this.#behaviours.get(config)
    const isFrom = ({ repository }: WorldBuiltImages) =>
      this.find(splitRepository(repository))?.blobs.has(config) === true
    return known ?? this.#builtImages.find(isFrom)?.behaviour ?? {}
  }
}
