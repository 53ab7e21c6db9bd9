import type { OperationSummary } from '@aws-sdk/client-apprunner'
import { call, type LookupContext } from '@deploy-actions/aws'

/** An operation of a service, newest first in lists. */
export type Operation = OperationSummary

/** The newest operations of a service. */
export async function listOperations(
  { clients, signal }: LookupContext,
  arn: string,
): Promise<readonly Operation[]> {
  const { ListOperationsCommand } = await import('@aws-sdk/client-apprunner')
  const command = new ListOperationsCommand({ ServiceArn: arn, MaxResults: 20 })
  const answer = await call(await clients.appRunner(), command, { signal, resource: arn })
  return answer.OperationSummaryList ?? []
}

/** Whether an operation is over, well or not. */
export function isOver({ Status }: Pick<Operation, 'Status'>): boolean {
  return Status !== undefined && over.has(Status)
}

const over: ReadonlySet<string> = new Set([
  'SUCCEEDED',
  'FAILED',
  'ROLLBACK_SUCCEEDED',
  'ROLLBACK_FAILED',
])

/**
 * Whether the configuration was last changed while the service was paused: resuming runs what ran before.
 * https://docs.aws.amazon.com/apprunner/latest/dg/manage-pause.html
 */
export function wasUpdatedWhilePaused(operations: readonly Operation[]): boolean {
  let isPaused = false
  let wasPaused = false
  for (const { Type, Status } of operations.toReversed()) {
    if (Status !== 'SUCCEEDED') continue
    if (Type === 'PAUSE_SERVICE') isPaused = true
    if (Type === 'RESUME_SERVICE') isPaused = false
    if (Type === 'UPDATE_SERVICE' || Type === 'START_DEPLOYMENT') wasPaused = isPaused
  }
  return wasPaused
}

/** What an operation does, in words. */
export function describeOperation({ Type, Id = '' }: Pick<Operation, 'Type' | 'Id'>): string {
  return `${nameOf(Type)} ${Id}`
}

/** The name of an operation in small letters: `update service`. */
export function nameOf(type: Operation['Type']): string {
  return (type ?? 'operation').toLowerCase().replaceAll('_', ' ')
}
