import type { Service, Task } from '@aws-sdk/client-ecs'
import {
  attemptCheck,
  call,
  isAwsError,
  findSecretReference,
  type LookupContext,
  type NotChecked,
} from '@deploy-actions/aws'
import { collectReferences } from '@deploy-actions/ecs'

/** The services that run with an older version of a secret, by name. */
export type OutdatedServices =
  | { readonly kind: 'known'; readonly names: readonly string[] }
  | { readonly kind: 'no-cluster'; readonly message: string }
  | NotChecked

/** A secret whose readers are looked for. */
export interface CurrentSecret {
  readonly name: string
  readonly arn: string
  /** When its current version became current, at the latest: tasks read secrets only when they start. */
  readonly since: Date
}

/**
 * Finds the services of a cluster whose tasks started before the current version of a secret that they refer to. Throws only when the run
 * is cancelled.
 */
export function findOutdatedServices(
  context: LookupContext,
  cluster: string,
  secrets: readonly CurrentSecret[],
): Promise<OutdatedServices> {
  return attemptCheck(async () => {
    const services = await findServicesOf(context, cluster)
    if (services === undefined) {
      return {
        kind: 'no-cluster',
        message: `there is no cluster ${cluster}; correct the input cluster`,
      }
    }
    const outdated = await Promise.all(
      services.map(async (service) => {
        const read = secretsOf(await definitionTexts(context, service.taskDefinition), secrets)
        const since = Math.max(...read.map((secret) => secret.since.getTime()))
        if (read.length === 0) return []
        const tasks = await runningTasks(context, cluster, service.serviceName ?? '')
        const isOutdated = tasks.some(({ createdAt }) => (createdAt?.getTime() ?? 0) < since)
        return isOutdated ? [service.serviceName ?? ''] : []
      }),
    )
    return { kind: 'known', names: outdated.flat().toSorted() }
  })
}

/** Of these secrets those that references read in their current version. */
function secretsOf(
  references: readonly string[],
  secrets: readonly CurrentSecret[],
): readonly CurrentSecret[] {
  const read = references.flatMap((text) => {
    const reference = findSecretReference(text)
    const isCurrent =
      reference?.kind === 'secret' &&
      reference.versionId === '' &&
      (reference.stage === '' || reference.stage === 'AWSCURRENT')
    return isCurrent ? [reference.id] : []
  })
  return secrets.filter(({ name, arn }) =>
    read.some((id) => id === name || id === arn || id === arn.slice(0, -suffixLength)),
  )
}

/** Secrets Manager adds a hyphen and six characters to the name. */
const suffixLength = 7

/** The services of a cluster; undefined where there is no such cluster. */
async function findServicesOf(
  context: LookupContext,
  cluster: string,
): Promise<readonly Service[] | undefined> {
  try {
    return await describeServices(context, cluster)
  } catch (error) {
    if (!isAwsError(error, 'ClusterNotFoundException')) throw error
    return undefined
  }
}

async function describeServices(
  { clients, signal }: LookupContext,
  cluster: string,
): Promise<readonly Service[]> {
  const { ListServicesCommand, DescribeServicesCommand } = await import('@aws-sdk/client-ecs')
  const arns: string[] = []
  let nextToken: string | undefined
  do {
    const command = new ListServicesCommand({ cluster, maxResults: 100, nextToken })
    const page = await call(clients.ecs(), command, { signal, resource: cluster })
    arns.push(...(page.serviceArns ?? []))
    nextToken = page.nextToken
  } while (nextToken !== undefined)
  const pages = await Promise.all(
    inPages(arns, 10).map((services) =>
      call(clients.ecs(), new DescribeServicesCommand({ cluster, services }), {
        signal,
        resource: cluster,
      }),
    ),
  )
  return pages.flatMap(({ services = [] }) => services)
}

async function definitionTexts(
  { clients, signal }: LookupContext,
  taskDefinition: string | undefined,
): Promise<readonly string[]> {
  if (taskDefinition === undefined) return []
  const { DescribeTaskDefinitionCommand } = await import('@aws-sdk/client-ecs')
  const command = new DescribeTaskDefinitionCommand({ taskDefinition })
  const answer = await call(clients.ecs(), command, { signal, resource: taskDefinition })
  const references = collectReferences({
    family: '',
    containerDefinitions: [],
    ...answer.taskDefinition,
  })
  return references.secrets.map(({ value }) => value.text)
}

async function runningTasks(
  { clients, signal }: LookupContext,
  cluster: string,
  serviceName: string,
): Promise<readonly Task[]> {
  const { ListTasksCommand, DescribeTasksCommand } = await import('@aws-sdk/client-ecs')
  const options = { signal, resource: cluster }
  const arns: string[] = []
  let nextToken: string | undefined
  do {
    const command = new ListTasksCommand({
      cluster,
      serviceName,
      desiredStatus: 'RUNNING',
      nextToken,
    })
    const page = await call(clients.ecs(), command, options)
    arns.push(...(page.taskArns ?? []))
    nextToken = page.nextToken
  } while (nextToken !== undefined)
  const pages = await Promise.all(
    inPages(arns, 100).map((tasks) =>
      call(clients.ecs(), new DescribeTasksCommand({ cluster, tasks }), options),
    ),
  )
  return pages.flatMap(({ tasks = [] }) => tasks)
}

function inPages<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
