import { createHash } from 'node:crypto'
import type { Behaviour, WorldImage } from '../world/world.ts'

/** An image that a registry of the world has, as it comes out when it is pulled. */
export interface Image {
  readonly digest: string
  readonly behaviour: Behaviour
}

interface Reference {
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

interface Entry {
  readonly repository: string
  readonly tags: readonly string[]
  /** What references call it by. */
  readonly digest: string
  readonly image: Image
}

/** The images of all registries in the world, found by reference as a container runtime finds them. */
export class ImageCatalog {
  readonly #entries: readonly Entry[]

  constructor(images: readonly WorldImage[]) {
    this.#entries = images.map((given) => {
      const digest = given.digest ?? derivedDigest(given)
      return {
        repository: normalRepository(given.repository),
        tags: given.tags ?? [],
        digest,
        image: { digest: given.servesDigest ?? digest, behaviour: given.behaviour ?? {} },
      }
    })
  }

  /** Finds what a task definition's `image` means: the digest decides, else the tag, else `latest`. */
  find(text: string): Image | undefined {
    const { repository, tag, digest } = parseReference(text)
    const inRepository = this.#entries.filter((entry) => entry.repository === repository)
    const found = inRepository.find(
      digest === undefined
        ? (entry) => entry.tags.includes(tag ?? 'latest')
        : (entry) => entry.digest === digest,
    )
    return found?.image
  }
}

/** The image's full name, as messages of the container agent have it. */
export function fullReference(text: string): string {
  const { repository, tag, digest } = parseReference(text)
  return digest === undefined ? `${repository}:${tag ?? 'latest'}` : `${repository}@${digest}`
}

function parseReference(text: string): Reference {
  const [name = '', digest] = text.split('@')
  const tagAt = name.lastIndexOf(':')
  const hasTag = tagAt > name.lastIndexOf('/')
  return {
    repository: normalRepository(hasTag ? name.slice(0, tagAt) : name),
    tag: hasTag ? name.slice(tagAt + 1) : undefined,
    digest,
  }
}

/** A name without a registry host is Docker Hub's, and one without a namespace is in `library`. */
export function normalRepository(name: string): string {
  const [first = ''] = name.split('/')
  const hasHost = name.includes('/') && (/[.:]/.test(first) || first === 'localhost')
  if (hasHost) return name
  return name.includes('/') ? `docker.io/${name}` : `docker.io/library/${name}`
}

function derivedDigest(image: WorldImage): string {
  const content = JSON.stringify([image.repository, image.tags ?? [], image.behaviour ?? {}])
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}
