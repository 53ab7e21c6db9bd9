import { isAccessDenied } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { containersOf, type Definition } from '../task-definition/index.ts'
import { findServiceDeployment, findServiceRevision } from './service-deployments.ts'
import { listServiceTasks } from './service-tasks.ts'
import type { TrackedRollout } from './track.ts'

/** What runs, by digest, and how that compares with what was asked for. */
export interface Evidence {
  /** Container to `sha256:…`, as ECS resolved it; several only where tasks differ. */
  readonly digests: Digests
  /** Containers that run another digest than the definition names. */
  readonly mismatches: readonly DigestMismatch[]
  /** Containers whose digest the definition names and nobody could confirm. */
  readonly unconfirmed: readonly string[]
}

export type Digests = ReadonlyMap<string, ReadonlySet<string>>

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
export function compareDigests(definition: Definition, digests: Digests): Evidence {
  const wanted = containersOf(definition).flatMap(({ name = '', image = '' }) => {
    const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1]
    return digest === undefined ? [] : [{ container: name, wanted: digest }]
  })
  return {
    digests,
    mismatches: wanted.flatMap((one) =>
      [...(digests.get(one.container) ?? [])]
        .filter((running) => running !== one.wanted)
        .map((running) => ({ ...one, running })),
    ),
    unconfirmed: wanted.map(({ container }) => container).filter((name) => !digests.has(name)),
  }
}

/** Digests that the role may not read are unconfirmed, which is no failure. */
async function readDigests(context: EcsContext, rollout: TrackedRollout): Promise<Digests> {
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
): Promise<Digests | undefined> {
  if (serviceDeploymentArn === undefined) return undefined
  const deployment = await findServiceDeployment(context, serviceDeploymentArn)
  const revisionArn = deployment?.targetServiceRevision?.arn
  const revision = revisionArn ? await findServiceRevision(context, revisionArn) : undefined
  const images = revision?.containerImages
  return images && collect(images.map((image) => [image.containerName, image.imageDigest]))
}

async function digestsOfTasks(
  context: EcsContext,
  { reference, started }: TrackedRollout,
): Promise<Digests> {
  const tasks = await listServiceTasks(context, reference, 'RUNNING')
  const own = tasks.filter((task) => task.taskDefinitionArn === started.taskDefinition)
  const containers = own.flatMap((task) => task.containers ?? [])
  return collect(containers.map((container) => [container.name, container.imageDigest]))
}

function collect(
  found: readonly (readonly [name: string | undefined, digest: string | undefined])[],
): Digests {
  const known = found.filter(([name, digest]) => name && digest)
  const byName = Map.groupBy(known, ([name]) => name ?? '')
  return new Map(
    [...byName].map(([name, pairs]) => [name, new Set(pairs.map(([, digest]) => digest ?? ''))]),
  )
}
