import { count, type Log } from '@deploy-actions/action-kit'
import type { Plan, SecretPlan } from './plan.ts'
import type { KeyPlan } from './plan/plan-secret.ts'

/** Prints what becomes of each secret, key by key, and warns of what should be known. */
export function tellPlan(log: Log, plan: Plan): void {
  for (const secret of plan) {
    log.info(`${secret.id}: ${describeAction(secret)}`)
    for (const line of linesOf(secret)) log.info(`  ${line}`)
  }
  for (const warning of plan.flatMap(({ warnings }) => warnings)) log.warning(warning)
}

/** What becomes of a secret, in a few words. */
export function describeAction({ action, keys }: SecretPlan): string {
  const counts = (['added', 'changed', 'removed', 'unchanged'] as const).flatMap((change) => {
    const times = keys.filter((key) => key.change === change).length
    return times === 0 ? [] : [`${times} ${change}`]
  })
  const what = { create: 'created', restore: 'restored', write: 'written', keep: 'kept' }[action]
  const known = `is ${what}, ${counts.length === 0 ? count(0, 'key') : counts.join(', ')}`
  return action === 'restore'
    ? `${known}; what it holds is not known before that, and is counted as nothing`
    : known
}

const signs = { added: '+', changed: '~', removed: '-', unchanged: '=', absent: ' ' } as const

function linesOf({ keys, unusedKeys, described, forgetsKeys }: SecretPlan): readonly string[] {
  // Why a key that is given is not written is said by a warning.
  const isQuiet = ({ change }: KeyPlan): boolean => change === 'unchanged' || change === 'absent'
  const told = keys.filter((key) => !isQuiet(key) || key.problems.length > 0)
  return [
    ...told.map(lineOf),
    ...(described.length > 0 ? [`sets ${described.join(', ')}`] : []),
    ...(forgetsKeys ? ['takes the names of its keys out of its tags'] : []),
    ...(unusedKeys.length > 0 ? [`not in the schema: ${unusedKeys.join(', ')}`] : []),
  ]
}

function lineOf({ key, change, how, problems }: KeyPlan): string {
  if (problems.length > 0) return `! ${key} ${problems.join('; ')}`
  return `${signs[change]} ${key}${how === 'generated' || how === 'derived' ? ` (${how})` : ''}`
}
