import { formatDocument, parseDocument, type Document } from './document/index.ts'
import type { Observed, ObservedSecret } from './observe.ts'
import { judgeDocument } from './plan/judge.ts'
import { differences } from './plan/description.ts'
import { secretFinder, type FindSecret } from './plan/find-secret.ts'
import { absence, obstacles, type Obstacle } from './plan/obstacles.ts'
import { opacityOf, unkeepable, unreadable, type Opacity } from './plan/opaque.ts'
import { owners } from './plan/owners.ts'
import { planDocument, unusedKeys, type Change, type KeyPlan } from './plan/plan-secret.ts'
import { warningsOf } from './plan/warnings.ts'
import { wantedValues, type Draft } from './plan/wanted.ts'
import type { SecretRequest } from './request.ts'
import { isKeyManifestTag } from '@deploy-actions/aws'
import { currentVersionId, type Stored } from './store/stored.ts'

/** What becomes of the secrets of a step, in their order, and what keeps that from being done. It has no values. */
export type Plan = readonly SecretPlan[]

/** What becomes of one secret. */
export interface SecretPlan {
  readonly id: string
  readonly action: 'create' | 'restore' | 'write' | 'keep'
  readonly keys: readonly KeyPlan[]
  /** Why it may not be written or read, besides what is wrong with its keys. */
  readonly obstacles: readonly Obstacle[]
  /** Whether another version is current than was expected. */
  readonly isOvertaken: boolean
  /** What of its description, key and tags is going to be set, in words. */
  readonly described: readonly string[]
  /** Whether the names of its keys are recorded in its tags. */
  readonly recordsKeys: boolean
  /** Whether tags with names of keys are taken away, since they are not wanted. */
  readonly forgetsKeys: boolean
  /** What its user should know, although it can be written. */
  readonly warnings: readonly string[]
  readonly unusedKeys: readonly string[]
}

/** The text that each secret of a plan is to have, in the plan's order. Never print it. */
export type Content = readonly string[]

/** Decides what becomes of each secret, from what is asked and what is stored. */
export function planSecrets(observed: Observed): {
  readonly plan: Plan
  readonly content: Content
} {
  const secrets = observed.secrets.map(toDraft)
  const find = finder(secrets, observed)
  const wanted = wantedValues(find)
  const planned = secrets.map((secret) => {
    const { keys, document } = planDocument(secret.draft, find, wanted)
    const text = formatDocument(document, secret.draft.request.notation)
    return { plan: planOne(secret, { keys, text, document, observed }), text }
  })
  return { plan: planned.map(({ plan }) => plan), content: planned.map(({ text }) => text) }
}

/** Holds what is stored against the schemas. */
export function judgeSecrets(observed: Observed): Plan {
  const secrets = observed.secrets.map(toDraft)
  const find = finder(secrets, observed)
  return secrets.map(({ draft, stored, opacity }) => {
    const { request } = draft
    const isThere = stored.kind === 'found' && opacity === 'none'
    return {
      id: request.id,
      action: 'keep',
      // What is wrong with keys says nothing where there are none.
      keys: isThere ? judgeDocument(draft, find).keys : [],
      obstacles: [...absence(request, stored), ...unreadable(request, opacity)],
      isOvertaken: isOvertaken(request, stored),
      described: [],
      recordsKeys: false,
      forgetsKeys: false,
      warnings: [],
      unusedKeys: isThere ? unusedKeys(request, draft.stored) : [],
    }
  })
}

interface Drafted {
  readonly draft: Draft
  readonly stored: Stored
  readonly opacity: Opacity
  readonly heldVersions: number | undefined
}

function toDraft({ request, stored, drawn, heldVersions }: ObservedSecret): Drafted {
  const draft = { request, drawn, stored: storedDocument(stored, request) ?? new Map() }
  return { draft, stored, opacity: opacityOf(stored, request), heldVersions }
}

