import { ActionError } from '@deploy-actions/action-kit'
import { faultsIn } from '../distribution/registry-errors.ts'
import type { Answer } from '../http/ask.ts'
import { inParallel } from '../in-parallel.ts'
import { formatImage } from '../reference/image-reference.ts'
import type { TaggedImage, TagOutcome } from '../tags.ts'
import type { Connection } from './connection.ts'
import {
  findStoredManifest,
  findVersion,
  putManifest,
  refusedManifest,
  type StoredManifest,
} from './manifests.ts'

const askedAtOnce = 6

/** The images that have these tags, by the distribution protocol; tags that no image has are left out. */
export async function findTags(
  connection: Connection,
  tags: readonly string[],
): Promise<ReadonlyMap<string, TaggedImage>> {
  const found = new Map<string, TaggedImage>()
  const limits = { atOnce: askedAtOnce, signal: connection.context.signal }
  await inParallel(tags, limits, async (tag, signal) => {
    const image = await findVersion(connection.under(signal), { tag })
    if (image !== undefined) found.set(tag, { digest: image.digest, mediaType: image.mediaType })
  })
  return found
}

/** Gives an image that is in the repository one more tag, with its manifest to the last byte. */
export async function addTag(
  connection: Connection,
  { digest, tag }: { readonly digest: string; readonly tag: string },
): Promise<TagOutcome> {
  const manifest = await findStoredManifest(connection, { digest })
  if (manifest === undefined) {
    throw new ActionError({
      code: 'image',
      message: `${formatImage(connection.at, { digest })} is not there any more.`,
      remedy:
        'Run the step again, so that the image is built: whoever cleans the registry up may have removed it.',
    })
  }
  return putTag(connection, manifest, tag)
}

/** Puts a manifest under a tag. Throws what the registry has against it, but for a tag that is immutable. */
export async function putTag(
  connection: Connection,
  manifest: StoredManifest,
  tag: string,
): Promise<TagOutcome> {
  const before = await findVersion(connection, { tag })
  if (before?.digest === manifest.digest) return { kind: 'unchanged' }
  const answer = await putManifest(connection, { tag }, manifest)
  if (!isTaken(answer)) return conflictIn(connection, { manifest, tag }, answer)
  const named = answer.headers.get('docker-content-digest')
  if (named === null || named === manifest.digest) return { kind: 'tagged' }
  throw new ActionError({
    code: 'service-error',
    message: `${connection.at.host} took the manifest of ${formatImage(connection.at, { tag })} and gave it another digest, ${named}.`,
    remedy:
      'The registry, or a proxy before it, changes what is pushed: use one that keeps images as they are.',
  })
}

/** Registries other than ECR know immutable tags as well, and have no common word for them. */
async function conflictIn(
  connection: Connection,
  { manifest, tag }: { readonly manifest: StoredManifest; readonly tag: string },
  answer: Answer,
): Promise<TagOutcome> {
  const isConflict =
    answer.status === 409 ||
    answer.status === 412 ||
    faultsIn(answer).some(
      ({ code, message }) => code === 'TAG_INVALID' || /immutable/i.test(message),
    )
  const existing = isConflict ? await findVersion(connection, { tag }) : undefined
  if (existing === undefined) throw refusedManifest(connection, { tag }, answer)
  // Somebody else, or a request whose answer was lost, gave it to this image meanwhile.
  return existing.digest === manifest.digest
    ? { kind: 'unchanged' }
    : { kind: 'conflict', digest: existing.digest }
}

/** Whether a registry took what was put there. */
export function isTaken({ status }: { readonly status: number }): boolean {
  return status >= 200 && status < 300
}
