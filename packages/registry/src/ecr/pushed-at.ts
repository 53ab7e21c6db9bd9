import { attemptCheck, call, type LookupContext } from '@deploy-actions/aws'
import { findEcrRegistry } from '../reference/ecr-registry.ts'
import type { ImageReference } from '../reference/image-reference.ts'

/** A push of an image to a registry. */
export interface ImagePush {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** The image has other tags besides: the tag that was asked about may have been moved to it later, which nobody tells. */
  readonly isShared: boolean
}

/**
 * When the image that a tag is on was pushed to private ECR; undefined where nobody says. Throws only when the run is cancelled.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html
 */
export async function readPush(
  { clients, signal }: LookupContext,
  { host, repository, tag = 'latest' }: Pick<ImageReference, 'host' | 'repository' | 'tag'>,
): Promise<ImagePush | undefined> {
  const registry = findEcrRegistry(host)
  if (registry === undefined) return undefined
  const { account, region, partition } = registry
  const push = await attemptCheck(async () => {
    const { DescribeImagesCommand } = await import('@aws-sdk/client-ecr')
    const command = new DescribeImagesCommand({
      registryId: account,
      repositoryName: repository,
      imageIds: [{ imageTag: tag }],
    })
    const client = await clients.ecr(region)
    const resource = `arn:${partition}:ecr:${region}:${account}:repository/${repository}`
    const { imageDetails = [] } = await call(client, command, { signal, resource })
    const [image] = imageDetails
    const at = image?.imagePushedAt?.getTime()
    return at === undefined ? undefined : { at, isShared: (image?.imageTags?.length ?? 0) > 1 }
  })
  return push === undefined || 'kind' in push ? undefined : push
}
