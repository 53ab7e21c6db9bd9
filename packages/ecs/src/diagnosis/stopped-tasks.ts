import type { Task } from '@aws-sdk/client-ecs'
import type { EcsContext } from '../ecs-context.ts'
import { listServiceTasks } from '../rollout/service-tasks.ts'
import type { ServiceReference } from '../rollout/service.ts'

/** The tasks of one deployment: those of its definition that were created since it began. */
export interface DeploymentTasks {
  readonly taskDefinition: string
  readonly createdAt: Date
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
  return stopped.filter(
    (task) =>
      isEndTold(task) &&
      task.taskDefinitionArn === deployment.taskDefinition &&
      Number(task.createdAt) >= deployment.createdAt.getTime(),
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
