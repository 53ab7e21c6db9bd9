import { createHash } from 'node:crypto'

/** The digest of content, by the algorithm of a digest that it is to be compared with (SHA-256 if none). */
export function digestOf(content: Uint8Array, like: string | undefined): string {
  const algorithm = like?.startsWith('sha512:') ? 'sha512' : 'sha256'
  return `${algorithm}:${createHash(algorithm).update(content).digest('hex')}`
}
