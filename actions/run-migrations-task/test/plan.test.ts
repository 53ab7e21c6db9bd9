import type { RunFacts } from '@deploy-actions/action-kit'
import type { Definition, Finding } from '@deploy-actions/ecs'
import { describe, expect, it } from 'vitest'
import type { Inputs } from '../src/inputs.ts'
import type { Asked, Observed } from '../src/observe.ts'
import { describePlan, planTask, type RunPlan } from '../src/plan.ts'
import { stepOf } from './in-flow.ts'

const definition: Definition = {
  family: 'api',
  networkMode: 'bridge',
  containerDefinitions: [
    { name: 'api', image: 'api@sha256:2', memory: 128 },
    { name: 'proxy', image: 'proxy:1', memory: 128, essential: false },
  ],
}
const registered = {
  arn: 'arn:aws:ecs:us-east-1:1:task-definition/api:7',
  definition,
  isActive: true,
}
const inputs: Inputs = {
  cluster: 'shop',
  taskDefinition: undefined,
  service: 'api',
  image: 'api:2',
  images: undefined,
  pinImages: true,
  container: undefined,
  overrides: {
    command: ['migrate'],
    environment: undefined,
    cpu: undefined,
    memory: undefined,
    taskRoleArn: undefined,
  },
  tags: new Map(),
  placement: {
    subnets: undefined,
    securityGroups: undefined,
    assignPublicIp: undefined,
    launchType: undefined,
    capacityProviderStrategy: undefined,
    platformVersion: undefined,
  },
  timeoutSeconds: 900,
  onTimeout: 'stop',
  onCancel: 'leave',
  lock: undefined,
  lockBehavior: 'wait',
  idempotencyKey: undefined,
  matrix: 'null',
  logs: 'stream',
  successCodes: new Set([0]),
  startAttempts: 3,
  preflight: 'error',
  credentials: undefined,
  dryRun: false,
  region: undefined,
}

interface World {
  readonly definition: Definition
  readonly asked: Asked
  readonly findings: readonly Finding[]
  readonly candidates: Observed['candidates']
}

function planned(
  changes: Partial<Inputs> = {},
  world: Partial<World> = {},
  facts: Partial<RunFacts> = {},
) {
  const { findings = [], asked = { kind: 'service', service: 'api' }, candidates = [] } = world
  const prepared = {
    definition: world.definition ?? definition,
    findings,
    unmappedKeys: new Map(),
    secretVersions: [],
  }
  const observed: Observed = { service: undefined, prepared, candidates, source: 'api', asked }
  const run = { ...(stepOf() as RunFacts), ...facts }
  return planTask({ ...inputs, ...changes }, observed, run)
}

function runPlan(...given: Parameters<typeof planned>): RunPlan {
  const plan = planned(...given)
  if (plan.kind !== 'run') throw new Error(plan.failure.message)
  return plan
}

function edited(change: (container: object) => object): Definition {
  const [api, ...others] = definition.containerDefinitions ?? []
  return { ...definition, containerDefinitions: [{ ...api, ...change(api ?? {}) }, ...others] }
}

