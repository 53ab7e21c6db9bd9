import { ActionError, count } from '@deploy-actions/action-kit'
import type { Plan, SecretPlan } from './plan.ts'
import { mustNotBeThere } from './plan/violations.ts'

/** Why a plan may not be carried out: everything at once; undefined where it may. */
export function refusalOf(plan: Plan): ActionError | undefined {
  const obstacles = plan.flatMap((secret) => secret.obstacles)
  const broken = plan.flatMap(brokenRules)
  const sentences = [...obstacles.map(({ message }) => message), ...broken]
  const [only] = sentences
  if (only === undefined) return undefined
  return new ActionError({
    code: broken.length > 0 ? 'secret' : 'preflight',
    message:
      sentences.length === 1
        ? `${only} Nothing was written.`
        : `${count(sentences.length, 'thing')} stand in the way, and nothing was written:\n${sentences.map((line) => `  - ${line}`).join('\n')}`,
    remedy: [...new Set([...obstacles.map(({ remedy }) => remedy), ...remediesOf(plan)])].join(' '),
  })
}

/** What is wrong with the keys of a secret, as whole sentences. */
function brokenRules({ id, keys }: SecretPlan): readonly string[] {
  return keys.flatMap(({ key, problems }) =>
    problems.map((problem) => `${key} of ${id} ${problem}.`),
  )
}

function remediesOf(plan: Plan): readonly string[] {
  const broken = plan.flatMap(({ keys }) => keys.filter(({ problems }) => problems.length > 0))
  const forbidden = broken.filter(({ problems }) => problems.includes(mustNotBeThere))
  const removals = forbidden.map(({ key }) => `!${key}`).join(', ')
  return [
    ...(forbidden.length === 0
      ? []
      : [`Push with ${removals} among the lines of values to remove what must not be there.`]),
    ...(broken.length === forbidden.length
      ? []
      : [
          'Correct the values of these keys where they come from, or the schema where it asks too much.',
        ]),
  ]
}
