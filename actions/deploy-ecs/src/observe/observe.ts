import type { CreateServiceRequest, Service } from '@aws-sdk/client-ecs'
import { ActionError, type Host } from '@deploy-actions/action-kit'
import {
  findRegistered,
  findService,
  getRegistered,
  getService,
  lastSuccessfulDefinition,
  waitForRollback,
  type Definition,
  type EcsContext,
  type Finding,
  type PreflightContext,
  type RegisteredDefinition,
  type SecretVersion,
} from '@deploy-actions/ecs'
import type { Inputs } from '../inputs.ts'
import { judgeDeployment } from '../preflight/index.ts'
import { refuseStaleRun } from '../run-tags.ts'
import { findNewerSecrets } from './newer-secrets.ts'
import { futureService, readServiceDefinition } from './service-definition.ts'
import { prepareWanted } from './wanted.ts'

/** The world before the deployment, and what is to come into it. */
export interface Observed {
  /** For a service that is to be created: what it will be. */
  readonly service: Service
  readonly creation: CreateServiceRequest | undefined
  /** What the service was last told to run; the last update may have failed. */
  readonly current: RegisteredDefinition | undefined
  /** What its last successful deployment runs; undefined where none has succeeded yet. */
  readonly previousArn: string | undefined
  readonly wanted: Definition
  /** Revisions that may turn out to be what is wanted, so that nothing needs to be registered. */
  readonly candidates: readonly RegisteredDefinition[]
  readonly findings: readonly Finding[]
  /** The versions of the secrets that new tasks get. */
  readonly secretVersions: readonly SecretVersion[]
  /** Names of secrets that have been changed since the service was deployed. */
  readonly newerSecrets: readonly string[]
}

/** Everything that is asked before the deployment. */
export type ObserveContext = EcsContext & PreflightContext & { readonly host: Host }

/**
 * Reads everything that a plan needs, and finds out at once what is not there. A rollback that is
 * under way is waited for first: what it leaves is the world to plan for.
 */
export async function observe(context: ObserveContext, inputs: Inputs): Promise<Observed> {
  const found = await serviceOf(context, inputs)
  if (found === undefined) return observeCreation(context, inputs)
  requireEcsController(found)
  if (inputs.staleRun === 'refuse') refuseStaleRun(context.host.run, found.tags)
  const hasChanged = !inputs.dryRun && (await waitForRollback(context, found, context.host))
  const service = hasChanged ? await getService(context, inputs.reference) : found
  const [current, previousArn] = await Promise.all([
    getRegistered(context, service.taskDefinition ?? '', 'service'),
    lastSuccessfulDefinition(context, service, ({ remedy }) =>
      context.host.info(
        `Past deployments were not read, so the older list of the service tells what ran last. ${remedy}`,
      ),
    ),
  ])
  const prepared = await prepareWanted(context, inputs, { service, current, previousArn })
  const { definition: wanted, registered, secretVersions } = prepared
  const [candidates, findings, newerSecrets] = await Promise.all([
    registered ? [registered] : candidatesFor(context, current, wanted),
    surroundings(context, inputs, { service, wanted, isNew: registered === undefined }),
    findNewerSecrets(context, service, secretVersions),
  ])
  return {
    service,
    creation: undefined,
    current,
    previousArn,
    wanted,
    candidates,
    findings: [...prepared.findings, ...findings],
    secretVersions,
    newerSecrets,
  }
}

/** The service; undefined where there is none and it may be created. */
async function serviceOf(context: EcsContext, inputs: Inputs): Promise<Service | undefined> {
  if (inputs.serviceDefinition === undefined) return getService(context, inputs.reference)
  const found = await findService(context, inputs.reference)
  if (found === undefined || found.status === 'INACTIVE') return undefined
  return found.status === 'ACTIVE' ? found : getService(context, inputs.reference)
}

async function observeCreation(context: ObserveContext, inputs: Inputs): Promise<Observed> {
  const creation = await readServiceDefinition(inputs)
  const service = futureService(creation)
  const prepared = await prepareWanted(context, inputs, {
    service,
    current: undefined,
    previousArn: undefined,
  })
  const { definition: wanted, registered, secretVersions } = prepared
  const [candidates, findings] = await Promise.all([
    registered ? [registered] : candidatesFor(context, undefined, wanted),
    surroundings(context, inputs, { service, wanted, isNew: registered === undefined }),
  ])
  return {
    service,
    creation,
    current: undefined,
    previousArn: undefined,
    wanted,
    candidates,
    findings: [...prepared.findings, ...findings],
    secretVersions,
    newerSecrets: [],
  }
}

async function candidatesFor(
  context: EcsContext,
  current: RegisteredDefinition | undefined,
  { family = '' }: Definition,
): Promise<readonly RegisteredDefinition[]> {
  const latest = await findRegistered(context, family)
  return [current, latest].filter((one) => one !== undefined)
}

async function surroundings(
  context: ObserveContext,
  { preflight, settings }: Inputs,
  { service, wanted, isNew }: { service: Service; wanted: Definition; isNew: boolean },
): Promise<readonly Finding[]> {
  if (preflight === 'off') return []
  return judgeDeployment(context, { service, settings, wanted }, { isNew })
}

function requireEcsController({ serviceName, deploymentController }: Service): void {
  const type = deploymentController?.type ?? 'ECS'
  if (type === 'ECS') return
  throw new ActionError({
    code: 'input',
    message: `Input service: ${serviceName} is deployed by the deployment controller ${type}; this action works with ECS only.`,
    remedy: 'Name a service whose deployment controller is ECS.',
  })
}
