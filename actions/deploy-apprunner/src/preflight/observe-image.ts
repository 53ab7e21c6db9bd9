import { ActionError, InvalidValue } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import {
  findEcrRegistry,
  formatImage,
  parseImageReference,
  readPush,
  type ImagePush,
  type ImageReference,
  type Registries,
} from '@deploy-actions/registry'
import { publicHost, unwatchable } from '../inputs/image.ts'
import type { Inputs } from '../inputs.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { DeployedImage } from '../settings/settings.ts'
import type { Prepared } from './prepare.ts'

/** The image that a service is to have. */
export interface ObservedImage extends DeployedImage {
  /** App Runner watches its tag, and deploys it by itself: its push, where that is known. */
  readonly watched?: { readonly push: ImagePush | undefined }
}

interface Observing {
  readonly inputs: Pick<Inputs, 'image' | 'settings'>
  readonly current: Configuration
  readonly prepared: Pick<Prepared, 'image'>
}

/** Finds out as what an image is deployed: by its digest, or by the tag that App Runner watches and that is on the same digest. */
export async function observeImage(
  context: LookupContext & { readonly registries: Registries },
  { inputs, current, prepared }: Observing,
): Promise<ObservedImage> {
  const source = current.SourceConfiguration
  const configured = source?.ImageRepository?.ImageIdentifier
  if (inputs.image === undefined) return asConfigured(context, source, inputs.settings)
  const wanted = parse(prepared.image ?? inputs.image)
  const repositoryType = typeOf(wanted)
  const { autoDeployments } = inputs.settings
  if (autoDeployments === true) {
    const identifier = watchable({ ...wanted, tag: parse(inputs.image).tag })
    return identifier === configured && source?.AutoDeploymentsEnabled === true
      ? asWatched(context, identifier)
      : { identifier, repositoryType }
  }
  const isWatching = source?.AutoDeploymentsEnabled === true && autoDeployments !== false
  if (isWatching && configured !== undefined) {
    if (await isSame(context, parse(configured), wanted)) return asWatched(context, configured)
  }
  return { identifier: formatImage(wanted, byDigest(wanted)), repositoryType }
}

async function asWatched(context: LookupContext, identifier: string): Promise<ObservedImage> {
  const image = parse(identifier)
  return {
    identifier,
    repositoryType: typeOf(image),
    watched: { push: await readPush(context, image) },
  }
}

function byDigest({ tag, digest }: ImageReference) {
  return digest === undefined ? { tag } : { digest }
}

async function asConfigured(
  context: LookupContext,
  source: Configuration['SourceConfiguration'],
  { autoDeployments }: Inputs['settings'],
): Promise<ObservedImage> {
  const configured = source?.ImageRepository?.ImageIdentifier
  if (configured === undefined) {
    throw new ActionError({
      code: 'input',
      message:
        'Input image: is required for a service that is to be created, or that has no image.',
      remedy: 'Name an image of ECR or ECR Public.',
    })
  }
  const image = parse(configured)
  const isWatching = source?.AutoDeploymentsEnabled === true && autoDeployments !== false
  return isWatching && image.digest === undefined && image.host !== publicHost
    ? asWatched(context, configured)
    : { identifier: configured, repositoryType: typeOf(image) }
}

function parse(image: string): ImageReference {
  try {
    return parseImageReference(image)
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    throw new ActionError({
      code: 'input',
      message: `Input image: ${error.problems.map(({ message }) => message).join('; ')}.`,
      remedy: 'Name an image of ECR or ECR Public.',
      cause: error,
    })
  }
}

function typeOf({ host }: ImageReference): DeployedImage['repositoryType'] {
  if (host === publicHost) return 'ECR_PUBLIC'
  if (findEcrRegistry(host) !== undefined) return 'ECR'
  throw new ActionError({
    code: 'input',
    message: `Input image: is in ${host}; App Runner takes images of ECR and ECR Public only.`,
    remedy: 'Copy it to ECR first: build-push-image with promote-from does.',
  })
}

/** By its tag, which is `latest` where none is written. */
function watchable(image: ImageReference): string {
  const problem = unwatchable(image)
  if (problem === undefined) return formatImage(image, { tag: image.tag ?? 'latest' })
  throw new ActionError({
    code: 'input',
    message: `Input image: ${problem}.`,
    remedy: 'Name the image with the tag to watch, or set auto-deployments: false.',
  })
}

/** Whether the tag that is watched is on the image that is wanted. */
async function isSame(
  { registries }: { readonly registries: Registries },
  tagged: ImageReference,
  wanted: ImageReference,
): Promise<boolean> {
  if (tagged.digest !== undefined) return false
  if (tagged.host !== wanted.host || tagged.repository !== wanted.repository) return false
  const lookup = await registries.lookUp(tagged)
  if (lookup.kind !== 'found' || wanted.digest === undefined) return tagged.tag === wanted.tag
  return lookup.digest === wanted.digest
}
