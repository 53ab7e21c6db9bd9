import type { ServiceStatus, Tag } from '@aws-sdk/client-apprunner'
import type { Image } from '../../cloud/image-catalog.ts'
import type { ServiceConfiguration } from './configuration.ts'
import type { Instance } from './instance.ts'
import type { OperationState } from './operation-state.ts'

/** A service of App Runner. */
export interface AppRunnerService {
  readonly name: string
  readonly id: string
  readonly arn: string
  /** The host at which it answers. */
  readonly url: string
  readonly createdAt: Date
  readonly kmsKey: string | undefined
  /** Newest first. */
  readonly operations: OperationState[]
  updatedAt: Date
  deletedAt: Date | undefined
  status: ServiceStatus
  configuration: ServiceConfiguration
  tags: readonly Tag[]
  /** App Runner's own copy of the image that was deployed last with success. */
  image: Image | undefined
  /** What requests go to. */
  instance: Instance | undefined
}
