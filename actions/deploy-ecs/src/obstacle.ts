import { ActionError } from '@deploy-actions/action-kit'
import {
  deathOf,
  describeDeath,
  essentialNames,
  groupDeaths,
  listStoppedTasks,
} from '@deploy-actions/ecs'
import type { BegunRollout, Work } from './deployment.ts'

/**
 * What the tasks of the version before died of since this rollout began: it kept ECS, or this step, from going back.
 * Undefined where none died, or nobody may tell.
 */
export async function findObstacle(
  { ecs, observed: { previousArn, current, wanted } }: Work,
  { rollout }: BegunRollout,
): Promise<string | undefined> {
  const { reference, started } = rollout
  if (previousArn === undefined || previousArn === started.taskDefinition) return undefined
  const before = { taskDefinition: previousArn, createdAt: started.createdAt }
  const essential = essentialNames(current?.definition ?? wanted)
  try {
    const tasks = await listStoppedTasks(ecs, reference, before)
    const deaths = tasks.flatMap((task) => deathOf(task, essential) ?? [])
    const [most] = groupDeaths(deaths)
    return most && describeDeath(most.newest)
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return undefined
  }
}
