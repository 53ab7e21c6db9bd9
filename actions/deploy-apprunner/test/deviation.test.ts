import { describe, expect, it } from 'vitest'
import { deviationFrom, hasExactly } from '../src/settings/differences.ts'
import { current } from './asked.ts'
import { scaling, sourceOf, pinnedTo } from './chatbot.world.ts'

describe('a service that was sent a configuration', () => {
  it('has exactly that with what App Runner adds by itself', () => {
    const sent = {
      SourceConfiguration: sourceOf(pinnedTo('v1')),
      HealthCheckConfiguration: { Path: '/api/health' },
      AutoScalingConfigurationArn: scaling,
    }
    expect(hasExactly(current, sent)).toBe(true)
  })

  it('has no longer what somebody has taken away or overwritten', () => {
    const sent = {
      SourceConfiguration: sourceOf(pinnedTo('v1'), { StartCommand: 'node server.js' }),
      InstanceConfiguration: { ...current.InstanceConfiguration, Cpu: '2048' },
    }
    expect(deviationFrom(sent, current)).toEqual({ lost: ['start-command', 'cpu'], gained: [] })
    expect(hasExactly(current, sent)).toBe(false)
  })

  it('has more where somebody has put something to it', () => {
    const sent = {
      SourceConfiguration: sourceOf(pinnedTo('v1'), { RuntimeEnvironmentVariables: {} }),
    }
    const gained = ['environment.AUTH_TRUST_HOST', 'environment.AWS_REGION']
    expect(deviationFrom(sent, current)).toEqual({ lost: [], gained })
    expect(hasExactly(current, sent)).toBe(false)
  })
})
