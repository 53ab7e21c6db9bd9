import type { LookupContext } from '@deploy-actions/aws'
import { parseDocument } from '../document/index.ts'
import type { OtherSecret } from '../plan/find-secret.ts'
import type { SecretRequest } from '../request.ts'
import { referencesOf, type KeyReference, type Rule, type Schema } from '../schema/index.ts'
import { lookAt } from '../store/look.ts'
import type { Stored } from '../store/stored.ts'

/** What stands behind the names of secrets in schemas that are none of the step by these names. */
export interface Others {
  /** What other secrets hold, by the name that is written there. */
  readonly others: ReadonlyMap<string, OtherSecret>
  /** The ARN of a secret of the step, by another name that is written for it: an ARN without its end, say. */
  readonly sameAs: ReadonlyMap<string, string>
}

/** A secret of the step, and what is stored of it. */
export interface Known {
  readonly request: SecretRequest
  readonly stored: Stored
}

/** Reads the secrets that schemas refer to. Throws an ActionError where the role may not. */
export async function readOthers(
  context: LookupContext,
  secrets: readonly Known[],
): Promise<Others> {
  const known = new Set(secrets.flatMap(({ request, stored }) => [request.id, ...namesOf(stored)]))
  const named = secrets.flatMap(({ request }) => referencedSecrets(request.schema))
  const unknown = [...new Set(named)].filter((id) => !known.has(id))
  const read = await Promise.all(
    unknown.map(async (id) => [id, await lookAt(context, id)] as const),
  )
  const others = new Map<string, OtherSecret>()
  const sameAs = new Map<string, string>()
  for (const [id, stored] of read) {
    // Only its ARN tells of which secret it is a name.
    const arn = namesOf(stored).find((name) => known.has(name))
    if (arn === undefined) others.set(id, toOther(id, stored))
    else sameAs.set(id, arn)
  }
  return { others, sameAs }
}

function namesOf(stored: Stored): readonly string[] {
  return stored.kind === 'missing' ? [] : [stored.secret.arn, stored.secret.name]
}

function toOther(id: string, stored: Stored): OtherSecret {
  if (stored.kind === 'missing') return { reason: `there is no secret ${id}` }
  if (stored.kind === 'deleted') return { reason: `${id} is scheduled for deletion` }
  const { current } = stored
  if (current === undefined) return { reason: `${id} has no value yet` }
  const document = current.text === undefined ? undefined : parseDocument(current.text, 'json')
  return document === undefined ? { reason: `${id} holds no JSON object` } : { document }
}

function referencedSecrets(schema: Schema): readonly string[] {
  return referencesIn(schema).flatMap(({ secret }) => (secret === undefined ? [] : [secret]))
}

/** The keys that the rules of a secret refer to. */
export function referencesIn(schema: Schema): readonly KeyReference[] {
  return [...schema.values()].flatMap(({ equals, derive }: Rule) => [
    ...(equals === undefined ? [] : [equals]),
    ...referencesOf(derive ?? []),
  ])
}
