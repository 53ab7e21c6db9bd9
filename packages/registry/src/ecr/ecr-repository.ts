import type {
  Image,
  ImageFailure,
  ImageIdentifier,
  PullThroughCacheRule,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-ecr'
import type { AwsClients } from '@deploy-actions/aws'
import { ask, type Answer, type Transport } from '../http/ask.ts'
import { manifestTypes } from '../manifest/media-types.ts'
import type { EcrRegistry } from '../reference/ecr-registry.ts'
import { callEcr, named, type EcrCommand } from './call-ecr.ts'
import { passingTrouble } from './passing-trouble.ts'

/** A repository of ECR, and how it is asked. */
export interface EcrRepository {
  readonly clients: AwsClients
  readonly registry: EcrRegistry
  /** Its name without the host. */
  readonly name: string
  readonly transport: Transport
}

/** The manifest of an image, or why ECR does not give it. Throws what {@link callEcr} throws. */
export async function getImage(
  repository: EcrRepository,
  id: ImageIdentifier,
): Promise<{ readonly image?: Image | undefined; readonly failure?: ImageFailure | undefined }> {
  const { BatchGetImageCommand } = await import('@aws-sdk/client-ecr')
  const command = new BatchGetImageCommand({
    ...named(repository),
    imageIds: [id],
    acceptedMediaTypes: [...manifestTypes],
  })
  const { images, failures } = await send(repository, command)
  return { image: images?.[0], failure: failures?.[0] }
}

/** Gets a part of an image from where ECR keeps it. Throws what {@link callEcr} and {@link ask} throw. */
export async function getLayer(repository: EcrRepository, digest: string): Promise<Answer> {
  const { GetDownloadUrlForLayerCommand } = await import('@aws-sdk/client-ecr')
  const command = new GetDownloadUrlForLayerCommand({ ...named(repository), layerDigest: digest })
  const { downloadUrl } = await send(repository, command)
  const url = new URL(downloadUrl ?? '')
  return ask({ from: 'The storage of ECR', url, headers: { accept: '*/*' } }, repository.transport)
}

/** All tags, newest first. Throws what {@link callEcr} throws. */
export async function listTags(repository: EcrRepository): Promise<readonly string[]> {
  const { DescribeImagesCommand } = await import('@aws-sdk/client-ecr')
  const found: { readonly tags: readonly string[]; readonly pushedAt: number }[] = []
  let nextToken: string | undefined
  do {
    const command = new DescribeImagesCommand({
      ...named(repository),
      filter: { tagStatus: 'TAGGED' },
      maxResults: 1000,
      nextToken,
    })
    const page = await send(repository, command)
    for (const { imageTags = [], imagePushedAt } of page.imageDetails ?? []) {
      found.push({ tags: imageTags, pushedAt: imagePushedAt?.getTime() ?? 0 })
    }
    ;({ nextToken } = page)
  } while (nextToken !== undefined)
  return found.toSorted((a, b) => b.pushedAt - a.pushedAt).flatMap(({ tags }) => tags)
}

/** The rules of the pull-through cache of a repository's registry. Throws what {@link callEcr} throws. */
export async function listPullThroughCacheRules(
  repository: EcrRepository,
): Promise<readonly PullThroughCacheRule[]> {
  const { DescribePullThroughCacheRulesCommand } = await import('@aws-sdk/client-ecr')
  const { account: registryId } = repository.registry
  const rules: PullThroughCacheRule[] = []
  let nextToken: string | undefined
  do {
    const command = new DescribePullThroughCacheRulesCommand({ registryId, nextToken })
    const page = await send(repository, command)
    rules.push(...(page.pullThroughCacheRules ?? []))
    ;({ nextToken } = page)
  } while (nextToken !== undefined)
  return rules
}

/** Sends one command under the attempt's limit. */
function send<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
  { transport: { attempt }, ...repository }: EcrRepository,
  command: EcrCommand<Input, Output>,
): Promise<Output> {
  command.middlewareStack.add(passingTrouble(attempt), {
    step: 'finalizeRequest',
    priority: 'low',
    name: 'passingTrouble',
  })
  return attempt.limit(callEcr({ ...repository, signal: attempt.signal }, command))
}
