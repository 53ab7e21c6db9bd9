import type { Answer } from '../http/ask.ts'
import { digestOf } from '../manifest/digest.ts'
import { NotCheckedError } from '../not-checked.ts'
import { formatImage, type ImageReference } from '../reference/image-reference.ts'

/**
 * The digest of what was served. It is what the registry says it is, and what was asked for; otherwise
 * throws a NotCheckedError.
 */
export function checkedDigest(
  reference: ImageReference,
  { headers, body }: Pick<Answer, 'headers' | 'body'>,
): string {
  const named = headers.get('docker-content-digest') ?? undefined
  const digest = digestOf(body, reference.digest ?? named)
  for (const expected of [named, reference.digest]) {
    if (expected !== undefined && digestOf(body, expected) !== expected) {
      throw new NotCheckedError({
        reason: 'unsupported',
        message: `What ${reference.host} serves as ${formatImage(reference, reference)} has another digest than ${expected}.`,
        remedy: `The registry, or a proxy before it, serves content that is not the image. Try docker pull of the same name on this runner, and tell whoever keeps ${reference.host}.`,
      })
    }
  }
  return digest
}
