import { ActionError } from '@deploy-actions/action-kit'
import {
  hasHost,
  parseImageReference,
  type ImageLookup,
  type Registries,
} from '@deploy-actions/registry'

/**
 * The digest that a check expects: the one that is written, else what the registry says the name stands for
 * now. Throws an ActionError where there is no such image, or the registry does not say, and the signal's
 * reason when that is aborted.
 */
export async function findExpectedDigest(
  image: string,
  registries: () => Promise<Registries>,
  signal: AbortSignal,
): Promise<string> {
  const written = /(?:^|@)(sha256:[0-9a-f]{64})$/.exec(image)?.[1]
  if (written !== undefined) return written
  const lookup = await unlessAborted(signal, lookUp(image, await registries()))
  if (lookup.kind === 'found') return lookup.digest
  const remedy =
    lookup.kind === 'missing'
      ? 'Correct expect-digest, or push the image first.'
      : `${lookup.remedy} Or give the digest itself in expect-digest.`
  throw new ActionError({
    code: lookup.kind === 'missing' ? 'input' : codes[lookup.reason],
    message: `The digest of ${image}, which expect-digest names, is not known: ${lookup.message}`,
    remedy,
  })
}

const codes = {
  'access-denied': 'access-denied',
  credentials: 'access-denied',
  unreachable: 'service-error',
  throttled: 'service-error',
  unsupported: 'input',
} as const

async function lookUp(image: string, registries: Registries): Promise<ImageLookup> {
  if (hasHost(image)) return registries.lookUp(parseImageReference(image))
  return (await registries.resolveShortName(image)).lookup
}

/** A registry is asked under the signal of the run, and once: the attempt may end before, and the next goes on. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
