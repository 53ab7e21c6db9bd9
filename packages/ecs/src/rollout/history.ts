import { DescribeServiceRevisionsCommand, type ServiceRevision } from '@aws-sdk/client-ecs'
import { call } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import type { ServiceReference } from './service.ts'
import { listServiceDeployments } from './service-deployments.ts'

/** A version that a service was deployed with, successfully. */
export interface PastVersion {
  readonly taskDefinition: string
  readonly deployedAt: Date | undefined
  readonly images: readonly PastImage[]
}

/** What a container of a past version ran. */
export interface PastImage {
  readonly container: string
  /** As the definition names it. */
  readonly image: string
  /** `sha256:…`, as ECS resolved it. */
  readonly digest: string | undefined
}

/** DescribeServiceRevisions takes no more at once. */
const describeLimit = 20

/**
 * The versions that a service was deployed with successfully, newest first, each definition once. ECS keeps deployments
 * for 90 days; a revision that it has forgotten is left out.
 */
export async function readHistory(
  context: EcsContext,
  reference: ServiceReference,
): Promise<readonly PastVersion[]> {
  const listed = await listServiceDeployments(context, { ...reference, status: ['SUCCESSFUL'] })
  const revisionArns = [
    ...new Set(listed.flatMap(({ targetServiceRevisionArn: arn }) => arn ?? [])),
  ]
  const pages = Array.from({ length: Math.ceil(revisionArns.length / describeLimit) }, (_, i) =>
    describeRevisions(context, revisionArns.slice(i * describeLimit, (i + 1) * describeLimit)),
  )
  const revisions = new Map(
    (await Promise.all(pages)).flat().map((one) => [one.serviceRevisionArn, one]),
  )
  const versions = listed.flatMap(({ targetServiceRevisionArn, finishedAt }) => {
    const revision = revisions.get(targetServiceRevisionArn)
    return revision?.taskDefinition ? [versionOf(revision, finishedAt)] : []
  })
  const first = new Map(versions.toReversed().map((version) => [version.taskDefinition, version]))
  return versions.filter((version) => first.get(version.taskDefinition) === version)
}

async function describeRevisions(
  { ecs, signal }: EcsContext,
  arns: readonly string[],
): Promise<readonly ServiceRevision[]> {
  const command = new DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] })
  return (await call(ecs, command, { signal })).serviceRevisions ?? []
}

function versionOf(revision: ServiceRevision, deployedAt: Date | undefined): PastVersion {
  return {
    taskDefinition: revision.taskDefinition ?? '',
    deployedAt,
    images: (revision.containerImages ?? []).map(({ containerName, image, imageDigest }) => ({
      container: containerName ?? '',
      image: image ?? '',
      digest: imageDigest,
    })),
  }
}
