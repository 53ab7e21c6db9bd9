import { ActionError, invalid } from '@deploy-actions/action-kit'
import { call } from '@deploy-actions/aws'
import { Attempt } from './attempt.ts'
import { lookUpInEcr } from './ecr/look-up.ts'
import type { ImageLookup } from './lookup.ts'
import { neededError } from './not-checked.ts'
import type { RegistriesOptions } from './options.ts'
import { ecrHost, ecrRegistry, type EcrRegistry } from './reference/ecr-registry.ts'
import {
  formatImage,
  hasHost,
  parseImageReference,
  type ImageReference,
} from './reference/image-reference.ts'

/** A short ECR name in full, and what ECR says about the image. */
export interface ResolvedImage {
  /** The name in full, with tag and digest as they were written. */
  readonly image: string
  readonly reference: ImageReference
  readonly lookup: ImageLookup
}

/** What is needed is waited for as long as the SDK tries again. */
const neededSeconds = 90

/** Finds a name without a host in the registry given; see `Registries.resolveShortName`. */
export async function resolveShortName(
  text: string,
  findRegistry: () => Promise<EcrRegistry>,
  { clients, mirrors, log, signal: run, isDigestEnough }: RegistriesOptions,
): Promise<ResolvedImage> {
  if (hasHost(text)) invalid('has a host; allowed here: a name such as backend:1.4.0')
  parseImageReference(text)
  const registry = await findRegistry()
  const host = ecrHost(registry)
  const reference = parseImageReference(`${host}/${text}`)
  const attempt = new Attempt({ run, log, host, seconds: neededSeconds })
  try {
    const name = reference.repository
    const repository = { clients, registry, name, transport: { mirrors, attempt, isDigestEnough } }
    const lookup = await lookUpInEcr(reference, repository)
    if (lookup.kind === 'missing' && lookup.what === 'repository') {
      throw noSuchRepository(text, reference, registry)
    }
    return { image: formatImage(reference, reference), reference, lookup }
  } catch (error) {
    throw error instanceof ActionError ? error : neededError(attempt.explain(error), error)
  } finally {
    attempt.end()
  }
}

/** The registry of the account and the region that the credentials are for. Throws what `call` throws. */
export async function ownRegistry({
  clients,
  signal,
}: Pick<RegistriesOptions, 'clients' | 'signal'>): Promise<EcrRegistry> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const client = await clients.sts()
  // It needs no permission.
  const { Account: account = '' } = await call(client, new GetCallerIdentityCommand(), { signal })
  return ecrRegistry(account, await client.config.region())
}

function noSuchRepository(text: string, reference: ImageReference, registry: EcrRegistry) {
  const { repository } = reference
  return new ActionError({
    code: 'input',
    message: `There is no repository ${repository} in ECR in account ${registry.account} and region ${registry.region}, where a name without a host is looked for.`,
    remedy: `Correct the name, or create the repository. When an image of Docker Hub is meant, write docker.io/${text}.`,
  })
}
