import type { Service } from '@aws-sdk/client-ecs'
import type { Finding } from '@deploy-actions/ecs'
import { describe, expect, it } from 'vitest'
import type { Inputs } from '../src/inputs.ts'
import type { Observed } from '../src/observe/observe.ts'
import { describePlan } from '../src/describe-plan.ts'
import { planDeployment } from '../src/plan.ts'
import { apiDefinition, images } from './api.world.ts'

const running = {
  arn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:1',
  definition: apiDefinition(images.running) as Observed['wanted'],
  isActive: true,
}
const other = {
  arn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:2',
  definition: apiDefinition(images.healthy) as Observed['wanted'],
  isActive: true,
}

/** A deployment configuration with a PAUSE hook at one stage. */
function pausing(timeoutConfiguration: { timeoutInMinutes?: number }) {
  const lifecycleStages = ['POST_TEST_TRAFFIC_SHIFT' as const]
  return {
    lifecycleHooks: [{ targetType: 'PAUSE' as const, lifecycleStages, timeoutConfiguration }],
  }
}

function finding(kind: Finding['kind'], field: string): Finding {
  const place = { definition: 'api', field }
  return {
    kind,
    severity: 'error',
    place,
    problem: 'It is wrong.',
    instead: '',
    remedy: 'Mend it.',
  }
}

const inputs: Inputs = {
  reference: { cluster: 'shop', service: 'api' },
  wanted: { kind: 'same-again' },
  settings: {},
  serviceDefinition: undefined,
  pinImages: true,
  preflight: 'error',
  credentials: undefined,
  inFlight: 'supersede',
  staleRun: 'refuse',
  verification: undefined,
  forceNewDeployment: false,
  skipUnchanged: true,
  wait: true,
  timeout: 'auto',
  failFast: true,
  onFailure: 'rollback',
  onCancel: 'leave',
  dryRun: false,
  commentToken: undefined,
  region: undefined,
}

function observed(changes: Partial<Observed> = {}, service: Partial<Service> = {}): Observed {
  return {
    service: {
      serviceName: 'api',
      taskDefinition: running.arn,
      desiredCount: 2,
      runningCount: 2,
      deployments: [{ status: 'PRIMARY', taskDefinition: running.arn, rolloutState: 'COMPLETED' }],
      ...service,
    },
    current: running,
    previousArn: running.arn,
    wanted: running.definition,
    candidates: [running],
    creation: undefined,
    findings: [],
    secretVersions: [],
    newerSecrets: [],
    ...changes,
  }
}

describe('a plan', () => {
  it.each<[string, Partial<Inputs>, Observed, object]>([
    [
      'nothing, where the service runs it and is steady',
      {},
      observed(),
      { kind: 'unchanged', taskDefinitionArn: running.arn },
    ],
    [
      'new tasks, where that is forced',
      { forceNewDeployment: true },
      observed(),
      { kind: 'deploy', taskDefinitionArn: running.arn, forceNewDeployment: true },
    ],
    [
      'new tasks, where unchanged is not skipped',
      { skipUnchanged: false },
      observed(),
      { kind: 'deploy', taskDefinitionArn: running.arn, forceNewDeployment: true },
    ],
    [
      'new tasks, where the last deployment of it failed',
      {},
      observed(
        {},
        {
          deployments: [{ status: 'PRIMARY', taskDefinition: running.arn, rolloutState: 'FAILED' }],
        },
      ),
      { kind: 'deploy', forceNewDeployment: true },
    ],
    [
      'new tasks, where some are missing',
      {},
      observed({}, { runningCount: 1 }),
      { kind: 'deploy', forceNewDeployment: true },
    ],
    [
      'new tasks, where another deployment is still being drained',
      {},
      observed(
        {},
        {
          deployments: [
            { status: 'PRIMARY', taskDefinition: running.arn, rolloutState: 'COMPLETED' },
            { status: 'ACTIVE', taskDefinition: other.arn, rolloutState: 'FAILED' },
          ],
        },
      ),
      { kind: 'deploy', forceNewDeployment: true },
    ],
    [
      'the rollout of it that is under way',
      {},
      observed(
        {},
        {
          deployments: [
            { status: 'PRIMARY', taskDefinition: running.arn, rolloutState: 'IN_PROGRESS' },
          ],
        },
      ),
      { kind: 'adopt', taskDefinitionArn: running.arn },
    ],
    [
      'nothing, with a word about it, where nothing is to run',
      {},
      observed({}, { desiredCount: 0, runningCount: 0 }),
      { kind: 'unchanged', nothingRuns: true },
    ],
    [
      'a revision to be registered, where the same one is INACTIVE',
      {},
      observed({ wanted: other.definition, candidates: [{ ...other, isActive: false }] }),
      { kind: 'deploy', taskDefinitionArn: undefined },
    ],
    [
      'a revision that exists',
      {},
      observed({ wanted: other.definition, candidates: [running, other] }),
      { kind: 'deploy', taskDefinitionArn: other.arn, forceNewDeployment: false },
    ],
    [
      'a revision to be registered',
      {},
      observed({ wanted: other.definition }),
      { kind: 'deploy', taskDefinitionArn: undefined, forceNewDeployment: false },
    ],
    [
      'settings, whatever is wrong with the next deployment',
      { wanted: { kind: 'as-it-is' }, settings: { desiredCount: 3 } },
      observed({ findings: [finding('service', 'loadBalancers[0]')] }),
      { kind: 'adjust', change: { desiredCount: 3 } },
    ],
    [
      'a refusal, where the tasks that settings ask for have no place',
      { wanted: { kind: 'as-it-is' }, settings: { desiredCount: 3 } },
      observed({ findings: [finding('capacity', 'capacityProviderStrategy')] }),
      { kind: 'refused', failure: { code: 'capacity' } },
    ],
  ])('is: %s', (_, changes, world, plan) => {
    expect(planDeployment({ ...inputs, ...changes }, world)).toMatchObject(plan)
  })

  it.each<[string, Service['deploymentConfiguration'], number]>([
    ['a rolling deployment', undefined, 20],
    ['blue/green', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 30 }, 50],
    ['linear', { strategy: 'LINEAR', linearConfiguration: { stepPercent: 30 } }, 20 + 4 * 6],
    ['canary', { strategy: 'CANARY', bakeTimeInMinutes: 5 }, 20 + 5 + 10],
    ['a rolling deployment that bakes', { bakeTimeInMinutes: 15 }, 35],
    ['a hook that waits for somebody', pausing({}), 20 + 1440],
    ['a hook that waits as long as it says', pausing({ timeoutInMinutes: 90 }), 110],
  ])('leaves %s the time that it takes by itself', (_, deploymentConfiguration, minutes) => {
    const world = observed({ wanted: other.definition }, { deploymentConfiguration })
    expect(planDeployment(inputs, world)).toMatchObject({ timeoutSeconds: minutes * 60 })
    expect(planDeployment({ ...inputs, timeout: 90 }, world)).toMatchObject({ timeoutSeconds: 90 })
  })

  it('is told in one sentence', () => {
    const world = observed({ wanted: other.definition })
    expect(describePlan(planDeployment(inputs, world), world)).toBe(
      'Deploy a new revision of api to api; it runs api:1 now.',
    )
  })
})
