import type { Task } from '@aws-sdk/client-ecs'
import type { EcsContext } from '../ecs-context.ts'
import { listServiceTasks } from '../rollout/service-tasks.ts'
import type { ServiceReference } from '../rollout/service.ts'

/** The tasks of one deployment: those of its definition that were created since it began. */
export interface DeploymentTasks {
  readonly taskDefinition: string
  readonly createdAt: Date
  /** The id that ECS gives the deployment: its tasks carry it as well. */
  readonly id?: string
}

/**
 * The tasks of a deployment that have come to their end, and that ECS still knows (about an hour):
 * stopped ones, and those whose end is told already while ECS takes them apart.
 */
export async function listStoppedTasks(
  context: EcsContext,
  reference: ServiceReference,
  deployment: DeploymentTasks,
): Promise<readonly Task[]> {
  const stopped = await listServiceTasks(context, reference, 'STOPPED')
  return stopped.filter((task) => isEndTold(task) && isOf(deployment, task))
}

/** The tasks of a deployment that are to run, whatever has become of them so far. */
export async function listLivingTasks(
  context: EcsContext,
  reference: ServiceReference,
  deployment: DeploymentTasks,
): Promise<readonly Task[]> {
  const living = await listServiceTasks(context, reference, 'RUNNING')
  return living.filter((task) => isOf(deployment, task))
}

/** A way back to the same definition starts tasks as well, for a deployment of its own. */
function isOf(deployment: DeploymentTasks, task: Task): boolean {
  const { startedBy = '' } = task
  const isOthers =
    deployment.id !== undefined && startedBy.startsWith('ecs-svc/') && startedBy !== deployment.id
  return (
    !isOthers &&
    task.taskDefinitionArn === deployment.taskDefinition &&
    Number(task.createdAt) >= deployment.createdAt.getTime()
  )
}

/**
 * Whether it is known why a task ended. A network interface may take minutes to be given back, and a
 * sidecar to drain: until then the task is DEPROVISIONING or STOPPING, with all that can be said.
 */
export function isEndTold({ lastStatus, stopCode, stoppedReason, containers = [] }: Task): boolean {
  if (lastStatus === 'STOPPED') return true
  if (stopCode === undefined || !stoppedReason) return false
  return (
    stopCode !== 'EssentialContainerExited' ||
    containers.some(({ exitCode, reason }) => exitCode !== undefined || reason)
  )
}
