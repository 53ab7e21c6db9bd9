import { describe, expect, it } from 'vitest'
import { findPassingRefusal, refusalOf } from '../src/one-off-task/start-refusal.ts'

/** Reasons as ECS gives them in `failures`, what they count as, and whether a start may succeed a little later. */
const reasons = [
  ['RESOURCE:CPU', 'capacity', true],
  ['RESOURCE:MEMORY', 'capacity', true],
  ['RESOURCE:PORTS', 'capacity', true],
  ['RESOURCE:ENI', 'capacity', true],
  ['AGENT', 'capacity', true],
  ['Capacity is unavailable at this time. Please try again later', 'capacity', true],
  ["You've reached the limit on the number of vCPUs you can run concurrently", 'capacity', true],
  ['ATTRIBUTE', 'capacity', false],
  ['MISSING', 'service-error', false],
  ['INACTIVE', 'service-error', false],
  ['LOCATION', 'service-error', false],
] as const

describe('a start that ECS has refused', () => {
  it.each(reasons)('for %s counts as %s, and may pass: %s', (reason, code, mayPass) => {
    expect(refusalOf({ reason })).toMatchObject({ code, mayPass, text: reason })
  })

  it('is told with its detail', () => {
    const detail = 'no instance has the attribute ecs.capability.secrets'
    expect(refusalOf({ reason: 'ATTRIBUTE', detail }).text).toBe(`ATTRIBUTE (${detail})`)
  })

  it.each([
    ['ClientException', 'Capacity is unavailable at this time.', true],
    ['InvalidParameterException', 'No Container Instances were found in your cluster.', true],
    ['InvalidParameterException', 'The subnet ID does not exist', false],
    ['AccessDeniedException', 'Capacity is unavailable at this time.', false],
  ])('by the exception %s: %s', (name, message, mayPass) => {
    const error = new Error('RunTask failed', {
      cause: Object.assign(new Error(message), { name }),
    })
    expect(findPassingRefusal(error)?.mayPass ?? false).toBe(mayPass)
  })
})
