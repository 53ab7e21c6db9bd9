import { InvalidValue } from '@deploy-actions/action-kit'
import { isKept, textOf, type Document, type Value } from '../document/index.ts'
import type { SecretRequest } from '../request.ts'
import { fillTemplate, formatKeyReference, referencesOf } from '../schema/index.ts'
import type { KeyReference, Rule, Template } from '../schema/index.ts'
import { whyAbsent, type FindSecret } from './find-secret.ts'

/** A secret of the step: what is asked of it, what it holds, and values to take where one is to be generated. */
export interface Draft {
  readonly request: SecretRequest
  readonly stored: Document
  readonly drawn: ReadonlyMap<string, string>
}

/** What a key is going to hold, and why. */
export interface Wanted {
  readonly value: Value | undefined
  readonly how: 'given' | 'generated' | 'derived' | 'stored'
  /** Why a value that was given is not written, which does not keep the others from being written. */
  readonly passedOver?: string
  /** Why nothing may be written. */
  readonly problem?: string
}

/** Gives what keys are going to hold, each found out once. */
export type FindWanted = (draft: Draft, key: string) => Wanted

/** Finds out what the keys of all secrets of a step are going to hold: they may be derived from each other. */
export function wantedValues(find: FindSecret): FindWanted {
  const known = new Map<Draft, Map<string, Wanted>>()
  const underWay: string[] = []
  const findWanted: FindWanted = (draft, key) => {
    const ofDraft = known.get(draft) ?? new Map<string, Wanted>()
    known.set(draft, ofDraft)
    const before = ofDraft.get(key)
    if (before !== undefined) return before
    const wanted = isDerived(draft, key)
      ? deriveOnce(draft, key, { underWay, find, read: (ref) => read(draft, ref) })
      : plainly(draft, key)
    // Of a circle, what was found out inside of it names the circle.
    const first = ofDraft.get(key) ?? wanted
    ofDraft.set(key, first)
    return first
  }
  const read = (draft: Draft, reference: KeyReference): Value | undefined =>
    valueBehind(reference, { draft, find, wanted: findWanted })
  return findWanted
}

/** What a reference stands for once everything is written; undefined where there is nothing. */
export function valueBehind(
  { secret, key }: KeyReference,
  { draft, find, wanted }: { draft: Draft; find: FindSecret; wanted: FindWanted },
): Value | undefined {
  const target = secret === undefined ? { draft } : find(secret)
  if ('draft' in target) return wanted(target.draft, key).value
  return 'document' in target ? target.document.get(key) : undefined
}

/** What is kept whatever else is asked, and what was given. */
function plainly({ request, stored, drawn }: Draft, key: string): Wanted {
  const { given } = request
  const rule = request.schema.get(key)
  const value = stored.get(key)
  if (isLeftAlone(rule, value)) {
    const isPassedOver = given.has(key) && !isKept(value, given.get(key))
    return {
      value,
      how: 'stored',
      ...(isPassedOver && { passedOver: `the schema says policy: ${rule?.policy ?? ''}` }),
    }
  }
  if (given.has(key)) return { value: given.get(key), how: 'given' }
  if (value === undefined) {
    const fresh = rule?.generate === undefined ? undefined : drawn.get(key)
    return { value: fresh, how: fresh === undefined ? 'stored' : 'generated' }
  }
  // What this step made itself is nothing that somebody forgot to give.
  const isOwn = rule?.generate !== undefined
  return { value: request.others === 'keep' || isOwn ? value : undefined, how: 'stored' }
}

function isLeftAlone(rule: Rule | undefined, stored: Value | undefined): boolean {
  if (rule?.policy === 'never-touch') return true
  return rule?.policy === 'create-only' && stored !== undefined
}

function isDerived({ request, stored }: Draft, key: string): boolean {
  const rule = request.schema.get(key)
  return rule?.derive !== undefined && !isLeftAlone(rule, stored.get(key))
}

interface Deriving {
  /** Keys that wait for what they are derived from. */
  readonly underWay: string[]
  readonly find: FindSecret
  readonly read: (reference: KeyReference) => Value | undefined
}

function deriveOnce(draft: Draft, key: string, { underWay, find, read }: Deriving): Wanted {
  const { request, stored } = draft
  const rule = request.schema.get(key)
  const name = `${request.id}#${key}`
  if (request.given.has(key)) {
    const problem = 'is given although its schema derives it; leave it out, or take derive away'
    return { value: request.given.get(key), how: 'given', problem }
  }
  if (underWay.includes(name)) {
    const circle = [...underWay.slice(underWay.indexOf(name)), name].join(' from ')
    return { value: undefined, how: 'derived', problem: `is derived from itself: ${circle}` }
  }
  underWay.push(name)
  const derived = derive(rule?.derive ?? [], { find, read })
  underWay.pop()
  if (derived.value !== undefined) return { value: derived.value, how: 'derived' }
  // Nothing that it could be made of is there, and nobody needs it.
  const isNeeded = rule?.isRequired === true || stored.has(key) || derived.isPartly
  return isNeeded
    ? { value: undefined, how: 'derived', problem: derived.problem }
    : { value: undefined, how: 'derived' }
}

/** What a template gives, or why it gives nothing. */
export type Derived =
  | { readonly value: string }
  | { readonly value: undefined; readonly problem: string; readonly isPartly: boolean }

/** Fills a template; says which of its values are missing, and which filter could not take one. */
export function derive(
  template: Template,
  { find, read }: { find: FindSecret; read: (reference: KeyReference) => Value | undefined },
): Derived {
  const references = referencesOf(template)
  const values = new Map(references.map((reference) => [reference, read(reference)]))
  const missing = references.filter((reference) => values.get(reference) === undefined)
  if (missing.length > 0) {
    const name = (one: KeyReference): string => `${formatKeyReference(one)}${whyAbsent(one, find)}`
    const names = [...new Set(missing.map(name))].join(', ')
    const problem = `cannot be derived, since there is no value of ${names}`
    return { value: undefined, problem, isPartly: missing.length < references.length }
  }
  try {
    return { value: fillTemplate(template, (reference) => textOf(values.get(reference) ?? '')) }
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    const [first] = error.problems
    return {
      value: undefined,
      problem: `cannot be derived: ${first?.message ?? ''}`,
      isPartly: true,
    }
  }
}
