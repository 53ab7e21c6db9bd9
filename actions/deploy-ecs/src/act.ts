import { ActionError, inGroup, type Host } from '@deploy-actions/action-kit'
import { serviceConsoleUrl } from '@deploy-actions/aws'
import {
  createService,
  essentialNames,
  findPrimary,
  findRepeatedDeath,
  register,
  RolloutWatcher,
  startDeployment,
  TrackedRollout,
  updateService,
  type EcsContext,
  type SettingsChange,
  type StartedDeployment,
  type TaskDeath,
} from '@deploy-actions/ecs'
import { cancelDeployment } from './cancel.ts'
import { conclude } from './conclude.ts'
import { explain } from './diagnose.ts'
import type { BegunRollout, Deployment, Work } from './deployment.ts'
import { abandoned } from './failures.ts'
import type { RolloutPlan } from './plan.ts'
import { RolloutRecord } from './record.ts'
import { tagsOfRun } from './run-tags.ts'
import { tagService } from './tags.ts'
import { takeTurn } from './turn.ts'

/**
 * Carries the plan out and watches it to its end. Undefined where another deployment was waited for: then the world is
 * to be observed anew.
 */
export async function deploy(work: Work): Promise<Deployment | undefined> {
  const { context, inputs } = work
  const begun = await inGroup(context.host, 'Start the deployment', () => begin(work))
  if (begun === undefined) return undefined
  try {
    context.signal.throwIfAborted()
    await locate(work, begun)
    if (!inputs.wait) return { kind: 'started', ...begun }
    return await watchToTheEnd(work, begun)
  } catch (error) {
    if (context.signal.aborted) return cancelDeployment(work, begun)
    return {
      kind: 'failed',
      outcome: 'failed',
      failure: abandoned(work, error),
      diagnosis: undefined,
      ...begun,
    }
  }
}

async function begin(work: Work): Promise<BegunRollout | undefined> {
  const { context, ecs, observed, plan } = work
  const started = await start(work)
  if (started === undefined) return undefined
  const { clusterArn = '', serviceName = '', serviceArn = '' } = observed.service
  const url = serviceConsoleUrl(started.serviceArn ?? serviceArn)
  if (url) context.setOutput('deployment-url', url)
  context.host.info(`The deployment is ${started.id}${url ? `: ${url}` : '.'}`)
  const rollout = new TrackedRollout({ cluster: clusterArn, service: serviceName }, started)
  const record = new RolloutRecord(context.host, started.createdAt.getTime())
  const essential = essentialNames(plan.definition)
  const watcher = new RolloutWatcher(ecs, { rollout, essential, onNews: record.take })
  return { rollout, record, watcher }
}

type Started = StartedDeployment & { readonly serviceArn?: string | undefined }

/** Changes or creates the service, or takes the deployment that is under way. */
async function start(work: Work): Promise<Started | undefined> {
  const { context, ecs, observed, plan } = work
  const { serviceArn = '' } = observed.service
  const tags = tagsOfRun(context.host.run)
  const tagging = { serviceArn, tags, purpose: 'This run' }
  if (plan.kind === 'adopt') {
    context.setOutput('task-definition-arn', plan.taskDefinitionArn)
    await tagService(context, ecs, tagging)
    if (Object.keys(plan.change).length > 0) await changeBesides(work, plan.change)
    return findPrimary(observed.service)
  }
  if (plan.kind === 'deploy' && (await takeTurn(work)) === 'again') return undefined
  const taskDefinition = plan.taskDefinitionArn ?? (await registerNew(context.host, ecs, plan))
  context.setOutput('task-definition-arn', taskDefinition)
  if (plan.kind === 'create') return create(work, taskDefinition)
  await tagService(context, ecs, tagging)
  // Registering and tagging take a moment, in which others may have begun; a newer run has tagged as well.
  const isDelayed = plan.taskDefinitionArn === undefined || tags.length > 0
  if (isDelayed && (await takeTurn(work)) === 'again') return undefined
  context.signal.throwIfAborted()
  const { clusterArn: cluster = '', serviceName: service = '' } = observed.service
  const { forceNewDeployment, change: settings } = plan
  return startDeployment(seenThrough(ecs), {
    cluster,
    service,
    taskDefinition,
    forceNewDeployment,
    settings,
  })
}

