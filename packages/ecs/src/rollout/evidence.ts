import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs'
import { call, isAccessDenied } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { containersOf, type Definition } from '../task-definition/index.ts'
import { findServiceDeployment, findServiceRevision } from './service-deployments.ts'
import type { TrackedRollout } from './track.ts'

/** What runs, by digest, and how that compares with what was asked for. */
export interface Evidence {
  /** Container to `sha256:…`, as ECS resolved it. */
  readonly digests: ReadonlyMap<string, string>
  /** Containers that run another digest than the definition names. */
  readonly mismatches: readonly DigestMismatch[]
  /** Containers whose digest the definition names and nobody could confirm. */
  readonly unconfirmed: readonly string[]
}

export interface DigestMismatch {
  readonly container: string
  readonly wanted: string
  readonly running: string
}

/** Proves by the service revision (else by the running tasks) which images a rollout brought. */
export async function gatherEvidence(
  context: EcsContext,
  rollout: TrackedRollout,
  definition: Definition,
): Promise<Evidence> {
  return compareDigests(definition, await readDigests(context, rollout))
}

/** Holds the digests that run against those that a definition names; tags promise nothing. */
export function compareDigests(
  definition: Definition,
  digests: ReadonlyMap<string, string>,
): Evidence {
  const wanted = containersOf(definition).flatMap(({ name = '', image = '' }) => {
    const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1]
    return digest === undefined
      ? []
      : [{ container: name, wanted: digest, running: digests.get(name) }]
  })
  return {
    digests,
    mismatches: wanted.flatMap(({ container, wanted: digest, running }) =>
      running === undefined || running === digest ? [] : [{ container, wanted: digest, running }],
    ),
    unconfirmed: wanted
      .filter(({ running }) => running === undefined)
      .map(({ container }) => container),
  }
}

/** Digests that the role may not read are unconfirmed, which is no failure. */
async function readDigests(
  context: EcsContext,
  rollout: TrackedRollout,
): Promise<ReadonlyMap<string, string>> {
  try {
    return (await digestsOfRevision(context, rollout)) ?? (await digestsOfTasks(context, rollout))
  } catch (error) {
    if (!isAccessDenied(error)) throw error
    return new Map()
  }
}

async function digestsOfRevision(
  context: EcsContext,
  { serviceDeploymentArn }: TrackedRollout,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (serviceDeploymentArn === undefined) return undefined
  const deployment = await findServiceDeployment(context, serviceDeploymentArn)
  const revisionArn = deployment?.targetServiceRevision?.arn
  const revision = revisionArn ? await findServiceRevision(context, revisionArn) : undefined
  return revision?.containerImages && digestsByName(revision.containerImages, 'containerName')
}

async function digestsOfTasks(
  { ecs, signal }: EcsContext,
  { reference, started }: TrackedRollout,
): Promise<ReadonlyMap<string, string>> {
  const { cluster, service } = reference
  const list = new ListTasksCommand({ cluster, serviceName: service, desiredStatus: 'RUNNING' })
  const { taskArns: tasks = [] } = await call(ecs, list, { signal })
  if (tasks.length === 0) return new Map()
  const described = await call(ecs, new DescribeTasksCommand({ cluster, tasks }), { signal })
  const own =
    described.tasks?.filter((task) => task.taskDefinitionArn === started.taskDefinition) ?? []
  return digestsByName(
    own.flatMap((task) => task.containers ?? []),
    'name',
  )
}

function digestsByName<K extends string>(
  containers: readonly ({ imageDigest?: string | undefined } & {
    [key in K]?: string | undefined
  })[],
  key: K,
): ReadonlyMap<string, string> {
  return new Map(
    containers.flatMap((container) => {
      const name: string | undefined = container[key]
      return name && container.imageDigest ? [[name, container.imageDigest]] : []
    }),
  )
}
