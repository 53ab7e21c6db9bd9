import type { Simulator, World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import {
  accessRole,
  chatbotWorld,
  imageOf,
  patientCheck,
  pinnedTo,
  serviceArn,
  sourceOf,
  variables,
} from './chatbot.world.ts'
import { deploy, deployAlso, imageConfigurationOf, imageIn, type DeployedRun } from './deployed.ts'

/** Deploys, and verifies at the address of the service, at which the simulator answers. */
function deployAndVerify(
  expected: string,
  inputs: Readonly<Record<string, string>> = {},
  world: World = chatbotWorld(),
): Promise<DeployedRun> {
  return deploy(world, inputs, { inputsOf: verifying(expected) })
}

const verifying = (expected: string) => (simulator: Simulator) => ({
  verify: checks(new URL(simulator.appRunnerUrl).host, expected),
})

function checks(address: string, expected: string): string {
  return `
    checks:
      - name: version
        url: http://{url}/api/health
        resolve: '{url}=${address}'
        expect-body: ${expected}
    timeout: 30s`
}

describe('verify', () => {
  it('asks the new version at the address of the service', async () => {
    const run = await deployAndVerify('v2')
    expect(run.errors).toEqual([])
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
  })

  it('asks a service that was just created, too', async () => {
    const inputs = {
      create: 'if-missing',
      'access-role-arn': accessRole,
      port: '3000',
    }
    const world = chatbotWorld({ appRunner: { services: [] } })
    const run = await deployAndVerify('v2', inputs, world)
    expect(run.outputs['outcome']).toBe('created')
    const other = await deployAndVerify('other', inputs, world)
    expect(other.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
    expect(other.errors[0]?.message).toContain('there is nothing to go back to')
    expect(other.service).toMatchObject({ Status: 'RUNNING' })
  })

  it('asks a service that is unchanged, and is red where that is not healthy', async () => {
    const inputs = { image: imageOf('v1') }
    expect((await deployAndVerify('v1', inputs)).outputs['outcome']).toBe('unchanged')
    const run = await deployAndVerify('v2', inputs)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
    expect(changes(run.simulator)).toEqual([])
  })
})

describe('a verify that succeeds', () => {
  it('is red where somebody else has overwritten the service while it went on', async () => {
    const input = { ServiceArn: serviceArn, SourceConfiguration: sourceOf(pinnedTo('v2')) }
    const theirs = { after: '300s', since: { operation: 'UpdateService' } } as const
    const actors = [{ ...theirs, operation: 'apprunner:UpdateService', input }]
    const inputs = { environment: 'OURS=1' }
    const run = await deploy(chatbotWorld({ actors }), inputs, {
      inputsOf: (simulator) => ({
        verify: `
          checks:
            - url: http://{url}/api/health
              resolve: '{url}=${new URL(simulator.appRunnerUrl).host}'
          successes: 6
          interval: 5s
          timeout: 2m`,
      }),
    })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'superseded' })
    expect(run.errors[0]?.message).toContain('environment.OURS')
  })
})

