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
  ])('that is ordinary tells none: %s', (message) => {
    expect(diagnoseEvents([message])).toBeUndefined()
  })

  it('is quoted with one full stop', () => {
    const events = [
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

  const unhealthy = '(service web) (task ab1) failed container health checks.'
  const withoutRoom =
    '(service web) was unable to place a task. Reason: Capacity is unavailable at this time.'
  const throttled = '(service web) operations are being throttled. Will try again later.'
  const impaired = '(service web) is unable to consistently start tasks successfully.'
  const withoutRole =
    "(service web) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::1:role/task' that was provided for this task.)."

  it.each([
    ['what a check found before what passes', 'container-health', [unhealthy, withoutRoom]],
    ['what kills every task before what was seen of it', 'access-denied', [withoutRole, unhealthy]],
    [
      'whatever tells a cause before what only noticed',
      'capacity',
      [withoutRoom, impaired, throttled],
    ],
    ['the newest of those that tell as much', 'crash', [throttled, impaired]],
  ])('is chosen by what it explains: %s', (_, code, events) => {
    expect(diagnoseEvents(events)?.code).toBe(code)
  })

  it('counts only for the version whose tasks it names', () => {
    expect(diagnoseEvents([unhealthy], (taskId) => taskId === 'ab1')?.code).toBe('container-health')
    expect(diagnoseEvents([unhealthy], () => false)).toBeUndefined()
    expect(diagnoseEvents([withoutRoom], () => false)?.code).toBe('capacity')
  })

  it('is told once, with how often it came', () => {
    expect(diagnoseEvents([withoutRoom, withoutRoom])?.headline).toContain(
      'ECS reports (2 times): ',
    )
  })

  it.each([
    ['[404]', 'healthCheckPath'],
    ['[302]', 'redirects'],
    ['[401]', 'no login'],
    ['[503]', 'error of its own'],
    ['[418]', 'matcher'],
  ])('of a load balancer has a remedy for the status that it saw: %s', (status, remedy) => {
    const event = `(service web) (task ab1) (port 8000) is unhealthy in ${group} due to (reason Health checks failed with these codes: ${status}).`
    expect(diagnoseEvents([event])?.remedy).toContain(remedy)
  })

  it.each([
    ['Request timed out', 'security group'],
    ['Health checks failed', '0.0.0.0'],
  ])('of a load balancer has a remedy for no answer: %s', (reason, remedy) => {
    const event = `(service web) (task ab1) (port 8000) is unhealthy in ${group} due to (reason ${reason}).`
    expect(diagnoseEvents([event])?.remedy).toContain(remedy)
  })
})
