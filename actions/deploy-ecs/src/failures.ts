import type { Deployment } from '@aws-sdk/client-ecs'
import { ActionError, formatSeconds, type FailureCode } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import {
  quoteLog,
  type Diagnosis,
  type Evidence,
  type GoBackEnd,
  type RolloutState,
} from '@deploy-actions/ecs'
import type { Work } from './deployment.ts'

/** What ended a rollout that did not succeed. */
export type Trigger =
  | 'circuit-breaker'
  | 'alarm'
  | 'timeout'
  | 'repeated-death'
  | 'rollback-failed'
  | 'stopped-by-somebody'

/** How going back ended, and the error that kept it from working. */
export interface WayBack {
  readonly end: GoBackEnd
  readonly error?: Error
}

/** Everything that a failed rollout is told by. */
export interface FailureFacts {
  readonly work: Work
  readonly trigger: Trigger
  readonly diagnosis: Diagnosis | undefined
  readonly outcome: string
  readonly back: WayBack | undefined
  readonly state: RolloutState | undefined
  /** What kept the version before from coming up again, where that was found out. */
  readonly obstacle?: string | undefined
}

/** Codes and words of the mechanisms, for when no root cause is known. */
const triggers: Readonly<Record<Trigger, { code: FailureCode; why: string; remedy: string }>> = {
  'circuit-breaker': {
    code: 'circuit-breaker',
    why: 'the circuit breaker of ECS ended the deployment',
    remedy:
      "Look at the service's events and its stopped tasks in the console; ECS keeps those for about an hour.",
  },
  alarm: {
    code: 'alarm',
    why: 'a CloudWatch alarm ended the deployment',
    remedy: 'Look at what the alarm measures: it fired while the new version was taking over.',
  },
  timeout: {
    code: 'timeout',
    why: 'it was not finished in time',
    remedy:
      'When the service needs longer by its nature, raise timeout; the timeline shows where the time went.',
  },
  'repeated-death': {
    code: 'crash',
    why: 'its tasks kept dying the same way',
    remedy: 'Read the last lines of the container and mend what it complains about.',
  },
  'rollback-failed': {
    code: 'rollback-failed',
    why: 'it failed, and ECS could not go back either',
    remedy:
      'The service is in need of a person: look at its deployments now, and deploy a version that is known to work.',
  },
  'stopped-by-somebody': {
    code: 'cancelled',
    why: 'somebody stopped it',
    remedy:
      'Ask who stopped the deployment in the console or by the API (CloudTrail names StopServiceDeployment), and run the step again when it should go on.',
  },
}

/** The error of a failed rollout: the root cause where one is known, else the mechanism. */
export function failureOf(facts: FailureFacts): ActionError {
  const { trigger, diagnosis, state, obstacle } = facts
  const mechanism = triggers[trigger]
  const lines = [
    whatEnded(facts),
    ...(obstacle === undefined ? [] : [`The version before did not come up again: ${obstacle}.`]),
    ...(diagnosis ? [diagnosis.headline, ...diagnosis.details, ...quoteLog(diagnosis.log)] : []),
    ...(state?.reason && state.status !== 'in-progress' ? [`ECS says: ${state.reason}`] : []),
  ]
  const message = lines.join('\n')
  if (trigger !== 'rollback-failed') {
    const { code, remedy } = diagnosis ?? mechanism
    return new ActionError({ code, message, remedy })
  }
  const remedy = [mechanism.remedy, diagnosis?.remedy].filter(Boolean).join(' ')
  return new ActionError({ code: mechanism.code, message, remedy })
}

/** What ended the rollout, and where the service stands, in one line. */
function whatEnded({ work, trigger, state, outcome, back }: FailureFacts): string {
  const name = work.observed.service.serviceName ?? 'the service'
  const alarms = state?.triggeredAlarms.length ? ` (${state.triggeredAlarms.join(', ')})` : ''
  const time = trigger === 'timeout' ? ` (${formatSeconds(work.plan.timeoutSeconds)})` : ''
  const standing = trigger === 'rollback-failed' ? whatRan(state) : whereItStands(outcome, back)
  return `The deployment of ${name} failed: ${triggers[trigger].why}${alarms}${time}. ${standing}`
}

