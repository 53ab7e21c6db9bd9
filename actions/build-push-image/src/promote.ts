import { ActionError, inGroup } from '@deploy-actions/action-kit'
import { assumeRole, createAwsClients, type AwsClients } from '@deploy-actions/aws'
import {
  copyImage,
  formatImage,
  openImageStore,
  tagConflict,
  type CopyProgress,
  type ImageReference,
  type ImageRepository,
  type StoredImage,
} from '@deploy-actions/registry'
import { formatSize } from './format-size.ts'
import { labelNames, labelOf } from './image-labels.ts'
import { checkPlatform } from './image-platforms.ts'
import { findPlace, type Looking, type Observed, type Registry } from './observe.ts'
import { contentTag } from './tags/fill-tags.ts'
import { isFixed } from './tags/is-fixed.ts'

/** An image that is copied from one repository to another. */
export interface Promotion {
  readonly from: ImageReference
  readonly image: StoredImage
  /** Those that it is to have, that of its content among them. */
  readonly tags: readonly string[]
  readonly source: ImageRepository
}

/** Finds the image to copy. Throws where it is not there, is for one environment, or cannot have a tag. */
export async function planPromotion(
  looking: Looking & { readonly sourceClients: AwsClients },
  observed: Observed,
  promoteFrom: string,
): Promise<Promotion> {
  const { context, inputs, sourceClients: clients } = looking
  const { host, signal } = context
  const from = await findPlace(promoteFrom, { clients, signal })
  const store = openImageStore(host, { clients, signal, credentials: inputs.credentials })
  const source = store.repository(from, 'pull')
  const image = await source.readImage(versionOf(from))
  if (image === undefined) throw noImage(from)
  refuseBuiltFor(from, image)
  checkPlatform({ at: from }, image, inputs.expectedPlatform)
  refuseTakenTags(observed, image)
  const contentTags = (await contentTagsOf(source, image)).filter((tag) => !isFixed(observed, tag))
  return { from, image, source, tags: [...observed.tags, ...contentTags] }
}

/** The tag of its content, where the image has that at its source: an image built upon it has the label too, by inheritance. */
async function contentTagsOf(
  source: ImageRepository,
  image: StoredImage,
): Promise<readonly string[]> {
  const hash = labelOf(image, labelNames.contentHash)
  if (hash === undefined) return []
  const tag = contentTag(hash)
  const found = await source.findTags([tag])
  return found.get(tag)?.digest === image.digest ? [tag] : []
}

function versionOf({ tag, digest }: ImageReference) {
  return digest === undefined ? { tag: tag ?? 'latest' } : { digest }
}

function noImage(from: ImageReference): ActionError {
  return new ActionError({
    code: 'image',
    message: `There is no image ${formatImage(from, from)} to copy.`,
    remedy: 'Correct promote-from, or build and push that image first.',
  })
}

/** What was baked in for one environment is wrong in any other. */
function refuseBuiltFor(from: ImageReference, image: StoredImage): void {
  const environments = image.platforms.map(({ labels }) => labels[labelNames.builtFor] ?? '')
  const environment = environments.find((name) => name !== '')
  if (environment === undefined) return
  throw new ActionError({
    code: 'image',
    message: `The image ${formatImage(from, from)} was built for ${environment} (label ${labelNames.builtFor}): what is baked into it is wrong elsewhere.`,
    remedy:
      'Build it anew for the environment that it is to run in, with the build arguments of that. An image that reads its settings when it starts does not need the label.',
  })
}

function refuseTakenTags(observed: Observed, { digest }: StoredImage): void {
  for (const tag of observed.tags) {
    const existing = observed.existing.get(tag)?.digest
    if (existing === undefined || existing === digest || !isFixed(observed, tag)) continue
    throw tagConflict(observed.at, { tag, wanted: digest, existing })
  }
}

/** Copies an image with all its platforms; tags come last. */
export async function promote(
  { context: { host } }: Looking,
  { repository }: Registry,
  { from, image, tags, source }: Promotion,
): Promise<void> {
  const title = `Copy ${formatImage(from, from)} to ${formatImage(repository.at)}`
  await inGroup(host, title, async () => {
    const onProgress = (progress: CopyProgress): void => {
      if (progress.outcome !== undefined) host.info(describeBlob(progress, progress.outcome))
    }
    const { digest } = image
    const result = await copyImage({
      from: source,
      to: repository,
      image: { digest },
      tags,
      onProgress,
    })
    for (const [tag, outcome] of result.tags) {
      if (outcome.kind !== 'conflict') continue
      throw tagConflict(repository.at, { tag, wanted: digest, existing: outcome.digest })
    }
  })
}

function describeBlob({ digest, sizeBytes }: CopyProgress, outcome: string): string {
  return `${digest} (${formatSize(sizeBytes)}): ${outcome}`
}

/** Clients for where the image comes from: of the role that may read there, where one is named. */
export async function clientsOfSource({ context, inputs, clients }: Looking): Promise<AwsClients> {
  const { promoteFromRole, region } = inputs
  if (promoteFromRole === undefined) return clients
  const { signal, host } = context
  const credentials = await assumeRole(
    { clients, signal },
    { roleArn: promoteFromRole, sessionName: `build-push-image-${host.run.id || 'local'}` },
  )
  for (const secret of [credentials.secretAccessKey, credentials.sessionToken ?? ''])
    host.mask(secret)
  return createAwsClients({ action: 'build-push-image', region, credentials })
}
