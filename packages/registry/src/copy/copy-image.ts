import { ActionError } from '@deploy-actions/action-kit'
import { inParallel } from '../in-parallel.ts'
import type { Descriptor } from '../manifest/descriptor.ts'
import { formatImage } from '../reference/image-reference.ts'
import { needed, type Connection } from '../store/connection.ts'
import { isTaken, putTag } from '../store/distribution-tags.ts'
import type { ImageRepository } from '../store/image-repository.ts'
import {
  findStoredManifest,
  findVersion,
  putManifest,
  refusedManifest,
  type StoredManifest,
  type Version,
} from '../store/manifests.ts'
import type { TagOutcome } from '../tags.ts'
import { copyBlob, type BlobOutcome } from './copy-blob.ts'
import { blobsOf, readImageTree, type ImageTree } from './image-tree.ts'

/** What is copied, and what it is called then. */
export interface CopyOptions {
  readonly from: ImageRepository
  readonly to: ImageRepository
  readonly image: Version
  /** What the copy is tagged with when all of it is there; without tags it is known by its digest only. */
  readonly tags: readonly string[]
  /** Called while bytes move, and for each blob at its end. */
  readonly onProgress?: (progress: CopyProgress) => void
}

/** How far one blob is. */
export interface CopyProgress {
  readonly digest: string
  readonly sizeBytes: number
  /** Begins again at zero when the blob has to be sent again. */
  readonly sentBytes: number
  /** Undefined while it is sent. */
  readonly outcome?: BlobOutcome
}

/** What a copy came to. */
export interface CopyResult {
  /** That of the source. */
  readonly digest: string
  readonly mediaType: string
  /** How many blobs were there, mounted, sent. */
  readonly blobs: Readonly<Record<BlobOutcome, number>>
  /** What had to be sent. */
  readonly sentBytes: number
  readonly tags: ReadonlyMap<string, TagOutcome>
}

/** What lets a runner's network be busy, and no registry complain. */
const sentAtOnce = 4

/**
 * Copies an image with all that its index lists, attestations too; what merely refers to it, such as signatures, is not
 * copied. What is there is not sent, and nothing is kept in memory. Manifests follow their blobs, the index its
 * manifests, and tags come last: a copy that breaks off leaves no tag on half an image. Throws `image` where the
 * source has no such image, `input` where there is no repository to copy to, `access-denied`, `service-error`, and
 * the reason of the run's signal.
 */
export function copyImage(options: CopyOptions): Promise<CopyResult> {
  return needed(async () => {
    const { from, to, image, tags } = options
    const source = from.connect()
    const mountFrom =
      from.at.host === to.at.host && from.at.repository !== to.at.repository
        ? from.at.repository
        : undefined
    const target = to.connect(mountFrom)
    const root = await findStoredManifest(source, image)
    if (root === undefined) throw noSource(from, image)
    const moved = await copyContent({ source, target, root, mountFrom }, options.onProgress)
    const { digest, mediaType } = root
    return { digest, mediaType, ...moved, tags: await tagAll(target, root, tags) }
  })
}

interface ContentCopy {
  readonly source: Connection
  readonly target: Connection
  readonly root: StoredManifest
  readonly mountFrom: string | undefined
}

async function copyContent(
  copy: ContentCopy,
  onProgress: CopyOptions['onProgress'],
): Promise<Pick<CopyResult, 'blobs' | 'sentBytes'>> {
  const { source, target, root } = copy
  const blobs = { present: 0, mounted: 0, sent: 0 }
  let sentBytes = 0
  const done = ({ sizeBytes, digest }: Descriptor, outcome: BlobOutcome): void => {
    blobs[outcome] += 1
    const sent = outcome === 'sent' ? sizeBytes : 0
    sentBytes += sent
    onProgress?.({ digest, sizeBytes, sentBytes: sent, outcome })
  }
  const missing = await missingManifests(target, root, () => readImageTree(source, root))
  const limits = { atOnce: sentAtOnce, signal: target.context.signal }
  await inParallel(blobsOf(source, missing), limits, async (blob, signal) => {
    const { digest, sizeBytes } = blob
    const onBytes = (bytes: number): void => onProgress?.({ digest, sizeBytes, sentBytes: bytes })
    const ends = { source: source.under(signal), target: target.under(signal) }
    done(blob, await copyBlob({ ...ends, blob, onBytes }, copy.mountFrom))
  })
  for (const manifest of missing) await pushByDigest(target, manifest)
  return { blobs, sentBytes }
}

/** Those that the target does not have; where it has one, it has all that this one points to. */
async function missingManifests(
  target: Connection,
  root: StoredManifest,
  readTree: () => Promise<ImageTree>,
): Promise<ImageTree> {
  if ((await findVersion(target, root)) !== undefined) return []
  const tree = await readTree()
  const present = new Set<StoredManifest>()
  const limits = { atOnce: sentAtOnce, signal: target.context.signal }
  await inParallel(tree, limits, async (manifest, signal) => {
    const { digest } = manifest
    if (manifest === root) return
    if ((await findVersion(target.under(signal), { digest })) !== undefined) present.add(manifest)
  })
  return tree.filter((manifest) => !present.has(manifest))
}

async function pushByDigest(target: Connection, manifest: StoredManifest): Promise<void> {
  const version = { digest: manifest.digest }
  const answer = await putManifest(target, version, manifest)
  if (!isTaken(answer)) throw refusedManifest(target, version, answer)
}

/** One after the other, so that the first of them is there before the last. */
async function tagAll(
  target: Connection,
  root: StoredManifest,
  tags: readonly string[],
): Promise<ReadonlyMap<string, TagOutcome>> {
  const outcomes = new Map<string, TagOutcome>()
  for (const tag of tags) outcomes.set(tag, await putTag(target, root, tag))
  return outcomes
}

function noSource({ at }: ImageRepository, version: Version): ActionError {
  return new ActionError({
    code: 'image',
    message: `There is no image ${formatImage(at, version)} to copy.`,
    remedy: 'Correct the name of the image, or push it there first.',
  })
}
