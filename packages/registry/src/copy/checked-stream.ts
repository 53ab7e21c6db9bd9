import { createHash } from 'node:crypto'
import { ActionError } from '@deploy-actions/action-kit'
import type { Descriptor } from '../manifest/descriptor.ts'

/** Who gives the bytes, and who is told how many have passed. */
export interface StreamOptions {
  /** The registry that the bytes come from. */
  readonly host: string
  /** Called for each piece, with the sum so far. */
  readonly onBytes: (sentBytes: number) => void
}

/**
 * Passes bytes on while it computes their digest. The last piece is held back until the digest is found right, so
 * that nobody ever receives the whole of something else. Throws a `service-error` when it is wrong.
 */
export async function* checkedStream(
  chunks: AsyncIterable<Uint8Array>,
  { digest, sizeBytes }: Descriptor,
  { host, onBytes }: StreamOptions,
): AsyncGenerator<Uint8Array> {
  const [algorithm = 'sha256'] = digest.split(':')
  const hash = createHash(algorithm)
  let received = 0
  let held: Uint8Array | undefined
  for await (const chunk of chunks) {
    hash.update(chunk)
    received += chunk.byteLength
    if (received > sizeBytes) throw wrongContent(host, digest)
    if (held !== undefined) yield held
    held = chunk
    onBytes(received)
  }
  const isRight = received === sizeBytes && `${algorithm}:${hash.digest('hex')}` === digest
  if (!isRight) throw wrongContent(host, digest)
  if (held !== undefined) yield held
}

function wrongContent(host: string, digest: string): ActionError {
  return new ActionError({
    code: 'service-error',
    message: `${host} serves something else as ${digest}: the digest of what came is another one.`,
    remedy: `The registry, or a proxy before it, serves content that is not the image. Run the step again; if it stays so, push the image again.`,
  })
}
