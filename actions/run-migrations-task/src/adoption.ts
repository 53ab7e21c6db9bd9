import type { Task } from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { isEndTold, isOver } from '@deploy-actions/ecs'
import { isOwn, judge } from './judge.ts'
import type { Work } from './work.ts'

/** What becomes of a task that does the work of this step already. */
export type Resumption = 'follow' | 'await its end' | 'start again'

/**
 * What works, or has succeeded, is followed; what has failed is started again. One that was told to end before its work was
 * done is neither yet: its end is waited for.
 */
export function resumptionOf(work: Work, own: Task): Resumption {
  if (!isOver(own)) return isDying(work, own) ? 'await its end' : 'follow'
  if (!isEndTold(own)) return 'await its end'
  return judge(work, own).kind === 'succeeded' ? 'follow' : 'start again'
}

/** Whether a task is being stopped, and its container has not ended well by itself. */
export function isDying(work: Work, task: Task): boolean {
  if (isOver(task) || task.desiredStatus !== 'STOPPED') return false
  return judge(work, task).kind !== 'succeeded'
}

/** Throws a `conflict` for a task whose end would say nothing about this work. */
export function requireContainer({ plan }: Work, task: Task): void {
  const names = task.containers?.map(({ name = '' }) => name) ?? []
  if (names.includes(plan.container)) return
  throw new ActionError({
    code: 'conflict',
    message: `The task at work under the lock ${plan.lock} has no container ${plan.container}, so its end says nothing about this work: ${describeTask(task)}. Nothing was started.`,
    remedy: 'Set lock-behavior to wait, or give this work a lock of its own.',
  })
}

/** What a task that is followed instead of an own one does otherwise; empty where it is the same work. */
export function otherWork({ plan }: Work, task: Task): readonly string[] {
  const { overrides = {} } = plan.request
  const own = overrides.containerOverrides?.find(({ name }) => name === plan.container)
  const its = task.overrides?.containerOverrides?.find(({ name }) => name === plan.container)
  const isSameDefinition =
    plan.taskDefinitionArn !== undefined && task.taskDefinitionArn === plan.taskDefinitionArn
  return [
    ...(isSameDefinition ? [] : [`it runs ${nameFromArn(task.taskDefinitionArn ?? '')}`]),
    ...(isEqual(own?.command, its?.command) ? [] : ['its command is another one']),
    ...(isEqual(own?.environment, its?.environment) ? [] : ['its environment is another one']),
  ]
}

function isEqual(one: readonly unknown[] = [], other: readonly unknown[] = []): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Why a task is followed that this step has not started. */
export function reasonToFollow(work: Work, task: Task): string {
  return isOwn(work, task) ? 'the same work was begun before' : 'it holds the lock'
}

/** The error where another task is at work, and is not to be waited for. */
export function isHeld({ plan }: Work, task: Task): ActionError {
  return new ActionError({
    code: 'conflict',
    message: `Another task is at work under the lock ${plan.lock}: ${describeTask(task)}. Nothing was started.`,
    remedy:
      'Run this step again when that task has ended; or set lock-behavior to wait, or to adopt it.',
  })
}

/** A task in messages. */
export function describeTask({ taskArn = '', taskDefinitionArn = '', createdAt }: Task): string {
  return `${taskArn} of ${nameFromArn(taskDefinitionArn)}, begun at ${createdAt?.toISOString()}`
}
