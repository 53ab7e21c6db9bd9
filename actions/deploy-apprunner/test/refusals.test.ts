import type { Service } from '@aws-sdk/client-apprunner'
import type { Finding } from '@deploy-actions/ecs'
import { describe, expect, it } from 'vitest'
import type { Observed } from '../src/observe.ts'
import { gradeOf, planDeployment, refusalOf } from '../src/plan.ts'
import { refuseMissing, refuseService } from '../src/refuse.ts'
import type { Configuration } from '../src/settings/configuration.ts'
import { imageOf, serviceArn } from './chatbot.world.ts'
import { given, inputs, observed } from './situations.ts'

describe('what cannot be', () => {
  const wanting = (wanted: Configuration) => ({ ...observed({}), wanted })

  it.each<readonly [string, Observed, object, string]>([
    ['a deployment to a paused service', observed({ status: 'PAUSED' }), {}, 'resume: true'],
    [
      'an image of private ECR without an access role',
      wanting({
        SourceConfiguration: {
          ImageRepository: { ImageIdentifier: imageOf('v1'), ImageRepositoryType: 'ECR' },
        },
      }),
      {},
      'access-role-arn',
    ],
    [
      'a path for a check of TCP',
      wanting({ HealthCheckConfiguration: { Protocol: 'TCP' } }),
      { settings: { healthCheck: { Path: '/health' } } },
      'health-check-path',
    ],
    [
      "CPU with the service's memory",
      wanting({ InstanceConfiguration: { Cpu: '4096', Memory: '2048' } }),
      {},
      'allowed: 8, 10, 12 GB',
    ],
  ])('is %s', (_, situation, changes, says) => {
    const refusal = refusalBy(() => planDeployment(given(changes), situation))
    expect(refusal).toMatchObject({ code: 'input' })
    expect(`${refusal.message} ${refusal.remedy}`).toContain(says)
  })

  it.each<readonly [string, Service, object, string]>([
    [
      'a service from source code',
      { SourceConfiguration: { CodeRepository: {} } } as Service,
      {},
      'deployed from source code',
    ],
    [
      'another key',
      { EncryptionConfiguration: { KmsKey: 'arn:one' } } as Service,
      { kmsKeyArn: 'arn:two' },
      'encrypted with arn:one',
    ],
    ["a key in place of App Runner's own", {} as Service, { kmsKeyArn: 'arn:two' }, 'own key'],
    [
      'a service whose deletion failed',
      { Status: 'DELETE_FAILED' } as Service,
      {},
      'DELETE_FAILED',
    ],
  ])('is %s', (_, service, changes, says) => {
    const refusal = refusalBy(() => refuseService(given(changes), service))
    expect(refusal).toMatchObject({ code: 'input', message: expect.stringContaining(says) })
  })

  it('is the same key again no error', () => {
    const service = { EncryptionConfiguration: { KmsKey: 'arn:one' } } as Service
    expect(() => refuseService(given({ kmsKeyArn: 'arn:one' }), service)).not.toThrow()
  })

  it.each<readonly [object, string]>([
    [{}, 'create: if-missing'],
    [{ service: serviceArn, mayCreate: true }, 'without an ARN'],
  ])('is a service that is not there, with %j', (changes, says) => {
    const refusal = refusalBy(() => refuseMissing(given(changes), ' There is: other.'))
    expect(refusal).toMatchObject({ code: 'input', message: expect.stringContaining('other') })
    expect(refusal.remedy).toContain(says)
  })

  it('is not a service that may be created', () => {
    expect(() => refuseMissing(given({ mayCreate: true }), '')).not.toThrow()
  })
})

/** What was thrown; a plan that was made is a failure of the test. */
function refusalBy(plan: () => unknown): { code: string; message: string; remedy: string } {
  try {
    plan()
  } catch (error) {
    return error as { code: string; message: string; remedy: string } // what plans throw
  }
  throw new Error('Nothing was refused.')
}

const finding = (severity: Finding['severity'], kind: Finding['kind']): Finding => ({
  severity,
  kind,
  place: { definition: 'chatbot', field: kind },
  problem: 'It is wrong.',
  instead: '',
  remedy: 'Mend it.',
})

describe('what was found about image and secrets', () => {
  it.each<readonly [string, readonly Finding[], string | undefined]>([
    ['error', [finding('error', 'secret')], 'secret'],
    ['error', [finding('error', 'image'), finding('error', 'permission')], 'image'],
    ['error', [finding('error', 'permission')], 'preflight'],
    ['error', [finding('not-checked', 'secret')], undefined],
    ['strict', [finding('not-checked', 'secret')], 'secret'],
    ['warn', [finding('error', 'secret')], undefined],
  ])('with preflight: %s, %j ends the step as %s', (preflight, findings, code) => {
    const given_ = given({ preflight })
    const refusal = refusalOf(given_, gradeOf(given_, { ...observed({}), findings }))
    expect(refusal?.code).toBe(code)
  })

  it('is told all at once', () => {
    const findings = [finding('error', 'image'), finding('error', 'secret')]
    const refusal = refusalOf(inputs, gradeOf(inputs, { ...observed({}), findings }))
    expect(refusal?.message.split('\n')).toHaveLength(3)
  })
})
