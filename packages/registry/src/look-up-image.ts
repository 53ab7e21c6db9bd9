import { Attempt } from './attempt.ts'
import { lookUpByDistribution } from './distribution/look-up.ts'
import { lookUpInEcr } from './ecr/look-up.ts'
import type { ImageLookup } from './lookup.ts'
import type { RegistriesOptions } from './options.ts'
import { findEcrRegistry } from './reference/ecr-registry.ts'
import type { ImageReference } from './reference/image-reference.ts'

/** A check must not hold a run: what is not known by then is not checked. */
const checkSeconds = 10

/** Looks whether an image is there. Throws only the reason of the run's signal. */
export async function lookUpImage(
  reference: ImageReference,
  options: RegistriesOptions,
): Promise<ImageLookup> {
  const { log, signal: run } = options
  const attempt = new Attempt({ run, log, host: reference.host, seconds: checkSeconds })
  try {
    return await ask(reference, attempt, options)
  } catch (error) {
    return attempt.explain(error)
  } finally {
    attempt.end()
  }
}

function ask(
  reference: ImageReference,
  attempt: Attempt,
  { clients, mirrors, credentials, isDigestEnough }: RegistriesOptions,
): Promise<ImageLookup> {
  const transport = { mirrors, attempt, isDigestEnough }
  const registry = findEcrRegistry(reference.host)
  return registry === undefined
    ? lookUpByDistribution(reference, credentials, transport)
    : lookUpInEcr(reference, { clients, registry, name: reference.repository, transport })
}
