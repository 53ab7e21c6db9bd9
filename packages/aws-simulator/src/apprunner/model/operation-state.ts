import type { OperationStatus, OperationType } from '@aws-sdk/client-apprunner'

/** Something that App Runner does to a service, which takes minutes. */
export interface OperationState {
  readonly id: string
  readonly type: OperationType
  readonly startedAt: Date
  status: OperationStatus
  updatedAt: Date
  endedAt: Date | undefined
}

/** As logs call it: without hyphens. */
export function logId({ id }: OperationState): string {
  return id.replaceAll('-', '')
}