/** What a secret holds; undefined where that cannot be read as the request wants it. */
export function storedDocument(
  stored: Stored,
  { notation }: Pick<SecretRequest, 'notation'>,
): Document | undefined {
  if (stored.kind !== 'found' || stored.current === undefined) return new Map()
  const { text } = stored.current
  return text === undefined ? undefined : parseDocument(text, notation)
}

/** Secrets of the step by their name, their ARN and whatever else the user wrote for them; then others that were read. */
function finder(secrets: readonly Drafted[], { others, sameAs }: Observed): FindSecret {
  const drafts = secrets.map(({ draft, stored }) => {
    const told = stored.kind === 'missing' ? [] : [stored.secret.name, stored.secret.arn]
    const names = [draft.request.id, ...told]
    const more = [...sameAs].flatMap(([written, meant]) => (names.includes(meant) ? [written] : []))
    return { draft, names: [...names, ...more] }
  })
  return secretFinder(drafts, others)
}

interface Outcome {
  readonly keys: readonly KeyPlan[]
  readonly text: string
  readonly document: Document
  readonly observed: Observed
}

function planOne(secret: Drafted, { keys, text, document, observed }: Outcome): SecretPlan {
  const { draft, stored, opacity, heldVersions } = secret
  const { request } = draft
  const action = actionFor(secret, keys)
  const { otherWriters } = observed
  const isWritten = action === 'write'
  const described = stored.kind === 'found' ? differences(stored.secret, request) : []
  const others = owners(request, stored, otherWriters)
  const unkept = unkeepable(request, opacity)
  const isReplaced = isWritten && opacity !== 'none' && unkept.length === 0
  return {
    id: request.id,
    action,
    // What a secret that is scheduled for deletion holds is not known: nothing is missed before it is restored.
    keys: keys.filter(({ change }) => action !== 'restore' || change !== 'absent'),
    obstacles: [
      ...(action === 'keep'
        ? []
        : obstacles({ request, stored, text, otherWriters, heldVersions })),
      ...(action === 'keep' && described.length > 0 ? others : []),
      ...unkept,
    ],
    isOvertaken: isOvertaken(request, stored),
    described,
    ...manifestPlan(secret, { isWritten, isOurs: others.length === 0 }),
    warnings: warningsOf({
      ...{ request, stored, keys, isWritten, heldVersions },
      replaced: isReplaced ? opacity : 'none',
    }),
    unusedKeys: unusedKeys(request, document),
  }
}

/** Names of keys are recorded of what has keys, by whoever keeps the secret. */
function manifestPlan(
  { draft: { request }, stored, opacity }: Drafted,
  { isWritten, isOurs }: { readonly isWritten: boolean; readonly isOurs: boolean },
): Pick<SecretPlan, 'recordsKeys' | 'forgetsKeys'> {
  const hasKeys = request.notation === 'json' && (isWritten || opacity === 'none')
  const tags = stored.kind === 'found' ? stored.secret.tags : []
  const isRecorded = tags.some(({ Key = '' }) => isKeyManifestTag(Key))
  return {
    recordsKeys: request.keyManifest && hasKeys && isOurs,
    forgetsKeys: !request.keyManifest && isRecorded && isOurs,
  }
}

function actionFor({ stored }: Drafted, keys: readonly KeyPlan[]): SecretPlan['action'] {
  if (stored.kind === 'missing') return 'create'
  if (stored.kind === 'deleted') return 'restore'
  const isChanged = keys.some(({ change }) => !isLeft(change))
  return isChanged ? 'write' : 'keep'
}

/** Whether a key stays as it is, be it there or not. */
function isLeft(change: Change): boolean {
  return change === 'unchanged' || change === 'absent'
}

function isOvertaken({ expectedVersion }: SecretRequest, stored: Stored): boolean {
  if (expectedVersion === undefined) return false
  const current = currentVersionId(stored)
  return expectedVersion === 'none' ? current !== undefined : current !== expectedVersion
}
