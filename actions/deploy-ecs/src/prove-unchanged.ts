import { ActionError, inGroup } from '@deploy-actions/action-kit'
import { isAccessDenied } from '@deploy-actions/aws'
import {
  deathOf,
  essentialNames,
  findPrimary,
  findRepeatedDeath,
  gatherEvidence,
  isRepeatable,
  listStoppedTasks,
  quoteLog,
  RolloutWatcher,
  TrackedRollout,
  type StartedDeployment,
} from '@deploy-actions/ecs'
import type { Work } from './deployment.ts'
import { diagnoseRecord } from './diagnose.ts'
import { digestFailure } from './failures.ts'
import { RolloutRecord } from './record.ts'

/** A crash loop that ECS calls steady between two crashes has a death within so much time. */
const recentMs = 3 * 60_000
const settleWithinMs = 5 * 60_000

type ObservedWork = Omit<Work, 'plan'>

/**
 * Looks whether what runs already is what was asked for, and stays alive: an earlier run may have left what did not. Gives
 * why it is not; undefined where it is, or where the role may not look at tasks.
 */
export async function proveUnchanged(work: ObservedWork): Promise<ActionError | undefined> {
  const { ecs, observed } = work
  const { clusterArn: cluster = '', serviceName: service = '' } = observed.service
  const started = findPrimary(observed.service)
  if (started === undefined) return undefined
  const rollout = new TrackedRollout({ cluster, service }, started)
  const [{ mismatches }, hasDiedOfLate] = await Promise.all([
    gatherEvidence(ecs, rollout, observed.wanted),
    findRecentDeath(work, rollout),
  ])
  if (mismatches.length > 0) return digestFailure(work, mismatches)
  return hasDiedOfLate ? seeWhetherItLives(work, rollout, started) : undefined
}

async function findRecentDeath(
  { ecs, observed }: ObservedWork,
  { reference, started }: TrackedRollout,
): Promise<boolean> {
  try {
    const stopped = await listStoppedTasks(ecs, reference, started)
    const essential = essentialNames(observed.wanted)
    return stopped
      .map((task) => deathOf(task, essential))
      .filter((death) => death !== undefined)
      .some((death) => isRepeatable(death) && Date.now() - death.stoppedAt < recentMs)
  } catch (error) {
    if (!isAccessDenied(error)) throw error
    return false
  }
}

async function seeWhetherItLives(
  { context, ecs, clients, observed }: ObservedWork,
  rollout: TrackedRollout,
  started: StartedDeployment,
): Promise<ActionError | undefined> {
  const { host, signal } = context
  const { wanted: definition, service } = observed
  const record = new RolloutRecord(host, started.createdAt.getTime())
  const essential = essentialNames(definition)
  const watcher = new RolloutWatcher(ecs, { rollout, essential, onNews: record.take })
  const end = await inGroup(host, 'See whether the tasks outlive those that died', () =>
    watcher.settles({
      deadline: Date.now() + settleWithinMs,
      isEnough: (deaths) => findRepeatedDeath(deaths) !== undefined,
    }),
  )
  if (end === 'settled') return undefined
  const arn = started.taskDefinition
  const diagnosis = await diagnoseRecord(record, { clients, definition, arn, signal })
  const causes = diagnosis ? [diagnosis.headline, ...quoteLog(diagnosis.log)] : []
  const what = `${service.serviceName} runs this definition already, and its tasks keep dying; nothing was changed.`
  return new ActionError({
    code: diagnosis?.code ?? 'crash',
    message: [what, ...causes].join('\n'),
    remedy: diagnosis?.remedy ?? 'Read the log of the container, and deploy what mends it.',
  })
}
