import type { Problem } from '@deploy-actions/action-kit'
import { formatKeyReference, type Rule, type Schema } from './rule.ts'
import { referencesOf } from './template.ts'

/** What the rules of a secret ask that can never be. */
export function contradictions(schema: Schema): readonly Problem[] {
  return [...schema].flatMap(([key, rule]) => [
    ...[...pairs(rule)].map((message) => ({ path: key, message })),
    ...selfReferences(key, rule),
  ])
}

function* pairs(rule: Rule): Generator<string> {
  const { forbid, generate, derive, policy, isRequired } = rule
  if (generate !== undefined && derive !== undefined) {
    yield 'is both generated and derived; keep generate or derive'
  }
  if (forbid === true && (isRequired || generate !== undefined || derive !== undefined)) {
    yield 'is forbidden and wanted; keep forbid, or what wants it (required, generate, derive)'
  }
  if (forbid === true && policy !== 'overwrite') {
    yield `is forbidden, and policy: ${policy} keeps it from being removed; keep forbid or policy`
  }
  if (policy === 'never-touch' && (generate !== undefined || derive !== undefined)) {
    yield 'is never touched, so that it cannot be generated or derived; policy: create-only writes it once'
  }
}

function* selfReferences(key: string, { equals, derive }: Rule): Generator<Problem> {
  const references = [...(equals === undefined ? [] : [equals]), ...referencesOf(derive ?? [])]
  for (const reference of references) {
    if (reference.secret !== undefined || reference.key !== key) continue
    const word = reference === equals ? 'equals' : 'derive'
    yield { path: `${key}.${word}`, message: `names ${formatKeyReference(reference)} itself` }
  }
}
