import type { Service, Task } from '@aws-sdk/client-ecs'
import {
  deathOf,
  findPrimary,
  listStoppedTasks,
  type EcsContext,
  type TaskDeath,
} from '@deploy-actions/ecs'

/** The deaths of a service's deployment that have been seen; ECS itself forgets them after an hour. */
export class DeathRegister {
  #deploymentId: string | undefined
  readonly #deaths = new Map<string, TaskDeath>()

  /** The deaths of the deployment that the service has, as far as they were read. */
  of(service: Service): readonly TaskDeath[] {
    return this.#deploymentId === findPrimary(service)?.id ? [...this.#deaths.values()] : []
  }

  /** Reads the tasks of the service's deployment that came to their end. */
  async read(
    context: EcsContext,
    service: Service,
    essentialOf: (task: Task) => ReadonlySet<string>,
  ): Promise<void> {
    const primary = findPrimary(service)
    if (primary === undefined) return
    if (primary.id !== this.#deploymentId) this.#deaths.clear()
    this.#deploymentId = primary.id
    const { clusterArn: cluster = '', serviceName = '' } = service
    const reference = { cluster, service: serviceName }
    const stopped = await listStoppedTasks(context, reference, primary)
    for (const task of stopped) {
      const death = deathOf(task, essentialOf(task))
      if (death !== undefined) this.#deaths.set(death.taskId, death)
    }
  }
}
