import { inGroup, type Host } from '@deploy-actions/action-kit'
import {
  describeDeath,
  diagnoseDeaths,
  diagnoseEvents,
  groupDeaths,
  readLogTail,
  type Diagnosis,
  type LogTail,
} from '@deploy-actions/ecs'
import type { BegunRollout, Work } from './deployment.ts'

/**
 * Finds the root cause of a failed rollout, with the last lines of the container that failed, and
 * prints it.
 */
export async function explain(work: Work, begun: BegunRollout): Promise<Diagnosis | undefined> {
  const { host } = work.context
  return inGroup(host, 'Find out why', async () => {
    const diagnosis = await diagnose(work, begun)
    printDiagnosis(host, diagnosis)
    return diagnosis
  })
}

/** The same diagnosis with the tasks that have died since; their logs say the same. */
export function bringUpToDate(diagnosis: Diagnosis, { record }: BegunRollout): Diagnosis {
  const [first, ...others] = groupDeaths(record.deaths)
  return first === undefined ? diagnosis : diagnoseDeaths([first, ...others], diagnosis.log)
}

async function diagnose(
  work: Work,
  { rollout, record }: BegunRollout,
): Promise<Diagnosis | undefined> {
  const [first, ...others] = groupDeaths(record.deaths)
  if (first === undefined) return diagnoseEvents(record.events)
  const { container, taskId } = first.newest
  const log =
    container === undefined
      ? undefined
      : await readLogTail(
          work.clients,
          {
            definition: work.plan.definition,
            container,
            taskId,
            arn: rollout.started.taskDefinition,
          },
          work.context.signal,
        )
  return diagnoseDeaths([first, ...others], log)
}

function printDiagnosis(host: Host, diagnosis: Diagnosis | undefined): void {
  if (diagnosis === undefined) {
    host.info('No task of the new version died, and no event of the service tells a cause.')
    return
  }
  host.info(diagnosis.headline)
  for (const { newest, count } of diagnosis.groups.slice(1)) {
    host.info(`${count} more: ${describeDeath(newest)}`)
  }
  for (const line of logLines(diagnosis.log)) host.info(line)
  host.info(`What to do: ${diagnosis.remedy}`)
}

/** The tail of a log as it is quoted, each line behind a bar; or why there is none. */
export function logLines(log: LogTail | undefined): readonly string[] {
  if (log === undefined) return []
  if (log.note !== undefined) return [log.note]
  return [`Last lines of ${log.container}:`, ...log.lines.map((line) => `  | ${line}`)]
}
