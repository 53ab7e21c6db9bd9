import { inGroup, type ActionError } from '@deploy-actions/action-kit'
import { DeadlineError, poll } from '@deploy-actions/aws'
import {
  gatherEvidence,
  goBack,
  type Diagnosis,
  type RolloutState,
  type WatchEnd,
} from '@deploy-actions/ecs'
import type { BegunRollout, Deployment, Work } from './deployment.ts'
import { bringUpToDate, explain } from './diagnose.ts'
import { findObstacle } from './obstacle.ts'
import {
  digestFailure,
  failureOf,
  scaledAwayFailure,
  supersededFailure,
  verifyFailure,
  type Successor,
  type Trigger,
  type WayBack,
} from './failures.ts'
import { verify } from './verify.ts'

type FailedOutcome = (Deployment & { kind: 'failed' })['outcome']

/** A rollout that has ended, or that nobody waits for any longer. */
export interface Ended {
  readonly begun: BegunRollout
  readonly end: WatchEnd
  /** What was found out and printed already. */
  readonly known?: Diagnosis | undefined
}

/** Turns the end of a watch into the result of the step: proof of success, or the way back. */
export async function conclude(work: Work, { begun, end, known }: Ended): Promise<Deployment> {
  if (end.kind === 'over' && end.state.status === 'successful') {
    if (await staysAlive(work, begun)) return prove(work, begun, end.state)
    return fail(work, { begun, end: { kind: 'enough', state: end.state }, known })
  }
  const successor = await findSuccessor(work, begun, end)
  return successor ? superseded(work, begun, successor) : fail(work, { begun, end, known })
}

async function fail(work: Work, { begun, end, known }: Ended): Promise<Deployment> {
  const first = known ? bringUpToDate(known, begun) : await explain(work, begun)
  const back = isOwnMatter(end) ? await wayBack(work, begun, end.state) : undefined
  if (back?.end === 'succeeded-after-all' && (await staysAlive(work, begun))) {
    return prove(work, begun, end.state)
  }
  // Tasks whose death was learned of on the way back tell the cause as well.
  const isLate = first === undefined && begun.record.deaths.length > 0
  const diagnosis = isLate ? await explain(work, begun) : first
  const outcome = outcomeOf(end, back)
  const isStuck = triggerOf(end) === 'rollback-failed' || back?.end === 'failed'
  const failure = failureOf({
    obstacle: isStuck ? await findObstacle(work, begun) : undefined,
    work,
    trigger: triggerOf(end),
    diagnosis,
    outcome,
    back,
    state: end.state,
  })
  return { kind: 'failed', outcome, failure, diagnosis, ...begun }
}

/** Time that tasks get to prove that they stay, when some of them died during the rollout. */
const settleWithinMs = 5 * 60_000

/** How long tasks that are missing, of which none died, are waited for: somebody may have scaled up. */
const missingPatienceMs = 60_000

async function staysAlive(work: Work, { watcher, record }: BegunRollout): Promise<boolean> {
  const { context } = work
  const settles = async (): Promise<boolean> => {
    const end = await watcher.settles({
      deadline: Date.now() + settleWithinMs,
      isPartEnough: hasEarlySuccess(work),
      patienceMs: missingPatienceMs,
    })
    // Tasks that are only missing are told with the success.
    return end !== 'dying'
  }
  if (record.deaths.length === 0) return settles()
  return inGroup(context.host, 'See whether the new tasks outlive those that died', settles)
}

/** Whether ECS may call a rollout successful before all its tasks are there. */
function hasEarlySuccess({ observed: { service } }: Work): boolean {
  return service.deploymentConfiguration?.earlySuccessCriteria?.enable === true
}

async function prove(
  work: Work,
  begun: BegunRollout,
  state: RolloutState | undefined,
): Promise<Deployment> {
  const { rollout } = begun
  const evidence = await gatherEvidence(work.ecs, rollout, work.plan.definition)
  if (evidence.mismatches.length > 0) {
    return takeBack(work, begun, { state, unhealthy: digestFailure(work, evidence.mismatches) })
  }
  const { desiredCount = 0, runningCount = 0 } = await rollout.describeService(work.ecs)
  const nothingRuns = desiredCount === 0
  if (nothingRuns && !isMeantToRunNothing(work)) {
    const failure = scaledAwayFailure(work)
    return { kind: 'failed', outcome: 'failed', failure, diagnosis: undefined, ...begun }
  }
  const unhealthy = nothingRuns ? undefined : await verifyRollout(work)
  if (unhealthy !== undefined) return takeBack(work, begun, { state, unhealthy })
  const isEarly = hasEarlySuccess(work) && state !== undefined
  const share = isEarly ? state.target : undefined
  const missing = isEarly ? 0 : desiredCount - runningCount
  return { kind: 'succeeded', evidence, nothingRuns, share, missing, ...begun }
}

