import { isEmpty, isKept, type Document, type Value } from '../document/index.ts'
import type { SecretRequest } from '../request.ts'
import { whyAbsent, type FindSecret } from './find-secret.ts'
import { valueBehind, type Draft, type FindWanted } from './wanted.ts'
import { violations } from './violations.ts'

/** What becomes of a key; `absent` is one that is told although it neither is nor will be there. */
export type Change = 'added' | 'changed' | 'removed' | 'unchanged' | 'absent'

/** What becomes of one key, and why; never its value. */
export interface KeyPlan {
  readonly key: string
  readonly change: Change
  readonly how: 'given' | 'generated' | 'derived' | 'stored'
  /** Why what was given for it is not written, although the others are. */
  readonly passedOver: string | undefined
  /** Why nothing may be written. */
  readonly problems: readonly string[]
  /** It held something, and is going to be empty. */
  readonly isEmptied: boolean
}

/** What becomes of a secret's keys, and what it will hold. */
export interface DocumentPlan {
  readonly keys: readonly KeyPlan[]
  readonly document: Document
}

/** Plans one secret, key by key: those that are stored first, as they stand, then new ones. */
export function planDocument(draft: Draft, find: FindSecret, wanted: FindWanted): DocumentPlan {
  const { request, stored } = draft
  const names = new Set([...stored.keys(), ...request.given.keys(), ...request.schema.keys()])
  const document = new Map<string, Value>()
  const keys: KeyPlan[] = []
  for (const key of names) {
    const plan = planKey(draft, key, { find, wanted })
    if (plan.value !== undefined) document.set(key, plan.value)
    // A rule for a key that is not there, and does not have to be, changes nothing.
    if (stored.has(key) || plan.value !== undefined || plan.isTold) keys.push(plan.told)
  }
  return { keys, document }
}

function planKey(
  draft: Draft,
  key: string,
  { find, wanted }: { find: FindSecret; wanted: FindWanted },
) {
  const { request, stored } = draft
  const { value, how, passedOver, problem } = wanted(draft, key)
  const before = stored.get(key)
  const change = changeOf(before, value)
  const problems = [
    ...(problem === undefined ? [] : [problem]),
    // Why there is no value is said already.
    ...(problem === undefined ? violationsOf(draft, key, { value, find, wanted }) : []),
  ]
  const told: KeyPlan = {
    key,
    change,
    how,
    passedOver,
    problems,
    isEmptied: request.given.has(key) && !isEmpty(before) && value !== undefined && isEmpty(value),
  }
  // A text that says the same as a stored number stays that number.
  const kept = change === 'unchanged' ? before : value
  return { value: kept, told, isTold: problems.length > 0 || passedOver !== undefined }
}

function violationsOf(
  draft: Draft,
  key: string,
  of: { value: Value | undefined; find: FindSecret; wanted: FindWanted },
): readonly string[] {
  const rule = draft.request.schema.get(key)
  if (rule === undefined) return []
  return violations(rule, of.value, {
    read: (reference) => valueBehind(reference, { draft, ...of }),
    whyAbsent: (reference) => whyAbsent(reference, of.find),
  })
}

function changeOf(before: Value | undefined, after: Value | undefined): Change {
  if (before === undefined && after === undefined) return 'absent'
  if (isKept(before, after)) return 'unchanged'
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'changed'
}

/** Keys that are there, or going to be, and that the schema does not know; none where there is no schema. */
export function unusedKeys(
  { schema, hasSchema }: SecretRequest,
  document: Document,
): readonly string[] {
  return hasSchema ? [...document.keys()].filter((key) => !schema.has(key)) : []
}