describe('a verify that fails', () => {
  it('puts the whole previous configuration back, and stays red', async () => {
    const run = await deployAndVerify('other', {
      environment: 'A=b\n!AWS_REGION',
      'health-check-interval': '5',
      memory: '4',
      'vpc-connector-arn': 'none',
      'observability-configuration-arn':
        'arn:aws:apprunner:us-east-1:123456789012:observabilityconfiguration/tracing',
    })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'verify' })
    expect(run.service).toMatchObject({
      Status: 'RUNNING',
      SourceConfiguration: sourceOf(pinnedTo('v1')),
      InstanceConfiguration: { Memory: '2048' },
      HealthCheckConfiguration: patientCheck,
      NetworkConfiguration: { EgressConfiguration: { EgressType: 'VPC' } },
      ObservabilityConfiguration: { ObservabilityEnabled: false },
    })
    expect(imageConfigurationOf(run.service)?.RuntimeEnvironmentVariables).toEqual(variables)
    expect(run.outputs['running-image']).toBe(pinnedTo('v1'))
    expect(run.errors[0]?.message).toContain('The service has its previous configuration again')
    expect(run.errors[0]?.message).toContain('a body that does not contain other')
    expect(run.summary).toContain('going back')
  })

  it('leaves the new version where that is wanted, and is red', async () => {
    const run = await deployAndVerify('other', { 'on-failure': 'leave' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
    expect(run.errors[0]?.message).toContain('The new version stays')
  })

  it('says so where a tag is gone back to, which may mean another image by now', async () => {
    const world = chatbotWorld({ service: { SourceConfiguration: sourceOf(imageOf('v1')) } })
    const run = await deployAndVerify('other', {}, world)
    expect(run.outputs['outcome']).toBe('rolled-back')
    expect(run.errors[0]?.message).toContain('which may have been moved since')
  })

  it('has nothing to put back where only a tag was deployed again', async () => {
    const world = chatbotWorld({ service: { SourceConfiguration: sourceOf(imageOf('v1')) } })
    const run = await deployAndVerify('other', { image: '' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
    expect(run.errors[0]?.message).toContain('name images by digest')
  })

  it('is told as a failed way back where that fails too', async () => {
    const input = {
      SecretId: 'chatbot/auth',
      SecretString: '{"OTHER":"x"}',
    }
    const gone = { after: '298s', since: { operation: 'UpdateService' } } as const
    const actors = [{ ...gone, operation: 'PutSecretValue', input }]
    const run = await deployAndVerify('other', {}, chatbotWorld({ actors }))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'rollback-failed' })
    expect(run.errors[0]?.message).toContain('which puts the previous configuration back, ended as')
    expect(run.errors[0]?.message).toContain('a body that does not contain other')
  })

  it('is told as a failed way back where nobody may begin it', async () => {
    const error = { name: 'AccessDeniedException', message: 'not authorized' }
    const faults = [{ operation: 'UpdateService', calls: [2], error }]
    const run = await deployAndVerify('other', {}, chatbotWorld({ faults }))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'rollback-failed' })
    expect(run.errors[0]?.message).toContain('apprunner:UpdateService')
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
  })

  it("does not put its own past over somebody else's work", async () => {
    const input = {
      ServiceArn: serviceArn,
      SourceConfiguration: sourceOf(pinnedTo('v1'), { Port: '1' }),
    }
    const theirs = { after: '300s', since: { operation: 'UpdateService' } } as const
    const actors = [{ ...theirs, operation: 'apprunner:UpdateService', input }]
    const run = await deployAndVerify('other', {}, chatbotWorld({ actors }))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
    expect(run.errors[0]?.message).toContain('Somebody else has changed the service since')
    expect(imageConfigurationOf(run.service)?.Port).toBe('1')
  })

  it("does not put its own past over somebody else's work that is over", async () => {
    const source = sourceOf(pinnedTo('v2'), { RuntimeEnvironmentVariables: { THEIRS: '1' } })
    const input = { ServiceArn: serviceArn, SourceConfiguration: source }
    const theirs = { after: '320s', since: { operation: 'UpdateService' } } as const
    const actors = [{ ...theirs, operation: 'apprunner:UpdateService', input }]
    const verify = '{ checks: [{ url: "http://127.0.0.1:9/" }], timeout: 10m }'
    const run = await deploy(chatbotWorld({ actors }), { verify })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
    expect(run.errors[0]?.message).toContain('it was left as it is')
    expect(changes(run.simulator).filter((one) => one === 'UpdateService')).toHaveLength(1)
    expect(imageConfigurationOf(run.service)?.RuntimeEnvironmentVariables).toEqual({ THEIRS: '1' })
  })

  it('is followed by a run that deploys again', async () => {
    let next: Record<string, string> = {}
    await deploy(
      chatbotWorld(),
      {},
      {
        inputsOf: verifying('other'),
        async afterwards(simulator) {
          next = (await deployAlso(simulator, {})).outputs
        },
      },
    )
    expect(next['outcome']).toBe('deployed')
  })
})
