import { describe, expect, it } from 'vitest'
import { diagnoseEvents } from '../src/index.ts'

const group = '(target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1)'

describe('an event of a service', () => {
  it.each([
    [
      'load-balancer-health',
      `(service web) (task 1) (port 8000) is unhealthy in ${group} due to (reason Health checks failed with these codes: [502]).`,
    ],
    ['container-health', '(service web) (task 1) failed container health checks.'],
    [
      'capacity',
      '(service web) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient CPU units available.',
    ],
    [
      'capacity',
      '(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
    ],
    ['alarm', '(service web) (deployment ecs-svc/1) deployment failed: alarm detected.'],
    [
      'access-denied',
      "(service web) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::1:role/task' that was provided for this task.).",
    ],
    ['service-error', '(service web) failed to launch a task with (error Platform unknown).'],
    [
      'service-error',
      `(service web) failed to register targets in ${group} with (error The target group does not have an associated load balancer.)`,
    ],
    ['crash', '(service web) is unable to consistently start tasks successfully.'],
  ])('tells a cause: %s', (code, message) => {
    expect(diagnoseEvents([message])?.code).toBe(code)
  })

  it.each([
    `(service web) registered 1 targets in ${group}`,
    `(service web) deregistered 1 targets in ${group}`,
    '(service secrets-api) has started 2 tasks: (task 1) (task 2).',
    '(service image-capacity) has stopped 1 running tasks: (task 1).',
    '(service web) (deployment ecs-svc/1) deployment failed: tasks failed to start.',
    '(service unable to place a task) has reached a steady state.',
    '(service web) rolling back to deployment ecs-svc/1.',
    '(service web) operations are being throttled on elb. Will try again later.',
  ])('that is ordinary tells none: %s', (message) => {
    expect(diagnoseEvents([message])).toBeUndefined()
  })

  it('is quoted with one full stop, and the newest that tells a cause counts', () => {
    const events = [
      '(service web) (task 1) failed container health checks.',
      '(service web) was unable to place a task. Reason: Capacity is unavailable at this time.',
      '(service web) has reached a steady state.',
    ]
    expect(diagnoseEvents(events)).toMatchObject({
      code: 'capacity',
      headline:
        'ECS reports: (service web) was unable to place a task. Reason: Capacity is unavailable at this time.',
    })
    expect(diagnoseEvents([])).toBeUndefined()
  })
})
