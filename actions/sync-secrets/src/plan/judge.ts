import { isSame } from '../document/index.ts'
import { planDocument, type DocumentPlan, type KeyPlan } from './plan-secret.ts'
import type { FindSecret } from './find-secret.ts'
import { derive, valueBehind, type Draft, type FindWanted } from './wanted.ts'

/** Everything stays what it is. */
const asStored: FindWanted = ({ stored }, key) => ({ value: stored.get(key), how: 'stored' })

/** Holds what is stored against the schema; nothing is given, generated or derived. */
export function judgeDocument(draft: Draft, find: FindSecret): DocumentPlan {
  const { keys, document } = planDocument(draft, find, asStored)
  return { document, keys: keys.map((key) => withDerivation(draft, key, find)) }
}

/** A derived value that is not what it would be derived to is out of step with what it comes from. */
function withDerivation(draft: Draft, plan: KeyPlan, find: FindSecret): KeyPlan {
  const rule = draft.request.schema.get(plan.key)
  const stored = draft.stored.get(plan.key)
  if (rule?.derive === undefined || rule.policy !== 'overwrite' || stored === undefined) return plan
  const derived = derive(rule.derive, {
    find,
    read: (reference) => valueBehind(reference, { draft, find, wanted: asStored }),
  })
  const problem =
    derived.value === undefined
      ? derived.problem
      : 'is not what the schema derives it from; a push would change it'
  return isSame(stored, derived.value) ? plan : { ...plan, problems: [...plan.problems, problem] }
}
