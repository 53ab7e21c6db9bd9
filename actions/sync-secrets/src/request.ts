import type { Notation } from './document/index.ts'
import type { Schema } from './schema/index.ts'
import type { Given } from './values/given.ts'

/** What a step is to do with one secret. */
export interface SecretRequest {
  /** Name or ARN, as the user wrote it. */
  readonly id: string
  readonly notation: Notation
  /** What becomes of keys that are stored and not given. */
  readonly others: 'keep' | 'remove'
  readonly given: Given
  readonly schema: Schema
  readonly hasSchema: boolean
  readonly mayCreate: boolean
  readonly description: string | undefined
  readonly kmsKeyId: string | undefined
  readonly tags: ReadonlyMap<string, string>
  readonly restoreDeleted: boolean
  /** The id of the version that has to be the current one. */
  readonly expectedVersion: string | undefined
  readonly keyManifest: boolean
  readonly exports: readonly Export[] | undefined
}

/** A key that is exported to the job, and the name of the variable. */
export interface Export {
  readonly key: string
  readonly name: string
}
