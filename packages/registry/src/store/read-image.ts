import { ActionError } from '@deploy-actions/action-kit'
import { wordsIn } from '../distribution/registry-errors.ts'
import { inParallel } from '../in-parallel.ts'
import type { Platform } from '../lookup.ts'
import type { Descriptor } from '../manifest/descriptor.ts'
import { digestOf } from '../manifest/digest.ts'
import { findImageConfig, type ImageConfig } from '../manifest/image-config.ts'
import { formatImage } from '../reference/image-reference.ts'
import type { Connection } from './connection.ts'
import { findStoredManifest, type StoredManifest, type Version } from './manifests.ts'

/** An image as it lies in its repository. */
export interface StoredImage {
  /** Of the manifest that the tag names: of the index where there is one. */
  readonly digest: string
  readonly mediaType: string
  /** In the order of the index, without attestations; one for an image without index. */
  readonly platforms: readonly PlatformImage[]
  /** Compressed, as it is pulled; for several platforms the sum of what they have, each part once. */
  readonly sizeBytes: number
}

/** What an image is on one platform. */
export interface PlatformImage {
  /** Undefined where the image does not say, as other artifacts than images do not. */
  readonly platform: Platform | undefined
  /** Of its own manifest. */
  readonly digest: string
  readonly labels: Readonly<Record<string, string>>
  /** When it was built, as the build says: 1970 or the time of a commit for reproducible builds. */
  readonly createdAt: Date | undefined
  /** Configuration and layers, compressed as they are pulled. */
  readonly sizeBytes: number
}

const askedAtOnce = 6

/** Reads an image with the configurations of its platforms; undefined where there is none. */
export async function readImage(
  connection: Connection,
  version: Version,
): Promise<StoredImage | undefined> {
  const root = await findStoredManifest(connection, version)
  if (root === undefined) return undefined
  const { digest, mediaType, content } = root
  const images = content.kind === 'image' ? [root] : await imagesOf(connection, content.children)
  const platforms: PlatformImage[] = []
  const limits = { atOnce: askedAtOnce, signal: connection.context.signal }
  await inParallel([...images.entries()], limits, async ([index, image], signal) => {
    platforms[index] = await readPlatform(connection.under(signal), image)
  })
  return { digest, mediaType, platforms, sizeBytes: sizeOf(images.flatMap(partsOf)) }
}

async function imagesOf(
  connection: Connection,
  children: readonly Descriptor[] = [],
): Promise<readonly StoredManifest[]> {
  const found: StoredManifest[] = []
  const wanted = children.filter(({ platform }) => platform !== undefined)
  const limits = { atOnce: askedAtOnce, signal: connection.context.signal }
  await inParallel([...wanted.entries()], limits, async ([index, { digest }], signal) => {
    const child = await findStoredManifest(connection.under(signal), { digest })
    if (child?.content.kind !== 'image') throw broken(connection, digest, 'no manifest')
    found[index] = child
  })
  return found
}

async function readPlatform(
  connection: Connection,
  manifest: StoredManifest,
): Promise<PlatformImage> {
  const { digest, content } = manifest
  const configDigest = content.kind === 'image' ? content.configDigest : undefined
  const config = configDigest === undefined ? undefined : await readConfig(connection, configDigest)
  return {
    platform: config?.platform,
    digest,
    labels: config?.labels ?? {},
    createdAt: config?.createdAt,
    sizeBytes: sizeOf(partsOf(manifest)),
  }
}

async function readConfig(connection: Connection, digest: string): Promise<ImageConfig> {
  const asked = { path: `blobs/${digest}` }
  const answer = await connection.attempt((transport) => connection.session.ask(asked, transport))
  const isIt = answer.status === 200 && digestOf(answer.body, digest) === digest
  const config = isIt ? findImageConfig(Buffer.from(answer.body).toString()) : undefined
  if (config === undefined) throw broken(connection, digest, wordsIn(answer))
  return config
}

function partsOf({ content }: StoredManifest): readonly Descriptor[] {
  return content.kind === 'image' ? (content.blobs ?? []) : []
}

function sizeOf(parts: readonly Descriptor[]): number {
  const sizes = new Map(parts.map(({ digest, sizeBytes }) => [digest, sizeBytes]))
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}

function broken({ at }: Connection, digest: string, words: string): ActionError {
  return new ActionError({
    code: 'image',
    message: `${formatImage(at)} does not serve a part of the image, ${digest} (${words}).`,
    remedy: 'Push the image again: what the registry has of it is not whole.',
  })
}
