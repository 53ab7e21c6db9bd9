import { inGroup, type Host } from '@deploy-actions/action-kit'
import { serviceConsoleUrl } from '@deploy-actions/aws'
import {
  containersOf,
  findRepeatedDeath,
  isEssential,
  register,
  RolloutWatcher,
  startDeployment,
  TrackedRollout,
  type EcsContext,
  type TaskDeath,
} from '@deploy-actions/ecs'
import { cancelDeployment } from './cancel.ts'
import { conclude } from './conclude.ts'
import { explain } from './diagnose.ts'
import type { BegunRollout, Deployment, Work } from './deployment.ts'
import type { Context } from './inputs.ts'
import type { DeployPlan } from './plan.ts'
import { RolloutRecord } from './record.ts'

/** Carries the plan out and watches it to its end. */
export async function deploy(work: Work): Promise<Deployment> {
  const { context, inputs } = work
  const begun = await inGroup(context.host, 'Start the deployment', () => begin(work))
  try {
    await locate(context, begun)
    if (!inputs.wait) return { kind: 'started', ...begun }
    return await watchToTheEnd(work, begun)
  } catch (error) {
    if (!context.signal.aborted) throw error
    return cancelDeployment(work, begun, error)
  }
}

async function begin({ context, ecs, observed, plan }: Work): Promise<BegunRollout> {
  const { host } = context
  const taskDefinition = plan.taskDefinitionArn ?? (await registerNew(host, ecs, plan))
  context.setOutput('task-definition-arn', taskDefinition)
  const { clusterArn = '', serviceName = '', serviceArn = '' } = observed.service
  const reference = { cluster: clusterArn, service: serviceName }
  const { forceNewDeployment } = plan
  const started = await startDeployment(ecs, { ...reference, taskDefinition, forceNewDeployment })
  const url = serviceConsoleUrl(serviceArn)
  if (url) context.setOutput('deployment-url', url)
  host.info(`ECS started the deployment ${started.id}${url ? `: ${url}` : '.'}`)
  const rollout = new TrackedRollout(ecs, reference, started)
  const record = new RolloutRecord(host, started.createdAt.getTime())
  const containers = containersOf(plan.definition).filter(isEssential)
  const essential = new Set(containers.map(({ name = '' }) => name))
  const watcher = new RolloutWatcher(ecs, { rollout, essential, onNews: record.take })
  return { rollout, record, watcher, essential }
}

async function registerNew(host: Host, ecs: EcsContext, plan: DeployPlan): Promise<string> {
  const { arn } = await register(ecs, plan.definition)
  host.info(`Registered ${arn}`)
  return arn
}

/** Finds the service deployment to watch, and says so where there is none. */
async function locate(context: Context, { rollout }: BegunRollout): Promise<void> {
  await rollout.locate()
  const { serviceDeploymentArn, missing } = rollout
  if (serviceDeploymentArn !== undefined) {
    context.setOutput('service-deployment-arn', serviceDeploymentArn)
    return
  }
  const why =
    missing === 'access-denied'
      ? 'the role of this job lacks ecs:ListServiceDeployments, ecs:DescribeServiceDeployments or ecs:DescribeServiceRevisions'
      : 'ECS listed no service deployment for it within 30 seconds'
  context.host.info(
    `The older list of deployments decides, since ${why}. It tells success from failure; what runs is then read from the tasks, and going back is an update.`,
  )
}

/**
 * Watches until the rollout is over. Tasks that keep dying alike end the watch (`fail-fast`) and are
 * explained at once; where ECS will go back by itself, it is then waited for.
 */
async function watchToTheEnd(work: Work, begun: BegunRollout): Promise<Deployment> {
  const { host } = work.context
  const deadline = Date.now() + work.inputs.timeoutSeconds * 1000
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

function goesBackByItself({ observed }: Work): boolean {
  const breaker = observed.service.deploymentConfiguration?.deploymentCircuitBreaker
  return breaker?.enable === true && breaker.rollback === true
}
