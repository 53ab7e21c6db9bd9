import type { CreateRepositoryRequest } from '@aws-sdk/client-ecr'
import { isDigest } from './digest.ts'

/** A manifest as a registry keeps it. */
export interface StoredManifest {
  /** What references call it by: that of its bytes, unless the world says otherwise. */
  readonly digest: string
  /** What a pull through a mirror that changes images finds in its place. */
  readonly servesDigest: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly pushedAt: Date
}

/** Settings that only repositories of ECR have. */
export type EcrSettings = Omit<CreateRepositoryRequest, 'registryId' | 'repositoryName'> & {
  readonly lifecyclePolicyText?: string
}

/** One repository of one registry: its manifests, its tags, its blobs. */
export class Repository {
  readonly host: string
  readonly name: string
  readonly createdAt: Date
  readonly blobs = new Map<string, Buffer>()
  readonly tags = new Map<string, string>()
  settings: EcrSettings = {}
  /** Whether its account lets no other account read it. */
  isPrivate = false
  readonly #manifests = new Map<string, StoredManifest>()
  readonly #onTagged: (tags: readonly string[]) => void

  /** `onTagged` hears of tags that are new or move. */
  constructor(
    at: { readonly host: string; readonly name: string },
    createdAt: Date,
    onTagged: (tags: readonly string[]) => void,
  ) {
    this.host = at.host
    this.name = at.name
    this.createdAt = createdAt
    this.#onTagged = onTagged
  }

  /** Every manifest, those that were pushed first in front. */
  get manifests(): readonly StoredManifest[] {
    return [...this.#manifests.values()]
  }

  /** Finds a manifest by its tag or a digest. */
  find(reference: string): StoredManifest | undefined {
    if (!isDigest(reference)) return this.#manifests.get(this.tags.get(reference) ?? '')
    const served = () => this.manifests.find(({ servesDigest }) => servesDigest === reference)
    return this.#manifests.get(reference) ?? served()
  }

  /** Finds a manifest that is the same to the last byte. */
  findSame(bytes: Buffer): StoredManifest | undefined {
    return this.manifests.find((manifest) => manifest.bytes.equals(bytes))
  }

  tagsOf(digest: string): readonly string[] {
    return [...this.tags].filter(([, tagged]) => tagged === digest).map(([tag]) => tag)
  }

  /** Keeps a manifest; a tag moves to it from whatever had it. */
  put(manifest: StoredManifest, tags: readonly string[]): void {
    if (!this.#manifests.has(manifest.digest)) this.#manifests.set(manifest.digest, manifest)
    const moved = tags.filter((tag) => this.tags.get(tag) !== manifest.digest)
    for (const tag of moved) this.tags.set(tag, manifest.digest)
    if (moved.length > 0) this.#onTagged(moved)
  }

  /** Forgets a manifest and its tags. */
  delete(digest: string): void {
    for (const tag of this.tagsOf(digest)) this.tags.delete(tag)
    this.#manifests.delete(digest)
  }
}
