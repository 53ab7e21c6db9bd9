import { ActionError } from '@deploy-actions/action-kit'
import { inParallel } from '../in-parallel.ts'
import { isForeign, type Descriptor } from '../manifest/descriptor.ts'
import { formatImage } from '../reference/image-reference.ts'
import type { Connection } from '../store/connection.ts'
import { findStoredManifest, type StoredManifest } from '../store/manifests.ts'

const askedAtOnce = 6

/** All manifests of an image: those that an index lists before the index, and what the image is called by at the end. */
export type ImageTree = readonly StoredManifest[]

/** Reads the manifests that an image consists of. Throws `image` where one of them is not there. */
export async function readImageTree(source: Connection, root: StoredManifest): Promise<ImageTree> {
  const found = new Map([[root.digest, root]])
  for (let level: readonly StoredManifest[] = [root]; level.length > 0;) {
    const wanted = level.flatMap((manifest) => childrenOf(source, manifest))
    const next = new Set(wanted.map(({ digest }) => digest).filter((digest) => !found.has(digest)))
    const { signal: run } = source.context
    await inParallel([...next], { atOnce: askedAtOnce, signal: run }, async (digest, signal) => {
      const child = await findStoredManifest(source.under(signal), { digest })
      if (child === undefined) throw notWhole(source, root, digest)
      found.set(digest, child)
    })
    level = [...next].flatMap((digest) => found.get(digest) ?? [])
  }
  return inOrder(source, root, found)
}

/** What lies in a registry besides the manifest itself: configuration and layers, each once. */
export function blobsOf(source: Connection, manifests: ImageTree): readonly Descriptor[] {
  const blobs = new Map<string, Descriptor>()
  for (const { content, digest } of manifests) {
    if (content.kind === 'index') continue
    if (content.blobs === undefined) throw undescribed(source, digest)
    for (const blob of content.blobs) if (!isForeign(blob)) blobs.set(blob.digest, blob)
  }
  return [...blobs.values()]
}

function inOrder(
  source: Connection,
  root: StoredManifest,
  found: ReadonlyMap<string, StoredManifest>,
): ImageTree {
  const ordered = new Set<StoredManifest>()
  const visit = (manifest: StoredManifest): void => {
    for (const { digest } of childrenOf(source, manifest)) {
      const child = found.get(digest)
      if (child !== undefined && !ordered.has(child)) visit(child)
    }
    ordered.add(manifest)
  }
  visit(root)
  return [...ordered]
}

function childrenOf(
  source: Connection,
  { content, digest }: StoredManifest,
): readonly Descriptor[] {
  if (content.kind === 'image') return []
  if (content.children === undefined) throw undescribed(source, digest)
  return content.children
}

function notWhole({ at }: Connection, { digest }: StoredManifest, missing: string): ActionError {
  return new ActionError({
    code: 'image',
    message: `${formatImage(at, { digest })} is not whole: its index lists ${missing}, which is not in the repository.`,
    remedy:
      'Push the image again, with all of its platforms: whoever cleans the registry up may have removed one.',
  })
}

function undescribed({ at }: Connection, digest: string): ActionError {
  return new ActionError({
    code: 'image',
    message: `The manifest ${formatImage(at, { digest })} points to content without a digest or a size, so it cannot be copied whole.`,
    remedy: 'Push the image again with a tool that is up to date.',
  })
}
