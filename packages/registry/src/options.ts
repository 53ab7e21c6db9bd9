import type { Log } from '@deploy-actions/action-kit'
import type { AwsClients } from '@deploy-actions/aws'
import type { RegistryCredentials } from './credentials.ts'
import type { Mirrors } from './reference/mirrors.ts'

/** What registries are asked with. */
export interface RegistriesOptions {
  readonly clients: AwsClients
  /** The signal of the run. */
  readonly signal: AbortSignal
  readonly log: Log
  readonly mirrors: Mirrors
  readonly credentials?: RegistryCredentials | undefined
  /** Nobody wants to know more of images than their digests: platforms, labels and sizes are not read. */
  readonly isDigestEnough?: boolean | undefined
}
