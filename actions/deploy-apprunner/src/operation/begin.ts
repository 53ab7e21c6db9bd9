import type { Service } from '@aws-sdk/client-apprunner'
import { call, DeadlineError, isAwsError, poll, type LookupContext } from '@deploy-actions/aws'
import type { Plan } from '../plan.ts'
import { configurationOf, type Configuration } from '../settings/configuration.ts'
import { hasExactly } from '../settings/differences.ts'
import { listOperations } from './operations.ts'
import { findService } from './service.ts'

/** An operation that this step started. */
export interface Begun {
  readonly arn: string
  readonly operationId: string
  /** A service that was just created, where the answer tells of it. */
  readonly created?: Service
}

/** What starts an operation. */
export type Beginning = Extract<
  Plan,
  { readonly kind: 'create' | 'update' | 'redeploy' | 'resume' }
>

/** Where an operation is begun, and who hears why App Runner takes none. */
export interface BeginContext extends LookupContext {
  readonly onRefusal?: (words: string) => void
}

/**
 * Starts the operation of a plan; `id` is the service's ARN, or the name of one that is not there. Undefined where App Runner takes
 * none, since somebody else's has begun meanwhile. Throws an ActionError for all other refusals.
 */
export async function begin(
  context: BeginContext,
  id: string,
  plan: Beginning,
): Promise<Begun | undefined> {
  const startedAt = Date.now()
  try {
    return await send(context, id, plan)
  } catch (error) {
    if (!isBusy(error)) throw error
    const ours = wasRepeated(error) ? await findOurs(context, id, { plan, startedAt }) : undefined
    if (ours === undefined) context.onRefusal?.(error instanceof Error ? error.message : '')
    return ours
  }
}

/**
 * Whether another operation is in the way, or somebody else has just created the service; StartDeployment and CreateService have no
 * exceptions of their own for that.
 */
function isBusy(error: unknown): boolean {
  if (isAwsError(error, 'InvalidStateException')) return true
  const words = error instanceof Error ? error.message : ''
  return (
    isAwsError(error, 'InvalidRequestException') && /\bRUNNING state\b|already exists/.test(words)
  )
}

/** Whether the SDK had asked before: the answer may have been lost, and what is in the way be what was asked for. */
function wasRepeated(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { $metadata: metadata } = error as { readonly $metadata?: { readonly attempts?: number } } // as the SDK's exceptions have it
  return (metadata?.attempts ?? 1) > 1 || wasRepeated(error.cause)
}

const types = {
  create: 'CREATE_SERVICE',
  update: 'UPDATE_SERVICE',
  redeploy: 'START_DEPLOYMENT',
  resume: 'RESUME_SERVICE',
} as const

/** Clocks of runners may be a little ahead of AWS's. */
const clockDifferenceMs = 5_000

/** What has begun may be listed a little later only. */
const listedWithinMs = 15_000

/** What an operation is to make of a service; nothing where it changes no setting. */
function sentWith(plan: Beginning): Configuration {
  if (plan.kind === 'update') return plan.parts
  if (plan.kind !== 'create') return {}
  const { ServiceName: _name, Tags: _tags, EncryptionConfiguration: _key, ...sent } = plan.input
  return sent
}

/** The operation that the call had begun whose answer was lost; undefined where it was somebody else's. */
async function findOurs(
  context: LookupContext,
  id: string,
  { plan, startedAt }: { readonly plan: Beginning; readonly startedAt: number },
): Promise<Begun | undefined> {
  const look = async (): Promise<Begun | undefined> => {
    const found = await findService(context, id)
    if (found.kind === 'missing') return undefined
    const has = configurationOf(found.service)
    if (!hasExactly(has, sentWith(plan))) return undefined
    const operations = await listOperations(context, found.arn)
    const ours = operations.find(
      ({ Type, StartedAt }) =>
        Type === types[plan.kind] && (StartedAt?.getTime() ?? 0) >= startedAt - clockDifferenceMs,
    )
    if (ours?.Id === undefined) return undefined
    const created = plan.kind === 'create' ? { created: found.service } : {}
    return { arn: found.arn, operationId: ours.Id, ...created }
  }
  const deadline = Date.now() + listedWithinMs
  try {
    return await poll(look, { signal: context.signal, deadline, delayMs: () => 5_000 })
  } catch (error) {
    if (error instanceof DeadlineError) return undefined
    throw error
  }
}

async function send(
  { clients, signal }: LookupContext,
  arn: string,
  plan: Beginning,
): Promise<Begun> {
  const sdk = await import('@aws-sdk/client-apprunner')
  const client = await clients.appRunner()
  const options = { signal, resource: arn }
  if (plan.kind === 'create') {
    const command = new sdk.CreateServiceCommand(plan.input)
    const { Service: service, OperationId = '' } = await call(client, command, { signal })
    const arnOfService = service?.ServiceArn ?? ''
    return { arn: arnOfService, operationId: OperationId, ...(service && { created: service }) }
  }
  if (plan.kind === 'update') {
    const command = new sdk.UpdateServiceCommand({ ServiceArn: arn, ...plan.parts })
    return { arn, operationId: (await call(client, command, options)).OperationId ?? '' }
  }
  const target = { ServiceArn: arn }
  const { OperationId: operationId = '' } =
    plan.kind === 'redeploy'
      ? await call(client, new sdk.StartDeploymentCommand(target), options)
      : await call(client, new sdk.ResumeServiceCommand(target), options)
  return { arn, operationId }
}
