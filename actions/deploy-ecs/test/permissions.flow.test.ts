import { readFileSync } from 'node:fs'
import type { RunFacts } from '@deploy-actions/action-kit'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { runInWorld, type WorldRun } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { breaker, images } from './api.world.ts'
import { balancedWorld, definitionWith, secretArn } from './balanced.world.ts'
import { workflowRun } from './several-runs.ts'
import { written } from './written-file.ts'

interface Statement {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string
}

/** The statements that a README gives, by feature. */
function statementsOf(readme: string): ReadonlyMap<string, readonly Statement[]> {
  const text = readFileSync(new URL(readme, import.meta.url), 'utf8')
  const blocks = text.matchAll(/^### (.+)\n(?:(?!^#)[^])*?^```json\n([^]+?)^```/gm)
  // The READMEs are written for this: a list of statements for each feature.
  const parse = (json: string): readonly Statement[] => JSON.parse(json) as Statement[]
  return new Map([...blocks].map(([, feature = '', json = '']) => [feature, parse(json)]))
}

const own = statementsOf('../README.md')
const ofReferences = [...statementsOf('../../render-task-def/README.md')]
  .filter(([feature]) => !/^(Definitions that are registered|What a service runs)$/.test(feature))
  .flatMap(([, statements]) => statements)
  // That README's examples are of another system.
  .map((one) => ({
    ...one,
    Resource: one.Resource.replace('repository/arbiter-ai/', 'repository/').replace(
      'secret:arbiter-ai/',
      'secret:',
    ),
  }))
const everything = [...own.values(), ofReferences].flat()

/** The statements of a README but for one action. */
function without(action: string): readonly Statement[] {
  return everything.map((statement) => ({
    ...statement,
    Action: [statement.Action].flat().filter((one) => one !== action),
  }))
}

const actions = [...new Set([...own.values()].flat().flatMap(({ Action }) => Action))]

interface Case {
  readonly allowed: readonly Statement[]
  readonly image: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly world?: Partial<World>
  readonly facts?: Partial<RunFacts>
}

/** Deploys a definition that uses every feature, with nothing but what is allowed. */
async function deployAllowed({ allowed, image, inputs, world }: Case): Promise<WorldRun> {
  const Statement = allowed.filter(({ Action }) => Action.length > 0)
  const secrets = [{ name: 'KEY', valueFrom: `${secretArn}:KEY::` }]
  const given = {
    cluster: 'shop',
    service: 'api',
    'task-definition': await written('task.json', definitionWith({ image, secrets })),
    alarms: 'errors',
    ...inputs,
  }
  const all: World = {
    ...balancedWorld({ deploymentConfiguration: breaker(false, false) }),
    alarms: [{ alarmName: 'errors', stateValue: 'OK' }],
    caller: { policies: [{ Version: '2012-10-17', Statement }] },
    ...world,
  }
  return runInWorld({ contract, main }, all, { inputs: given, run: workflowRun(12) })
}

const strict = { preflight: 'strict', 'capacity-provider-strategy': '[FARGATE]' }

describe('the permissions in the README', () => {
  it('suffice for a deployment, with nothing left unchecked', async () => {
    const run = await deployAllowed({ allowed: everything, image: images.healthy, inputs: strict })
    expect(run.errors).toEqual([])
    expect(run.warnings).toEqual([])
    expect(run.outputs['outcome']).toBe('deployed')
    expect(run.log.join('\n')).not.toMatch(/Not checked|not read|older list/)
  })

  it('suffice for going back and for the diagnosis', async () => {
    const run = await deployAllowed({ allowed: everything, image: images.crashing })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.errors[0]?.message).toContain('  | DATABASE_URL is not set')
  })

  it('suffice for creating a service', async () => {
    const service = {
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    }
    const inputs = {
      create: 'if-missing',
      'service-definition': await written('service.json', service),
    }
    const world = { clusters: [{ name: 'shop', services: [] }] }
    const run = await deployAllowed({ allowed: everything, image: images.healthy, inputs, world })
    expect(run.errors).toEqual([])
    expect(run.outputs['outcome']).toBe('created')
  })
})

const needed = new Set([
  'ecs:DescribeServices',
  'ecs:UpdateService',
  'ecs:DescribeTaskDefinition',
  'ecs:RegisterTaskDefinition',
  'iam:PassRole',
])

/** Whether a run shows the statement that allows an action. */
function isShown({ everything: text }: WorldRun, action: string): boolean {
  return text.replaceAll('\\"', '"').includes(`{"Effect":"Allow","Action":"${action}"`)
}

/** What only a deployment that fails needs, and what only one that is begun. */
const whenItFails =
  /^(ecs:StopServiceDeployment|logs:GetLogEvents|ecs:(List|Describe)Tasks|elasticloadbalancing:DescribeTargetHealth)$/
const beforeItBegins = /^(cloudwatch|elasticloadbalancing|iam):|Clusters$/

describe('without one of them', () => {
  it.each(actions.filter((action) => action !== 'ecs:CreateService'))(
    'a deployment is red with the missing statement, or green with the statement told: %s',
    async (action) => {
      const inputs = needed.has(action) ? {} : { ...strict, preflight: 'error' }
      const run = await deployAllowed({ allowed: without(action), image: images.healthy, inputs })
      expect(run.outputs['outcome']).toBe(needed.has(action) ? 'failed' : 'deployed')
      expect(['access-denied', 'preflight', undefined]).toContain(run.outputs['failure'])
      expect(isShown(run, action) || whenItFails.test(action)).toBe(true)
    },
  )

  it.each(actions.filter((action) => !needed.has(action) && action !== 'ecs:CreateService'))(
    'a crash is red as a crash all the same: %s',
    async (action) => {
      const run = await deployAllowed({
        allowed: without(action),
        image: images.crashing,
        inputs: { timeout: '4m' },
      })
      expect(run.exitCode).toBe(1)
      // Where the dead cannot be read, the events of the service tell what they can.
      expect(run.outputs['failure']).toBe('crash')
      expect(run.outputs['outcome']).toBe('rolled-back')
      expect(isShown(run, action) || beforeItBegins.test(action)).toBe(true)
    },
  )
})
