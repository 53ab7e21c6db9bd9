import type { Task } from '@aws-sdk/client-ecs'
import {
  containersOf,
  findOrigin,
  isEssential,
  verdictOn,
  type DecidingContainers,
  type Definition,
  type Ending,
  type TaskVerdict,
} from '@deploy-actions/ecs'
import type { Work } from './work.ts'

/** What is known of a task beside its record. */
export interface Known {
  /** What looks at it have shown of the end of the container that decides. */
  readonly seen?: Ending
  /** What it runs; undefined where that cannot be read. */
  readonly definition?: Definition | undefined
}

/** Whether a task does the piece of work that this step is to do. */
export function isOwn({ plan }: Work, task: Task): boolean {
  return findOrigin(task)?.key === plan.origin.key
}

/** The containers that the verdict on a task goes by; one that its definition says nothing about is taken for essential. */
export function decidingIn(
  { plan }: Work,
  { containers = [] }: Task,
  definition: Definition = plan.definition,
): DecidingContainers {
  const beside = new Set(
    containersOf(definition)
      .filter((one) => !isEssential(one))
      .map(({ name }) => name),
  )
  const names = containers.map(({ name = '' }) => name)
  return {
    container: plan.container,
    essential: new Set(names.filter((name) => !beside.has(name))),
  }
}

/** The verdict on a task by the container and the exit codes that the step goes by. */
export function judge(work: Work, task: Task, { seen, definition }: Known = {}): TaskVerdict {
  const { successCodes } = work.inputs
  return verdictOn(task, { ...decidingIn(work, task, definition), successCodes }, seen)
}