/** Settings that start no deployment, sent while one is followed. */
async function changeBesides({ ecs, observed }: Work, settings: SettingsChange): Promise<void> {
  const { clusterArn: cluster = '', serviceName: service = '' } = observed.service
  await updateService(seenThrough(ecs), { cluster, service, settings })
}

/** Once a change is sent it is seen through: cut off, nobody would know whether a rollout began. */
function seenThrough({ ecs }: EcsContext): EcsContext {
  return { ecs, signal: new AbortController().signal }
}

async function create(
  { context: { host }, ecs, observed: { creation } }: Work,
  taskDefinition: string,
): Promise<Started> {
  const tags = [...(creation?.tags ?? []), ...tagsOfRun(host.run)]
  const service = await createService(seenThrough(ecs), {
    ...creation,
    serviceName: creation?.serviceName,
    taskDefinition,
    ...(tags.length > 0 && { tags }),
  })
  const started = findPrimary(service)
  host.info(`Created the service ${service.serviceArn}`)
  if (started) return { ...started, serviceArn: service.serviceArn }
  throw new ActionError({
    code: 'service-error',
    message: `ECS created the service ${service.serviceName} and named no PRIMARY deployment in its answer.`,
    remedy: 'Check that the deployment controller in service-definition is ECS.',
  })
}

async function registerNew(host: Host, ecs: EcsContext, plan: RolloutPlan): Promise<string> {
  const { arn } = await register(ecs, plan.definition)
  host.info(`Registered ${arn}`)
  return arn
}

/** Finds the service deployment to watch, and says so where there is none. */
async function locate({ context, ecs }: Work, { rollout }: BegunRollout): Promise<void> {
  await rollout.locate(ecs)
  const { serviceDeploymentArn, missing } = rollout
  if (serviceDeploymentArn !== undefined) {
    context.setOutput('service-deployment-arn', serviceDeploymentArn)
    return
  }
  const [why, remedy] =
    missing === undefined || missing === 'not-listed'
      ? ['ECS listed no service deployment for it within 30 seconds', '']
      : [
          'the role of this job lacks ecs:ListServiceDeployments, ecs:DescribeServiceDeployments or ecs:DescribeServiceRevisions',
          missing.remedy,
        ]
  context.host.info(
    `The older list of deployments decides, since ${why}. It tells success from failure; what runs is then read from the tasks, and going back is an update. ${remedy}`.trim(),
  )
}

/**
 * Watches until the rollout is over. Tasks that keep dying alike end the watch (`fail-fast`) and are
 * explained at once; where ECS will go back by itself, it is then waited for.
 */
async function watchToTheEnd(work: Work, begun: BegunRollout): Promise<Deployment> {
  const { host } = work.context
  const deadline = Date.now() + work.plan.timeoutSeconds * 1000
  const isDoomed = (deaths: readonly TaskDeath[]): boolean =>
    work.inputs.failFast && findRepeatedDeath(deaths) !== undefined
  const end = await inGroup(host, 'Wait for the deployment', () =>
    begun.watcher.watch({ deadline, isEnough: isDoomed }),
  )
  if (end.kind !== 'enough' || !goesBackByItself(work)) return conclude(work, { begun, end })
  const known = await explain(work, begun)
  const last = await inGroup(host, 'Wait until ECS has gone back', () =>
    begun.watcher.watch({ deadline }),
  )
  return conclude(work, { begun, end: last, known })
}

/** By the configuration that the service has now: this step may have changed it. */
function goesBackByItself({ observed, plan }: Work): boolean {
  const changed = plan.kind === 'create' ? undefined : plan.change.deploymentConfiguration
  const configuration = changed ?? observed.service.deploymentConfiguration
  const breaker = configuration?.deploymentCircuitBreaker
  return breaker?.enable === true && breaker.rollback === true
}
