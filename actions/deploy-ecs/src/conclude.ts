import { inGroup } from '@deploy-actions/action-kit'
import {
  gatherEvidence,
  goBack,
  type Diagnosis,
  type GoBackEnd,
  type RolloutState,
  type WatchEnd,
} from '@deploy-actions/ecs'
import type { BegunRollout, Deployment, Work } from './deployment.ts'
import { bringUpToDate, explain } from './diagnose.ts'
import { digestFailure, failureOf, supersededFailure, type Trigger } from './failures.ts'

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
  if (end.kind === 'over' && end.state.status === 'successful') return prove(work, begun)
  if (end.kind === 'over' && end.state.status === 'stopped' && !(await begun.rollout.isPrimary())) {
    const failure = supersededFailure(work)
    return { kind: 'failed', outcome: 'superseded', failure, diagnosis: undefined, ...begun }
  }
  const diagnosis = known ? bringUpToDate(known, begun) : await explain(work, begun)
  const trigger = triggerOf(end)
  const back = isOwnMatter(end) ? await wayBack(work, begun, end.state) : undefined
  const outcome = outcomeOf(end, back)
  const failure = failureOf({ work, trigger, diagnosis, outcome, back, state: end.state })
  return { kind: 'failed', outcome, failure, diagnosis, ...begun }
}

async function prove(work: Work, begun: BegunRollout): Promise<Deployment> {
  const evidence = await gatherEvidence(work.ecs, begun.rollout, work.plan.definition)
  if (evidence.mismatches.length > 0) {
    const failure = digestFailure(work, evidence.mismatches)
    return { kind: 'failed', outcome: 'failed', failure, diagnosis: undefined, ...begun }
  }
  return {
    kind: 'succeeded',
    evidence,
    nothingRuns: begun.rollout.started.service.desiredCount === 0,
    ...begun,
  }
}

/** Whether it is on this step to go back: ECS has not done so, and will not by itself. */
function isOwnMatter(end: WatchEnd): boolean {
  return end.kind !== 'over' || end.state.status === 'stopped'
}

/** Going back may take as long as a rollout by itself. */
const goBackWithinMs = 15 * 60_000

async function wayBack(
  { context, ecs, inputs, observed }: Work,
  { rollout, record, watcher, essential }: BegunRollout,
  state: RolloutState | undefined,
): Promise<GoBackEnd | undefined> {
  if (inputs.onFailure === 'leave') return undefined
  return inGroup(context.host, 'Go back to what ran before', () =>
    goBack(ecs, {
      rollout,
      watcher,
      essential,
      state,
      previous: observed.previousArn,
      deadline: Date.now() + goBackWithinMs,
      onNews: record.take,
    }),
  )
}

function outcomeOf(end: WatchEnd, back: GoBackEnd | undefined): FailedOutcome {
  if (back === 'superseded') return 'superseded'
  if (back === 'rolled-back') return 'rolled-back'
  if (end.kind === 'timed-out') return back === undefined ? 'timed-out' : 'failed'
  return end.state.status === 'rolled-back' ? 'rolled-back' : 'failed'
}

function triggerOf(end: WatchEnd): Trigger {
  if (end.kind === 'timed-out') return 'timeout'
  if (end.kind === 'enough') return 'repeated-death'
  const { status, circuitBreaker, triggeredAlarms } = end.state
  if (status === 'rollback-failed') return 'rollback-failed'
  if (triggeredAlarms.length > 0) return 'alarm'
  if (circuitBreaker?.triggered) return 'circuit-breaker'
  // The classic deployments name the breaker only in words.
  return /circuit breaker/i.test(end.state.reason ?? '') ? 'circuit-breaker' : 'stopped-by-somebody'
}
