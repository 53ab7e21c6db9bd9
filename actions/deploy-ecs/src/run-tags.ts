import type { Tag } from '@aws-sdk/client-ecs'
import { ActionError, type RunFacts } from '@deploy-actions/action-kit'

/** The run that deployed a service last, as the tags of the service tell it. */
export interface RunOnService {
  /** File of the workflow, with its repository. */
  readonly workflow: string
  /** Runs of GitHub are numbered in the order in which they are started. */
  readonly id: bigint
}

const workflowTag = 'deploy-actions:workflow'
const runTag = 'deploy-actions:run'

/** The tags that say which run deploys a service; none outside of GitHub. */
export function tagsOfRun(run: RunFacts): readonly Tag[] {
  const workflow = workflowOf(run)
  if (!/^\d+$/.test(run.id) || workflow === '') return []
  return [
    { key: workflowTag, value: workflow },
    { key: runTag, value: run.id },
  ]
}

/** The run that the tags of a service name, if they name one. */
export function findRun(tags: readonly Tag[] = []): RunOnService | undefined {
  const workflow = tags.find(({ key }) => key === workflowTag)?.value
  const id = tags.find(({ key }) => key === runTag)?.value
  return workflow && id && /^\d+$/.test(id) ? { workflow, id: BigInt(id) } : undefined
}

/** Throws `stale-run` where a newer run of the same workflow has deployed the service already. */
export function refuseStaleRun(run: RunFacts, tags: readonly Tag[] | undefined): void {
  const onService = findRun(tags)
  if (onService === undefined || !/^\d+$/.test(run.id)) return
  if (onService.workflow !== workflowOf(run) || onService.id <= BigInt(run.id)) return
  const newer = run.url?.replace(/\d+$/, String(onService.id)) ?? `run ${onService.id}`
  throw new ActionError({
    code: 'stale-run',
    message: `A newer run of this workflow has deployed the service already, or tried to: ${newer}. This is run ${run.id}, which was started before; it has changed nothing.`,
    remedy:
      'Nothing has to be done when the newer version is meant. To go back on purpose use rollback-to, or set stale-run to allow.',
  })
}

/** Tags take letters, digits, spaces and _.:/=+-@ only, up to 256. */
function workflowOf({ workflowFile, repository, workflow }: RunFacts): string {
  const name = workflowFile || (workflow && `${repository}/${workflow}`)
  return name.replaceAll(/[^\p{L}\p{N} _.:/=+@-]/gu, '_').slice(0, 256)
}
