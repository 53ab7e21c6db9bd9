import type { Deployment, Service, ServiceDeployment } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { stateOfClassicDeployment } from '../src/rollout/from-classic-deployments.ts'
import { stateOfServiceDeployment } from '../src/rollout/from-service-deployment.ts'
import { eventLine, progressLine, type RolloutState } from '../src/index.ts'

describe('a service deployment', () => {
  it.each<[ServiceDeployment['status'], RolloutState['status']]>([
    ['PENDING', 'pending'],
    ['IN_PROGRESS', 'in-progress'],
    ['STOP_REQUESTED', 'stopping'],
    ['STOPPED', 'stopped'],
    ['ROLLBACK_REQUESTED', 'rolling-back'],
    ['ROLLBACK_IN_PROGRESS', 'rolling-back'],
    ['ROLLBACK_SUCCESSFUL', 'rolled-back'],
    ['ROLLBACK_FAILED', 'rollback-failed'],
    ['SUCCESSFUL', 'successful'],
  ])('that is %s reads as %s', (status, expected) => {
    expect(stateOfServiceDeployment({ status }).status).toBe(expected)
  })

  it('gives the breaker as ECS counts it', () => {
    const deploymentCircuitBreaker = {
      status: 'MONITORING' as const,
      failureCount: 2,
      threshold: 3,
    }
    expect(
      stateOfServiceDeployment({ status: 'IN_PROGRESS', deploymentCircuitBreaker }),
    ).toMatchObject({
      failedTasks: 2,
      circuitBreaker: { triggered: false, failureCount: 2, threshold: 3 },
    })
  })
})

/** A moment at which something was created: the later, the higher. */
const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute))

describe('a classic deployment', () => {
  const own: Deployment = {
    id: 'ecs-svc/2',
    status: 'PRIMARY',
    createdAt: at(2),
    rolloutState: 'IN_PROGRESS',
  }
  const back: Deployment = {
    id: 'ecs-svc/3',
    createdAt: at(3),
    status: 'PRIMARY',
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.',
  }
  const failed: Deployment = { ...own, status: 'ACTIVE', rolloutState: 'FAILED' }
  const newer: Deployment = {
    id: 'ecs-svc/4',
    status: 'PRIMARY',
    createdAt: at(4),
    rolloutState: 'IN_PROGRESS',
  }

  const look = (service: Service, wentBack = false) =>
    stateOfClassicDeployment(service, { deploymentId: 'ecs-svc/2', createdAt: at(2), wentBack })
      ?.status

  it('that the answer does not know yet is no news: reads of ECS may lag', () => {
    const before: Deployment = {
      id: 'ecs-svc/1',
      status: 'PRIMARY',
      createdAt: at(1),
      rolloutState: 'COMPLETED',
    }
    expect(look({ deployments: [before] })).toBeUndefined()
  })

  it('whose rollback is complete is remembered, or known by the event', () => {
    const service: Service = { deployments: [{ ...newer, rolloutState: 'COMPLETED' }] }
    expect(look(service)).toBe('stopped')
    expect(look(service, true)).toBe('rolled-back')
    const message = '(service api) (deployment ecs-svc/2) deployment failed: tasks failed to start.'
    expect(look({ ...service, events: [{ message }] })).toBe('rolled-back')
  })

  it.each<[string, readonly Deployment[], RolloutState['status']]>([
    ['is PRIMARY and going on', [own], 'in-progress'],
    ['is PRIMARY and complete', [{ ...own, rolloutState: 'COMPLETED' }], 'successful'],
    ['is PRIMARY and failed, with no way back', [{ ...own, rolloutState: 'FAILED' }], 'stopped'],
    ['failed, and ECS goes back', [back, failed], 'rolling-back'],
    [
      'failed, and ECS has gone back',
      [{ ...back, rolloutState: 'COMPLETED' }, failed],
      'rolled-back',
    ],
    [
      'failed, vanished, and ECS has gone back',
      [{ ...back, rolloutState: 'COMPLETED' }],
      'rolled-back',
    ],
    [
      'failed, and going back failed too',
      [{ ...back, rolloutState: 'FAILED' }, failed],
      'rollback-failed',
    ],
    ['was replaced by a newer one', [newer, { ...own, status: 'ACTIVE' }], 'stopped'],
    ['was replaced and has vanished', [{ ...newer, rolloutState: 'COMPLETED' }], 'stopped'],
  ])('that %s is told so', (_, deployments, status) => {
    expect(look({ deployments: [...deployments] })).toBe(status)
  })
})

describe('the progress of a rollout', () => {
  const state: RolloutState = {
    status: 'in-progress',
    target: { desired: 2, running: 0, pending: 2 },
    source: { desired: 2, running: 2, pending: 0 },
    triggeredAlarms: [],
  }

  it('is told when something changed, and not otherwise', () => {
    expect(progressLine(undefined, state, 5_000)).toBe(
      '     5s  rolling out: 0 of 2 new tasks running, 2 starting, 2 old',
    )
    expect(progressLine(state, { ...state }, 10_000)).toBeUndefined()
  })

  it('counts failures against what the breaker allows', () => {
    const circuitBreaker = { triggered: false, failureCount: 1, threshold: 3 }
    const failing = { ...state, failedTasks: 1, circuitBreaker }
    expect(progressLine(state, failing, 65_000)).toBe(
      ' 1m 05s  rolling out: 0 of 2 new tasks running, 2 starting, 2 old, 1 failed (the circuit breaker acts at 3)',
    )
  })

  it('gives the reason of ECS once, when the status changes', () => {
    const back: RolloutState = { ...state, status: 'rolling-back', reason: 'Threshold exceeded.' }
    expect(progressLine(state, back, 0)).toContain('; ECS says: Threshold exceeded.')
    const later = { ...back, source: { ...back.source, running: 1 } }
    expect(progressLine(back, later, 0)).not.toContain('Threshold')
  })

  it('quotes events without what only repeats', () => {
    const group =
      'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef'
    const task = '8a6019e2ec9fdc789202f63a439f8d55'
    const message = `(service api) (task ${task}) (port 80) is unhealthy in (target-group ${group}) due to (reason Health checks failed).`
    expect(eventLine(message, 2_000)).toBe(
      '     2s  ECS: (task 8a6019e2) (port 80) is unhealthy in (target-group web) due to (reason Health checks failed).',
    )
  })
})
