import { ActionError, whatThereIs } from '@deploy-actions/action-kit'
import { CannotTell } from '../cannot-tell.ts'
import type { Dockerfile } from './parse.ts'

/**
 * The number of the stage that is built: the last one, or the one that `target` names or numbers. Throws
 * `input` for a target that the Dockerfile does not have, and CannotTell for a Dockerfile without a stage.
 */
export function targetStage({ stages }: Dockerfile, target: string | undefined): number {
  if (stages.length === 0) {
    throw new CannotTell('The Dockerfile has no FROM, so only docker can tell what it is.')
  }
  if (target === undefined) return stages.length - 1
  const named = stages.findLastIndex(({ name }) => name?.toLowerCase() === target.toLowerCase())
  const index = named >= 0 || !/^\d+$/.test(target) ? named : Number(target)
  if (stages[index] !== undefined) return index
  const names = stages.flatMap(({ name }) => (name === undefined ? [] : [name]))
  throw new ActionError({
    code: 'input',
    message: `The Dockerfile has no stage ${target}.${whatThereIs(target, names)}`,
    remedy: 'Correct the input `target`, or name the stage: FROM … AS <name>.',
  })
}
