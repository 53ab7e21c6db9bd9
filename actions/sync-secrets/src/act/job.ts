import type { Log } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import type { SecretPlan } from '../plan.ts'
import type { SecretRequest } from '../request.ts'
import type { Stored } from '../store/stored.ts'

/** A secret of the plan with all that writing it takes. */
export interface Job {
  readonly plan: SecretPlan
  readonly request: SecretRequest
  readonly stored: Stored
  readonly text: string
  readonly versionId: string
}

/** What became of a secret. */
export interface Written {
  readonly id: string
  readonly arn: string
  /** The current version; undefined for a secret without any. */
  readonly versionId: string | undefined
  /** The one before it, where this step wrote a version. */
  readonly previousVersionId: string | undefined
  readonly isChanged: boolean
}

/** What acting works with. */
export interface ActContext extends LookupContext {
  readonly log: Log
  /** Makes the id of a new version. */
  readonly newVersionId: () => string
  /** Hears of what of a secret was set besides its value. */
  readonly onDescribed: (id: string, what: string) => void
  /** Hears of each secret as soon as it is what it is to be. */
  readonly onWritten: (written: Written) => void
}
