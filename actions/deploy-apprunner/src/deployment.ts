import type { Service } from '@aws-sdk/client-apprunner'
import type { ActionError } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import type { Context, Inputs } from './inputs.ts'
import type { LogTail } from './logs/read-logs.ts'
import { serviceOf, type Observed } from './observe.ts'
import type { Begun, Beginning } from './operation/begin.ts'
import type { Operation } from './operation/operations.ts'
import type { Plan } from './plan.ts'
import { imageOf, type Configuration } from './settings/configuration.ts'
import type { Difference } from './settings/differences.ts'

/** A stretch of time in which something was waited for. Times are milliseconds since the epoch. */
export interface Phase {
  readonly what: string
  readonly startedAt: number
  readonly endedAt: number
  readonly isBad: boolean
}

/** How a deployment ended, be it well or not. */
export interface Deployment {
  readonly outcome:
    | 'deployed'
    | 'created'
    | 'unchanged'
    | 'planned'
    | 'started'
    | 'rolled-back'
    | 'failed'
    | 'timed-out'
    | 'cancelled'
  readonly arn: string | undefined
  readonly service: Service | undefined
  readonly operation: Operation | undefined
  readonly operationId: string | undefined
  readonly previousImage: string | undefined
  readonly differences: readonly Difference[]
  readonly phases: readonly Phase[]
  readonly logs: readonly LogTail[]
  /** Why the step is red. */
  readonly failure: ActionError | undefined
}

/** App Runner takes no operation, as if another one were in the way. */
export interface Refused {
  readonly times: number
  /** Milliseconds since the epoch. */
  readonly since: number
  /** What it said last. */
  readonly words: string
}

/** What acting works with. */
export interface Work {
  readonly aws: LookupContext
  readonly context: Context
  readonly inputs: Inputs
  /** Milliseconds since the epoch. */
  readonly begunAt: number
  readonly deadline: number
  /** What was waited for before. */
  readonly phases: Phase[]
  /** What has succeeded already: a service was resumed, or a deployment of App Runner's own was joined. */
  earlier: { readonly deciding: Deciding; readonly operation: Operation } | undefined
  /** What App Runner says again and again to what it is asked for; undefined where it takes it. */
  refused: Refused | undefined
  /** Whether App Runner was given the time to notice that a watched tag was moved. */
  hasExpected: boolean
}

/** An operation that decides on this step. */
export interface Deciding {
  readonly observed: Observed
  readonly begun: Begun
  /** Undefined for an operation that App Runner started by itself. */
  readonly plan: Beginning | undefined
}

/** The configuration that a deployment can go back to; undefined where there is none, or none that ever ran. */
export function previousOf({ observed, plan }: Deciding): Configuration | undefined {
  const isBroken = serviceOf(observed)?.Status === 'CREATE_FAILED'
  return plan?.kind === 'update' && !isBroken ? observed.current : undefined
}

/** How a deployment ended, with what is known of it by then. */
export function ending(
  { phases }: Pick<Work, 'phases'>,
  { observed, begun, plan }: Deciding,
  end: Pick<Deployment, 'outcome'> & Partial<Deployment>,
): Deployment {
  const before = serviceOf(observed)
  return {
    arn: begun.arn,
    operationId: begun.operationId,
    service: before,
    operation: undefined,
    previousImage: before && imageOf(before),
    differences: plan?.kind === 'update' ? plan.differences : [],
    phases,
    logs: [],
    failure: undefined,
    ...end,
  }
}

/** The end of a step that started no operation of its own. */
export function resting(
  { phases }: Pick<Work, 'phases'>,
  observed: Observed,
  { plan, ...end }: Pick<Deployment, 'outcome'> & Partial<Deployment> & { readonly plan: Plan },
): Deployment {
  const service = serviceOf(observed)
  return {
    arn: service?.ServiceArn,
    service,
    operation: undefined,
    operationId: undefined,
    previousImage: service && imageOf(service),
    differences: plan.kind === 'update' ? plan.differences : [],
    phases,
    logs: [],
    failure: undefined,
    ...end,
  }
}
