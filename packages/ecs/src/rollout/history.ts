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
 * The versions that a service was deployed with successfully, newest first; one that was deployed again stands there again.
 * ECS keeps deployments for 90 days; a revision that it has forgotten is left out.
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
  return listed.flatMap(({ targetServiceRevisionArn, finishedAt }) => {
    const revision = revisions.get(targetServiceRevisionArn)
    return revision?.taskDefinition ? [versionOf(revision, finishedAt)] : []
  })
}

/**
 * The version before the one that a service runs now, as far back as nobody has gone already: to deploy an older version
 * again is to leave behind all that came after it, so that going back twice leads further back and not forth
 * again. `history` is newest first; undefined where there is none before.
 */
export function versionBefore(
  history: readonly PastVersion[],
  running: string | undefined,
): PastVersion | undefined {
  const standing: PastVersion[] = []
  for (const version of history.toReversed()) {
    const at = standing.findIndex(({ taskDefinition }) => taskDefinition === version.taskDefinition)
    if (at >= 0) standing.splice(at)
    standing.push(version)
  }
  const at = standing.findIndex(({ taskDefinition }) => taskDefinition === running)
  // What runs now has never succeeded where it is not among them: the last that did is before it.
  return at < 0 ? standing.at(-1) : standing[at - 1]
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
