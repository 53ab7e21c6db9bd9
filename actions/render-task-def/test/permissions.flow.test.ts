import { readFileSync } from 'node:fs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { refusal, renderIn } from './in-flow.ts'
import { definition, ecr, roleArn, sandboxArn, world } from './preflight.world.ts'

interface Statement {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string
}

/** The statements that the README gives for each feature. */
function statementsOfReadme(): readonly (readonly [feature: string, Statement])[] {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const blocks = text.matchAll(/^### (.+)\n(?:(?!^#)[^])*?^```json\n([^]+?)^```/gm)
  return [...blocks].flatMap(([, feature = '', json = '']) =>
    // The README is written for this: a list of statements.
    (JSON.parse(json) as Statement[]).map((statement) => [feature, statement] as const),
  )
}

const statements = statementsOfReadme()
const actionsOf = ({ Action }: Statement): readonly string[] => [Action].flat()

/** A definition that uses every feature. */
const everything = definition(
  {
    secrets: [
      { name: 'DATABASE_URL', valueFrom: `${sandboxArn}:DATABASE_URL::` },
      { name: 'LEVEL', valueFrom: '/arbiter/level' },
    ],
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '/ecs/arbiter-backend-sandbox',
        'awslogs-region': 'us-east-1',
        'awslogs-stream-prefix': 'ecs',
      },
    },
  },
  { taskRoleArn: roleArn('bedrock') },
)
const inputs = {
  image: 'arbiter-ai/backend:1.4.0',
  preflight: 'strict',
  'expect-permissions':
    'task=bedrock:InvokeModel on arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2',
}

function allowing(given: readonly Statement[]): World {
  return { ...world, caller: { policies: [{ Version: '2012-10-17', Statement: given }] } }
}

describe('the permissions in the README', () => {
  it('suffice for every feature, with nothing left unchecked', async () => {
    const run = await renderIn(allowing(statements.map(([, one]) => one)), everything, inputs)
    expect(run.errors).toEqual([])
    expect(run.log.join('\n')).not.toMatch(/Not (checked|compared)/)
    expect(run.outputs).toMatchObject({ outcome: 'rendered', changed: 'true' })
  })

  const needed = statements.filter(
    ([feature]) =>
      feature !== 'Definitions that are registered' && feature !== 'What a service runs',
  )
  it.each(needed)(
    'are each needed: without that of "%s" the action is named',
    async (_, without) => {
      const rest = statements.map(([, one]) => one).filter((one) => one !== without)
      const run = await renderIn(allowing(rest), everything, inputs)
      const [first = ''] = actionsOf(without)
      expect(refusal(run)).toContain(first)
      expect(refusal(run)).toContain('"Effect":"Allow"')
    },
  )

  it('of ECS are each needed for what starts from it', async () => {
    const registered = JSON.parse(
      JSON.stringify({ ...everything, family: 'shop-api' }),
    ) as NonNullable<World['taskDefinitions']>[number] // as a file of a world has it
    const shop: World = {
      ...world,
      taskDefinitions: [registered],
      clusters: [
        {
          name: 'shop',
          services: [
            {
              serviceName: 'api',
              taskDefinition: 'shop-api',
              desiredCount: 0,
              launchType: 'FARGATE',
              networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
            },
          ],
        },
      ],
    }
    const source = {
      'task-definition': '',
      cluster: 'shop',
      service: 'api',
      image: `${ecr}/arbiter-ai/backend:1.4.0`,
    }
    const runWith = (given: readonly Statement[]) =>
      renderIn({ ...shop, caller: allowing(given).caller ?? { policies: [] } }, {}, source)
    const all = statements.map(([, one]) => one)
    expect((await runWith(all)).errors).toEqual([])
    for (const action of ['ecs:DescribeServices', 'ecs:DescribeTaskDefinition']) {
      const rest = all.filter((one) => !actionsOf(one).includes(action))
      expect(refusal(await runWith(rest))).toMatch(new RegExp(`^access-denied: .*${action}`, 's'))
    }
  })
})
