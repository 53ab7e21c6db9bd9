import { describe, expect, it } from 'vitest'
import { differences } from '../src/settings/differences.ts'
import { patienceOf } from '../src/settings/health-check.ts'
import { current, wantedWith } from './asked.ts'
import { connector, patientCheck, pinnedTo } from './chatbot.world.ts'

describe('what is shown of a change', () => {
  it('has the names of the inputs, and of variables the names alone', () => {
    const environment = new Map([
      ['A', 'canary-1'],
      ['AWS_REGION', 'canary-2'],
      ['AUTH_TRUST_HOST', undefined],
    ])
    const wanted = wantedWith({
      settings: {
        environment,
        port: '8080',
        vpcConnectorArn: 'none',
        healthCheck: { UnhealthyThreshold: 5 },
      },
      secrets: new Map([['S', 'arn:secret']]),
      image: { identifier: pinnedTo('v2'), repositoryType: 'ECR' },
    })
    const shown = differences(current, wanted).map(
      ({ setting, before, after }) => [setting, before, after] as const,
    )
    expect(new Set(shown)).toEqual(
      new Set([
        ['NetworkConfiguration.EgressConfiguration.EgressType', 'VPC', 'DEFAULT'],
        ['environment.A', '', '(set)'],
        ['environment.AUTH_TRUST_HOST', '(set)', ''],
        ['environment.AWS_REGION', '(set)', '(another value)'],
        ['health-check-unhealthy-threshold', '20', '5'],
        ['image', pinnedTo('v1'), pinnedTo('v2')],
        ['port', '3000', '8080'],
        ['secrets.S', '', 'arn:secret'],
        ['vpc-connector-arn', connector, ''],
      ]),
    )
  })
})

describe('the patience of a health check', () => {
  it('is that of its settings, or of the defaults of App Runner', () => {
    expect(patienceOf({ HealthCheckConfiguration: patientCheck })).toMatchObject({
      seconds: 400,
      whole: expect.stringContaining('about 400 s (6m 40s) after its start: 20 checks, 20 s apart'),
    })
    expect(patienceOf({})).toMatchObject({
      seconds: 25,
      whole: expect.stringContaining('about 25 s after its start: 5 checks, 5 s apart'),
    })
  })
})
