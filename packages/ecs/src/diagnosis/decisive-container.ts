import type { Container, Task } from '@aws-sdk/client-ecs'
import { ownWill } from './exit-codes.ts'
import { classifyReason } from './reason-classes.ts'

/**
 * The container that ended the task: of those whose end ends it, the first in the definition that says most, unless
 * another one kept them all from beginning. Undefined where no container tells anything.
 */
export function decisiveContainer(
  task: Task,
  essential: ReadonlySet<string>,
): Container | undefined {
  const { containers = [] } = task
  const candidates = [...essential].flatMap(
    (wanted) => containers.find(({ name }) => name === wanted) ?? [],
  )
  if (/container health checks/i.test(task.stoppedReason ?? '')) {
    return candidates.find(({ healthStatus }) => healthStatus === 'UNHEALTHY')
  }
  return (
    candidates.find(({ reason = '' }) => classifyReason(reason)?.kind === 'memory') ??
    neededByOthers(task, essential) ??
    mostOwnWill(candidates.filter(({ exitCode = 143 }) => ownWill(exitCode) === 2)) ??
    candidates.find(({ reason }) => reason) ??
    mostOwnWill(candidates)
  )
}

/** A container that was to end well, or to be healthy, before the others begin, and was not. */
function neededByOthers(
  { containers = [], stoppedReason = '' }: Task,
  essential: ReadonlySet<string>,
): Container | undefined {
  const told = [stoppedReason, ...containers.map(({ reason = '' }) => reason)].join('; ')
  const named = /container ordering dependency \[([^\]]+)\]/.exec(told)?.[1]
  if (named !== undefined) return containers.find(({ name }) => name === named)
  const hasBegun = containers.some(
    ({ name = '', exitCode, reason }) => essential.has(name) && (exitCode !== undefined || reason),
  )
  return hasBegun ? undefined : containers.find(({ exitCode = 0 }) => ownWill(exitCode) === 2)
}

function mostOwnWill(candidates: readonly Container[]): Container | undefined {
  return candidates
    .filter(({ exitCode }) => exitCode !== undefined)
    .toSorted((a, b) => ownWill(b.exitCode ?? 143) - ownWill(a.exitCode ?? 143))[0]
}
