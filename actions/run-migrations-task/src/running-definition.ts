import type { Task } from '@aws-sdk/client-ecs'
import { nameFromArn } from '@deploy-actions/aws'
import { findRegistered, type Definition } from '@deploy-actions/ecs'
import type { FoundTask } from './begin.ts'
import { maskSecrets } from './mask-secrets.ts'
import type { Work } from './work.ts'

/**
 * The definition that a task runs, with all that is secret in it and in the overrides of the task masked. Undefined, which
 * is said, where it cannot be read: nobody knows then what in the log of the task is secret, or where that log is.
 */
export async function findRunningDefinition(
  work: Work,
  { task, adopted }: FoundTask,
): Promise<Definition | undefined> {
  const { plan, inputs, context } = work
  // What this step started was masked when it was planned.
  if (!adopted) return plan.definition
  const found = await read(work, task)
  if (typeof found === 'string') {
    context.host.info(
      `The definition ${nameFromArn(task.taskDefinitionArn ?? '')} of that task cannot be read (${found}), so its log is not shown: what in it is secret is not known.`,
    )
    return undefined
  }
  maskSecrets(context.host, { definition: found, overrides: task.overrides ?? {}, inputs })
  return found
}

async function read({ ecs }: Work, { taskDefinitionArn = '' }: Task): Promise<Definition | string> {
  try {
    const found = await findRegistered(ecs, taskDefinitionArn)
    return found?.definition ?? 'it is not there any more'
  } catch (error) {
    if (ecs.signal.aborted || !(error instanceof Error)) throw error
    return error.message.replace(/\.$/, '')
  }
}