/** What is left of a service that is in need of a person. */
function whatRan(state: RolloutState | undefined): string {
  const { source, target } = state ?? { source: { running: 0 }, target: { running: 0 } }
  return `When that ended, ${source.running} old and ${target.running} new tasks ran.`
}

const standings: Readonly<Record<GoBackEnd, string>> = {
  'rolled-back': 'The version that ran before is steady again.',
  'succeeded-after-all': 'It succeeded before it could be stopped.',
  'nothing-to-go-back-to': 'There is no earlier version to go back to.',
  superseded: 'Another deployment took over before this step could go back.',
  'timed-out': 'Going back was begun and did not end in time.',
  failed: 'Going back was tried and failed as well.',
}

function whereItStands(outcome: string, back: WayBack | undefined): string {
  if (outcome === 'rolled-back') return standings['rolled-back']
  if (back === undefined) return 'The service was left as it is.'
  const { end, error } = back
  if (error === undefined) return standings[end]
  const remedy = error instanceof ActionError ? ` ${error.remedy}` : ''
  return `${standings[end]} ${error.message}${remedy}`
}

/**
 * What ended the step ended only the step: the rollout goes on. A resource that was there when the
 * step began and is gone now is nobody's wrong input.
 */
export function abandoned({ observed }: Pick<Work, 'observed'>, thrown: unknown): ActionError {
  if (!(thrown instanceof ActionError)) throw thrown
  return new ActionError({
    code: thrown.code === 'input' ? 'conflict' : thrown.code,
    message: `${whatHappened(thrown, observed)}\n${thrown.code === 'input' ? 'What became of the rollout is not known.' : `The rollout of ${observed.service.serviceName} goes on without this step; how it ends is not known.`}`,
    remedy: thrown.remedy,
    cause: thrown,
  })
}

function whatHappened(thrown: ActionError, { service }: Work['observed']): string {
  if (thrown.code !== 'input') return thrown.message
  const words = thrown.message.replace(/^Input \S+: /, '')
  return `${service.serviceName} was changed by somebody meanwhile: ${words}`
}

/** The deployment that took the place of ours. */
export type Successor = Deployment

/** Another deployment took the place of ours: whether ours would have worked is not known. */
export function supersededFailure({ observed }: Work, successor: Successor): ActionError {
  const { id = '', taskDefinition = '', createdAt } = successor
  return new ActionError({
    code: 'superseded',
    message: `Another deployment of ${observed.service.serviceName} took over before this one had ended: ${id} of ${nameFromArn(taskDefinition)}, begun at ${createdAt?.toISOString()}.`,
    remedy:
      'Look which run or person deployed at that time. A concurrency group for each environment keeps the runs of a workflow apart.',
  })
}

/** The rollout succeeded, and the checks of `verify` failed. */
export function verifyFailure(
  { observed }: Work,
  unhealthy: ActionError,
  { outcome, back }: { readonly outcome: string; readonly back: WayBack | undefined },
): ActionError {
  return new ActionError({
    code: unhealthy.code,
    message: `${observed.service.serviceName} was rolled out, and did not pass. ${whereItStands(outcome, back)}\n${unhealthy.message}`,
    remedy: unhealthy.remedy,
    cause: unhealthy,
  })
}

/** The rollout succeeded on nothing, which nobody had asked for. */
export function scaledAwayFailure({ observed }: Work): ActionError {
  return new ActionError({
    code: 'conflict',
    message: `Somebody set the desired count of ${observed.service.serviceName} to 0 while it was deployed: nothing runs that could prove this version.`,
    remedy:
      'Ask who did (CloudTrail names UpdateService), set the desired count again, and run this step again.',
  })
}

/** The rollout succeeded and runs something else than was asked for. */
export function digestFailure(
  { observed }: Pick<Work, 'observed'>,
  mismatches: Evidence['mismatches'],
): ActionError {
  const lines = mismatches.map(
    ({ container, wanted, running }) => `  - ${container} should run ${wanted} and runs ${running}`,
  )
  return new ActionError({
    code: 'image',
    message: `${observed.service.serviceName} is rolled out and does not run the images that were asked for:\n${lines.join('\n')}`,
    remedy: 'Look for a mirror, a pull-through cache or a person that changes images on their way.',
  })
}
