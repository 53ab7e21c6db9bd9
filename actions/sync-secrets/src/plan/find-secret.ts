import type { Document } from '../document/index.ts'
import type { KeyReference } from '../schema/index.ts'
import type { Draft } from './wanted.ts'

/** What stands behind the name or ARN of a secret: a draft of this step, what another secret holds, or why that cannot be read. */
export type FoundSecret = { readonly draft: Draft } | OtherSecret

/** A secret that is none of this step. */
export type OtherSecret =
  | { readonly document: Document }
  /** Why it has no keys, as a clause: `there is no secret app`. */
  | { readonly reason: string }

/** Finds a secret by its name or ARN. */
export type FindSecret = (id: string) => FoundSecret

/** Why there can be no value behind a reference, in brackets behind its name; empty where only the key is not there. */
export function whyAbsent({ secret }: KeyReference, find: FindSecret): string {
  const target = secret === undefined ? undefined : find(secret)
  return target !== undefined && 'reason' in target ? ` (${target.reason})` : ''
}

/** A secret of the step, and the names and the ARN under which it is known. */
export interface NamedDraft {
  readonly draft: Draft
  readonly names: readonly string[]
}

/** Secrets of the step by each of their names; then others, by what the user wrote. */
export function secretFinder(
  drafts: readonly NamedDraft[],
  others: ReadonlyMap<string, OtherSecret>,
): FindSecret {
  const byName = new Map(drafts.flatMap(({ draft, names }) => names.map((name) => [name, draft])))
  return (id) => {
    const draft = byName.get(id)
    if (draft !== undefined) return { draft }
    return others.get(id) ?? { reason: `there is no secret ${id}` }
  }
}
