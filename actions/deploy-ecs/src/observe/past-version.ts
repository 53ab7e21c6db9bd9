import { ActionError } from '@deploy-actions/action-kit'
import { isAccessDenied, nameFromArn } from '@deploy-actions/aws'
import { readHistory, versionBefore, type PastVersion } from '@deploy-actions/ecs'
import { formatImage, parseImageReference } from '@deploy-actions/registry'
import type { ObserveContext } from './observe.ts'
import type { Basis } from './wanted.ts'

/**
 * The definition that `rollback-to` means: a revision, or one that a deployment of the service has run successfully. Throws
 * an `input` error that lists the versions that there are.
 */
export async function findPastVersion(
  context: ObserveContext,
  wanted: string,
  { service, current }: Basis,
): Promise<string> {
  if (wanted.startsWith('arn:') || /^[\w-]{1,255}:\d+$/.test(wanted)) return wanted
  const family = nameFromArn(current?.arn ?? '').replace(/:\d+$/, '')
  if (/^\d{1,9}$/.test(wanted)) return `${family}:${wanted}`
  const { clusterArn: cluster = '', serviceName = '' } = service
  const history = await readVersions(context, { cluster, service: serviceName })
  const latest = new Map(history.toReversed().map((one) => [one.taskDefinition, one]))
  const others = [...latest.values()]
    .toReversed()
    .filter(({ taskDefinition }) => taskDefinition !== current?.arn)
  const found =
    wanted === 'last-successful'
      ? versionBefore(history, current?.arn)
      : await findByImage(context, wanted, history)
  if (found !== undefined) return found.taskDefinition
  throw nothingToGoBackTo(wanted, others)
}

async function readVersions(
  context: ObserveContext,
  reference: { readonly cluster: string; readonly service: string },
): Promise<readonly PastVersion[]> {
  try {
    return await readHistory(context, reference)
  } catch (error) {
    if (!isAccessDenied(error) || !(error instanceof ActionError)) throw error
    throw new ActionError({
      code: 'access-denied',
      message: `Input rollback-to: the past deployments of the service cannot be read: ${error.message}`,
      remedy: `${error.remedy} Or name a revision, such as family:12.`,
      cause: error,
    })
  }
}

/** By its digest, or by a tag: as it is written in a definition, or as the registry resolves it now. */
async function findByImage(
  { registries }: ObserveContext,
  wanted: string,
  history: readonly PastVersion[],
): Promise<PastVersion | undefined> {
  const byDigest = (digest: string): PastVersion | undefined =>
    history.find(({ images }) => images.some((image) => image.digest === digest))
  const digest = /sha256:[0-9a-f]{64}$/.exec(wanted)?.[0]
  if (digest !== undefined) return byDigest(digest)
  const tag = wanted.slice(wanted.lastIndexOf(':') + 1)
  const named = history.find(({ images }) => images.some(({ image }) => image.endsWith(`:${tag}`)))
  if (named !== undefined || !/^[\w][\w.-]{0,127}$/.test(tag)) return named
  const repositories = new Set(
    history.flatMap(({ images }) =>
      images.map(({ image }) => formatImage(parseImageReference(image), { tag })),
    ),
  )
  const lookups = await Promise.all(
    [...repositories].map((image) => registries.lookUp(parseImageReference(image))),
  )
  const digests = lookups.flatMap((lookup) => (lookup.kind === 'found' ? [lookup.digest] : []))
  return digests.map(byDigest).find((version) => version !== undefined)
}

function nothingToGoBackTo(wanted: string, others: readonly PastVersion[]): ActionError {
  const what =
    wanted === 'last-successful'
      ? 'no other version of the service has been deployed successfully within the 90 days that ECS remembers'
      : 'no successful deployment of the service ran such a version'
  const listed = others.slice(0, 10).map(describeVersion)
  const there = listed.length === 0 ? '' : ` There is: ${listed.join('; ')}.`
  return new ActionError({
    code: 'input',
    message: `Input rollback-to: ${what}.${there}`,
    remedy:
      'Name last-successful, a revision (12 or family:12), or the tag or digest of an image that was deployed.',
  })
}

function describeVersion({ taskDefinition, images, deployedAt }: PastVersion): string {
  const names = images.map(({ image }) => image.slice(image.lastIndexOf('/') + 1))
  const when = deployedAt === undefined ? '' : ` of ${deployedAt.toISOString()}`
  return `${nameFromArn(taskDefinition)}${when} (${names.join(', ')})`
}
