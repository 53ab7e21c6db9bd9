import { inGroup, sleep } from '@deploy-actions/action-kit'
import { mayStartAgain, type TaskVerdict } from '@deploy-actions/ecs'
import { Beginning, type FoundTask } from './begin.ts'
import { follow } from './follow.ts'
import type { Followed } from './follower.ts'
import { judge } from './judge.ts'
import type { Refused } from './refused-start.ts'
import type { Work } from './work.ts'

/** What became of the task. */
export type TaskEnd =
  | ({ readonly kind: 'ended'; readonly verdict: TaskVerdict } & Followed & FoundTask)
  | ({ readonly kind: 'timed-out'; readonly lateIn: string } & Followed & FoundTask)
  /** ECS has started none. */
  | ({ readonly kind: 'refused' } & Refused)

/** Starts the task, or takes the one that is there, and follows it to its end. */
export async function runTask(work: Work): Promise<TaskEnd> {
  const { context, inputs } = work
  const beginning = new Beginning(work)
  for (let attempt = 1; ; attempt++) {
    const begun = await inGroup(context.host, 'Start the task', () => beginning.begin())
    if ('refused' in begun) {
      const { refused: refusals } = begun
      const mayPass = refusals.every((one) => one.mayPass)
      if (attempt >= inputs.startAttempts || !mayPass) {
        return { kind: 'refused', refusals, attempts: attempt }
      }
      await pauseBefore(work, attempt, refusals.map(({ text }) => text).join('; '))
      continue
    }
    const end = await followToEnd(work, begun)
    if (end.kind !== 'ended' || attempt >= inputs.startAttempts) return end
    if (!mayStartAgain(end.task, end.verdict)) return end
    await pauseBefore(work, attempt, end.verdict.reason)
  }
}

async function followToEnd(work: Work, begun: FoundTask): Promise<TaskEnd> {
  const { context } = work
  const { taskArn = '', taskDefinitionArn = '' } = begun.task
  context.setOutput('task-arn', taskArn)
  context.setOutput('task-definition-arn', taskDefinitionArn)
  context.setOutput('adopted', String(begun.adopted))
  const followed = await follow(work, begun)
  const { ending: seen, definition, task } = followed
  const verdict = judge(work, task, { seen, definition })
  const { lateIn } = followed
  // It may have come to its good end in the very moment.
  return lateIn === undefined || verdict.kind === 'succeeded'
    ? { kind: 'ended', ...begun, ...followed, verdict }
    : { kind: 'timed-out', ...begun, ...followed, lateIn }
}

/** A lack of capacity may be over after a while. */
async function pauseBefore({ context }: Work, attempt: number, why: string): Promise<void> {
  const seconds = 10 * 2 ** (attempt - 1)
  context.host.info(`The task could not be started (${why}); trying again in ${seconds} s.`)
  await sleep(seconds * 1000, context.signal)
}
