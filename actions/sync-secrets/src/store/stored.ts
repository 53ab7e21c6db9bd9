import type { FoundSecret } from '@deploy-actions/aws'

/** What Secrets Manager has under the id of a secret. */
export type Stored = MissingSecret | DeletedSecret | StoredSecret

/** Nothing. */
export interface MissingSecret {
  readonly kind: 'missing'
  /** What there is instead, as whole sentences; may be empty. */
  readonly instead: string
}

/** A secret that is scheduled for deletion: nobody can read or write it until that is taken back. */
export interface DeletedSecret {
  readonly kind: 'deleted'
  readonly secret: FoundSecret
  readonly deletedAt: Date
  /** The id of its current version; undefined for a secret that was never given a value. */
  readonly versionId: string | undefined
}

/** A secret that can be read. */
export interface StoredSecret {
  readonly kind: 'found'
  readonly secret: FoundSecret
  /** Undefined for a secret that was never given a value. */
  readonly current: CurrentVersion | undefined
}

/** The version that readers get. */
export interface CurrentVersion {
  readonly id: string
  readonly createdAt: Date | undefined
  /** Undefined for a value that is bytes and no text. */
  readonly text: string | undefined
}

/** The id of the version that readers get, or will get once the secret is restored; undefined where there is none. */
export function currentVersionId(stored: Stored): string | undefined {
  if (stored.kind === 'missing') return undefined
  return stored.kind === 'found' ? stored.current?.id : stored.versionId
}
