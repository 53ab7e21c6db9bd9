import { ActionError } from '@deploy-actions/action-kit'
import {
  hasHost,
  parseImageReference,
  type ImageLookup,
  type Registries,
} from '@deploy-actions/registry'

/**
 * The digest that a check expects: the one that is written, else what the registry says the name stands for
 * now. Throws an ActionError where there is no such image, or the registry does not say.
 */
export async function findExpectedDigest(
  image: string,
  registries: () => Promise<Registries>,
): Promise<string> {
  const written = /(?:^|@)(sha256:[0-9a-f]{64})$/.exec(image)?.[1]
  if (written !== undefined) return written
  const lookup = await lookUp(image, await registries())
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