describe('what a piece of work is known by', () => {
  const key = (...given: Parameters<typeof planned>) => runPlan(...given).origin.key
  const file = (content: object): Partial<World> => ({ asked: { kind: 'file', content } })
  const images = new Map([['proxy', 'proxy:2']])
  const proxy2 = edited(() => ({}))

  it.each<readonly [string, Parameters<typeof planned>]>([
    ['another attempt', [{}, {}, { attempt: '2' }]],
    [
      'another base that the service runs by then',
      [{}, { definition: edited(() => ({ environment: [{ name: 'A', value: '1' }] })) }],
    ],
    ['another timeout', [{ timeoutSeconds: 60 }]],
    ['another place', [{ placement: { ...inputs.placement, launchType: 'EC2' } }]],
  ])('is the same for %s', (_, given) => {
    expect(key(...given)).toBe(key())
  })

  it.each<readonly [string, Parameters<typeof planned>]>([
    ['another run', [{}, {}, { id: '8' }]],
    ['another job', [{}, {}, { job: 'other' }]],
    ['another step', [{}, {}, { step: 'other' }]],
    ['another leg of the matrix', [{ matrix: '{"a":1}' }]],
    ['another cluster', [{ cluster: 'staging' }]],
    ['another command', [{ overrides: { ...inputs.overrides, command: ['migrate', '+1'] } }]],
    ['another image', [{}, { definition: edited(() => ({ image: 'api@sha256:3' })) }]],
    ['an image for another container', [{ images }, { definition: proxy2 }]],
    ['another container', [{ image: undefined, container: 'proxy' }]],
    ['another service', [{}, { asked: { kind: 'service', service: 'web' } }]],
    ['a definition by its name', [{}, { asked: { kind: 'registered', reference: 'api' } }]],
    ['another file', [{}, file({ family: 'api' })]],
  ])('is not the same for %s', (_, given) => {
    expect(key(...given)).not.toBe(key())
  })

  it('is the content of a file, with all of its images as they were resolved', () => {
    const base = key({}, file({ family: 'api' }))
    expect(key({}, file({ family: 'api' }))).toBe(base)
    expect(key({}, file({ family: 'web' }))).not.toBe(base)
    const moved = {
      ...definition,
      containerDefinitions: (definition.containerDefinitions ?? []).map((one) =>
        one.name === 'proxy' ? { ...one, image: 'proxy@sha256:9' } : one,
      ),
    }
    expect(key({}, { ...file({ family: 'api' }), definition: moved })).not.toBe(base)
    expect(key({}, { definition: moved })).toBe(key())
  })

  it('is idempotency-key alone, where that is given', () => {
    const keyed = { idempotencyKey: 'schema-7' }
    expect(key({ ...keyed, matrix: '{"a":1}' }, {}, { id: '8', job: 'other' })).toBe(key(keyed))
    expect(key({ ...keyed, cluster: 'staging' })).not.toBe(key(keyed))
  })
})

describe('the lock', () => {
  it('is that of the family and the cluster, or of its name', () => {
    const lock = (changes: Partial<Inputs>) => runPlan(changes).origin.lock
    expect(lock({ lock: 'api' })).toBe(lock({}))
    expect(lock({ lock: 'database' })).not.toBe(lock({}))
    expect(lock({ cluster: 'staging' })).not.toBe(lock({}))
    expect(lock({ cluster: 'arn:aws:ecs:us-east-1:1:cluster/shop' })).toBe(lock({}))
  })
})

describe('a plan', () => {
  it('runs the only essential container, or the one that is named', () => {
    expect(runPlan().container).toBe('api')
    expect(runPlan({ image: undefined, container: 'proxy' }).container).toBe('proxy')
  })

  const essential = edited(() => ({}))
  const several: Definition = {
    ...essential,
    containerDefinitions: (essential.containerDefinitions ?? []).map((one) => ({
      ...one,
      essential: true,
    })),
  }

  it.each<readonly [string, Partial<Inputs>, Partial<World>, string]>([
    ['a container that is not there', { container: 'apii' }, {}, 'container: '],
    [
      'several essential containers',
      { image: undefined },
      { definition: several },
      'container: is needed',
    ],
    [
      'an image for another container than runs the command',
      { container: 'proxy' },
      {},
      'proxy=api:2',
    ],
    [
      'a network that the definition does not take',
      { placement: { ...inputs.placement, subnets: ['a'] } },
      {},
      'subnets: ',
    ],
    [
      'overrides that are too long',
      { overrides: { ...inputs.overrides, command: ['x'.repeat(9000)] } },
      {},
      '8192',
    ],
  ])('refuses %s', (_, changes, world, words) => {
    expect(() => planned(changes, world)).toThrow(words)
  })

  it('runs a registered revision that is the same, and registers no INACTIVE one', () => {
    expect(runPlan({}, { candidates: [registered] }).taskDefinitionArn).toBe(registered.arn)
    const inactive = { candidates: [{ ...registered, isActive: false }] }
    expect(runPlan({}, inactive).taskDefinitionArn).toBeUndefined()
  })

  it('is refused for what cannot work', () => {
    const place = { definition: 'api', container: 'api', field: 'image' }
    const finding: Finding = {
      kind: 'image',
      severity: 'error',
      place,
      problem: 'It is not there.',
      instead: '',
      remedy: 'Push it.',
    }
    expect(planned({}, { findings: [finding] }).kind).toBe('refused')
    expect(planned({ preflight: 'warn' }, { findings: [finding] }).kind).toBe('run')
  })

  it('says what it runs, where, and how', () => {
    expect(describePlan(runPlan({}, { candidates: [registered] }))).toBe(
      'Run api:7 in shop, container api: ["migrate"].',
    )
    expect(describePlan(runPlan())).toContain('a new revision of api')
  })
})