async function verifyRollout(work: Work): Promise<ActionError | undefined> {
  const { verification } = work.inputs
  return verification === undefined ? undefined : verify(work, verification)
}

interface Unhealthy {
  readonly state: RolloutState | undefined
  readonly unhealthy: ActionError
}

/** ECS is content with the rollout, and checks or digests are not: only an update leads back. */
async function takeBack(
  work: Work,
  begun: BegunRollout,
  { state, unhealthy }: Unhealthy,
): Promise<Deployment> {
  const back = await wayBack(work, begun, state)
  const outcome =
    back?.end === 'rolled-back' || back?.end === 'superseded' ? back.end : ('failed' as const)
  const failure = verifyFailure(work, unhealthy, { outcome, back })
  return { kind: 'failed', outcome, failure, diagnosis: undefined, ...begun }
}

/** Whether a desired count of 0 was configured before, or asked for. */
function isMeantToRunNothing({ inputs, observed }: Work): boolean {
  return (inputs.settings.desiredCount ?? observed.service.desiredCount) === 0
}

function superseded(work: Work, begun: BegunRollout, successor: Successor): Deployment {
  const failure = supersededFailure(work, successor)
  return { kind: 'failed', outcome: 'superseded', failure, diagnosis: undefined, ...begun }
}

/** A stop without a reason of ECS's own is most often a newer deployment, which may be listed late. */
const successorWithinMs = 15_000

async function findSuccessor(
  { ecs }: Work,
  { rollout }: BegunRollout,
  end: WatchEnd,
): Promise<Successor | undefined> {
  if (end.kind !== 'over' || end.state.status !== 'stopped') return undefined
  const hasOwnReason = end.state.circuitBreaker?.triggered || end.state.triggeredAlarms.length > 0
  try {
    return await poll(() => rollout.findSuccessor(ecs), {
      signal: ecs.signal,
      deadline: Date.now() + (hasOwnReason ? 0 : successorWithinMs),
      delayMs: () => 3_000,
    })
  } catch (error) {
    if (error instanceof DeadlineError) return undefined
    throw error
  }
}

/** Whether it is on this step to go back: ECS has not done so, and will not by itself. */
function isOwnMatter(end: WatchEnd): boolean {
  return end.kind !== 'over' || end.state.status === 'stopped'
}

/** Going back may take as long as a rollout by itself. */
const goBackWithinMs = 15 * 60_000

/** A way back that fails is told besides the root cause, not in its place. */
async function wayBack(
  { context, ecs, inputs, observed }: Work,
  { rollout, watcher, record }: BegunRollout,
  state: RolloutState | undefined,
): Promise<WayBack | undefined> {
  if (inputs.onFailure === 'leave') return undefined
  record.isBeingTakenBack = true
  const options = {
    rollout,
    watcher,
    state,
    previous: observed.previousArn,
    deadline: Date.now() + goBackWithinMs,
    onDenied: ({ message, remedy }: ActionError) =>
      context.host.warning(`${message} ${remedy} Meanwhile the way back is an update.`),
  }
  try {
    const end = await inGroup(context.host, 'Go back to what ran before', () =>
      goBack(ecs, options),
    )
    return { end }
  } catch (error) {
    if (context.signal.aborted || !(error instanceof Error)) throw error
    return { end: 'failed', error }
  }
}

function outcomeOf(end: WatchEnd, back: WayBack | undefined): FailedOutcome {
  if (back?.end === 'superseded') return 'superseded'
  if (back?.end === 'rolled-back') return 'rolled-back'
  const isLeft = back === undefined || back.end === 'nothing-to-go-back-to'
  if (end.kind === 'timed-out') return isLeft ? 'timed-out' : 'failed'
  return end.state.status === 'rolled-back' ? 'rolled-back' : 'failed'
}

function triggerOf(end: WatchEnd): Trigger {
  if (end.kind === 'timed-out') return 'timeout'
  if (end.kind === 'enough') return 'repeated-death'
  const { status, circuitBreaker, triggeredAlarms, reason = '' } = end.state
  if (status === 'rollback-failed') return 'rollback-failed'
  // The classic deployments name what ended them only in words.
  if (triggeredAlarms.length > 0 || /\balarm/i.test(reason)) return 'alarm'
  const isBreaker = circuitBreaker?.triggered || /circuit breaker/i.test(reason)
  return isBreaker ? 'circuit-breaker' : 'stopped-by-somebody'
}
