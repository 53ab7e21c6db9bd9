import { readFileSync } from 'node:fs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import type { WorldRun } from '../../../test/support/run-in-world.ts'
import {
  accessRole,
  answers,
  chatbotWorld,
  digestOf,
  imageOf,
  instanceRole,
  pinnedTo,
  repository,
  scaling,
  sourceOf,
  type Changes,
} from './chatbot.world.ts'
import { deployIn } from './in-flow.ts'

interface Statement {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string
}

/** The statements that the README gives, by feature. */
const byFeature: ReadonlyMap<string, readonly Statement[]> = (() => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const blocks = text.matchAll(/^### (.+)\n(?:(?!^#)[^])*?^```json\n([^]+?)^```/gm)
  // The README is written for this: a list of statements for each feature.
  const parse = (json: string): readonly Statement[] => JSON.parse(json) as Statement[]
  return new Map([...blocks].map(([, feature = '', json = '']) => [feature, parse(json)]))
})()

const everything = [...byFeature.values()].flat()
const actions = [...new Set(everything.flatMap(({ Action }) => Action))]

/** The statements of the features named. */
const of = (...features: readonly string[]): readonly Statement[] =>
  features.flatMap((feature) => byFeature.get(feature) ?? [])

function without(action: string, statements = everything): readonly Statement[] {
  return statements.map((statement) => ({
    ...statement,
    Action: [statement.Action].flat().filter((one) => one !== action),
  }))
}

/** Deploys with nothing but what is allowed. */
function deployAllowed(
  statements: readonly Statement[],
  inputs: Readonly<Record<string, string>>,
  changes: Changes = {},
): Promise<WorldRun> {
  const Statement = statements.filter(({ Action }) => Action.length > 0)
  const caller = { policies: [{ Version: '2012-10-17', Statement }] } as World['caller']
  const world = chatbotWorld({ ...changes, ...(caller && { caller }) })
  return deployIn(world, { service: 'chatbot', image: imageOf('v2'), ...inputs })
}

const strict = { preflight: 'strict' }
const parameters = [{ name: '/chatbot/url', value: 'x' }]

/** An update that uses what an update can use. */
const full: Readonly<Record<string, string>> = {
  environment: 'A=b',
  secrets: 'AUTH_SECRET=chatbot/auth:AUTH_SECRET::\nURL=/chatbot/url',
  tags: 'team=chat',
  'auto-scaling-configuration-arn': scaling,
  'observability-configuration-arn':
    'arn:aws:apprunner:us-east-1:123456789012:observabilityconfiguration/tracing',
}

describe('the permissions in the README', () => {
  it('suffice for an update, with nothing left unchecked', async () => {
    const run = await deployAllowed(everything, { ...full, ...strict }, { parameters })
    expect(run.errors).toEqual([])
    expect(run.warnings).toEqual([])
    expect(run.outputs['outcome']).toBe('deployed')
    expect(run.log.join('\n')).not.toContain('Not checked')
  })

  it.each<readonly [string, readonly string[], Record<string, string>, Changes, string]>([
    [
      'an update of one variable',
      ['Always'],
      { image: '', environment: 'A=b', preflight: 'off' },
      {},
      'deployed',
    ],
    ['an image', ['Always', 'Images in Amazon ECR'], { preflight: 'warn' }, {}, 'deployed'],
    [
      'a redeployment',
      [
        'Always',
        'Images in Amazon ECR',
        'Secrets and parameters',
        'What the instance role may read',
      ],
      { image: '', ...strict },
      {},
      'deployed',
    ],
    [
      'a failure with its cause',
      ['Always', 'Images in Amazon ECR', 'The diagnosis'],
      { image: imageOf('crashing') },
      {},
      'rolled-back',
    ],
    [
      'a creation',
      [
        'Always',
        'Images in Amazon ECR',
        'Secrets and parameters',
        'What the instance role may read',
        'Creating the service',
        'Tags',
      ],
      {
        create: 'if-missing',
        'access-role-arn': accessRole,
        'instance-role-arn': instanceRole,
        port: '3000',
        secrets: 'AUTH_SECRET=chatbot/auth:AUTH_SECRET::',
        tags: 'team=chat',
        ...strict,
      },
      { appRunner: { services: [] } },
      'created',
    ],
    [
      'a resumption',
      ['Always', 'Images in Amazon ECR', 'Resuming a paused service'],
      { image: pinnedTo('v1'), resume: 'true' },
      { service: { status: 'PAUSED' } },
      'deployed',
    ],
    [
      'a watched tag',
      ['Always', 'Images in Amazon ECR'],
      { image: imageOf('latest') },
      {
        service: { SourceConfiguration: sourceOf(imageOf('latest'), {}, true) },
        moreImages: [
          { repository, tags: ['latest'], digest: digestOf('w'), behaviour: answers('w') },
        ],
      },
      'unchanged',
    ],
  ])('suffice by feature for %s', async (_, features, inputs, changes, outcome) => {
    const run = await deployAllowed(of(...features), inputs, changes)
    expect(run.outputs['outcome']).toBe(outcome)
    expect(run.log.join('\n')).not.toContain('not read: ')
  })
})

/** Whether a run shows the statement that allows an action. */
function isShown({ everything: text }: WorldRun, action: string): boolean {
  return text.replaceAll('\\"', '"').includes(`{"Effect":"Allow","Action":"${action}"`)
}

/** Without these an update is red. */
const needed = new Set([
  'apprunner:ListServices',
  'apprunner:DescribeService',
  'apprunner:ListOperations',
  'apprunner:UpdateService',
  'apprunner:TagResource',
  'apprunner:ListTagsForResource',
  'iam:PassRole',
  // A secret that is named by its name has to get an ARN.
  'secretsmanager:DescribeSecret',
])

/** What only other steps need than this update, or only those where something is wrong. */
const forOthers =
  /^(apprunner:(CreateService|ResumeService|StartDeployment)|logs:.*|ecr:(ListImages|DescribeImages))$/

describe('without one of them', () => {
  it.each(actions.filter((action) => !forOthers.test(action)))(
    'an update is red with the missing statement, or green with the statement told: %s',
    async (action) => {
      const run = await deployAllowed(without(action), full, { parameters })
      expect(run.outputs['outcome']).toBe(needed.has(action) ? 'failed' : 'deployed')
      expect(['access-denied', 'secret', undefined]).toContain(run.outputs['failure'])
      expect(isShown(run, action)).toBe(true)
    },
  )

  it('the role that may be passed is told with the service that it is passed to', async () => {
    const run = await deployAllowed(without('iam:PassRole'), {})
    expect(run.errors[0]?.message).toContain(
      '"Condition":{"StringEquals":{"iam:PassedToService":"apprunner.amazonaws.com"}}',
    )
  })

  it.each(['logs:GetLogEvents', 'logs:DescribeLogStreams'])(
    'a crash is red all the same, with the statement told: %s',
    async (action) => {
      const run = await deployAllowed(without(action), { image: imageOf('crashing') })
      expect(run.outputs['outcome']).toBe('rolled-back')
      expect(isShown(run, action)).toBe(true)
    },
  )
})
