import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { appWorld, syncIn } from './in-flow.ts'

/** A caller that may do just this. */
function callerWith(...actions: readonly string[]): Pick<World, 'caller'> {
  const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }]
  return { caller: { policies: [{ Version: '2012-10-17', Statement }] } }
}

const reading = ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue']
const writing = [
  ...reading,
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecretVersionStage',
]
const creating = ['secretsmanager:DescribeSecret', 'secretsmanager:CreateSecret']
const tagging = 'secretsmanager:TagResource'
const key = 'alias/app'
const plain = { 'secret-id': 'app', 'key-manifest': 'false' }
const deleted = { deletedDate: '2026-01-20T00:00:00Z' }
const longManifest = {
  tags: [
    { Key: 'deploy-actions:keys', Value: 'A' },
    { Key: 'deploy-actions:keys:2', Value: 'B' },
  ],
}

type Row = readonly [string, readonly string[], World, Readonly<Record<string, string>>, string]

const rows: readonly Row[] = [
  [
    'a check',
    reading,
    appWorld({ A: 'x' }),
    { ...plain, mode: 'check', schema: 'A: {}' },
    'checked',
  ],
  ['a pull', reading, appWorld({ A: 'x' }), { ...plain, mode: 'pull' }, 'pulled'],
  [
    'a dry run',
    reading,
    appWorld({ A: 'x' }),
    { ...plain, values: 'A=y', 'dry-run': 'true' },
    'planned',
  ],
  [
    'a push of what is equal',
    reading,
    appWorld({ A: 'x' }),
    { ...plain, values: 'A=x' },
    'unchanged',
  ],
  ['a write', writing, appWorld({ A: 'x' }), { ...plain, values: 'A=y' }, 'written'],
  ['a creation', creating, {}, { ...plain, values: 'A=y' }, 'written'],
  [
    'a creation with tags',
    [...creating, tagging],
    {},
    { ...plain, values: 'A=y', tags: 'a=b' },
    'written',
  ],
  [
    'a creation with a key manifest',
    [...creating, tagging],
    {},
    { 'secret-id': 'app', values: 'A=y' },
    'written',
  ],
  [
    'a key manifest',
    [...writing, tagging],
    appWorld({ A: 'x' }),
    { 'secret-id': 'app', values: 'A=y' },
    'written',
  ],
  [
    'a key manifest that gets shorter',
    [...writing, tagging, 'secretsmanager:UntagResource'],
    appWorld({ A: 'x' }, longManifest),
    { 'secret-id': 'app', values: 'A=y' },
    'written',
  ],
  [
    'tags',
    [...reading, tagging],
    appWorld({ A: 'x' }),
    { ...plain, values: 'A=x', tags: 'a=b' },
    'written',
  ],
  [
    'a description',
    [...reading, 'secretsmanager:UpdateSecret'],
    appWorld({ A: 'x' }),
    { ...plain, description: 'D' },
    'written',
  ],
  [
    'a restoration',
    [...writing, 'secretsmanager:RestoreSecret'],
    appWorld({ A: 'x' }, deleted),
    { ...plain, values: 'A=y', 'restore-deleted': 'true' },
    'written',
  ],
  [
    'reading with a key of the customer',
    [...reading, 'kms:Decrypt'],
    appWorld({ A: 'x' }, { kmsKeyId: key }),
    { ...plain, mode: 'check', schema: 'A: {}' },
    'checked',
  ],
  [
    'writing with a key of the customer',
    [...writing, 'kms:Decrypt', 'kms:GenerateDataKey'],
    appWorld({ A: 'x' }, { kmsKeyId: key }),
    { ...plain, values: 'A=y' },
    'written',
  ],
  [
    'creating with a key of the customer',
    [...creating, 'kms:Decrypt', 'kms:GenerateDataKey'],
    {},
    { ...plain, values: 'A=y', 'kms-key-id': key },
    'written',
  ],
  [
    'deriving from another secret',
    reading,
    appWorld({ A: '<b>' }, {}, { secrets: [{ name: 'web', value: { B: 'b' } }] }),
    { ...plain, mode: 'check', schema: "A: {derive: '<${web#B}>'}" },
    'checked',
  ],
  [
    'naming services',
    [
      ...reading,
      'ecs:ListServices',
      'ecs:DescribeServices',
      'ecs:DescribeTaskDefinition',
      'ecs:ListTasks',
      'ecs:DescribeTasks',
    ],
    appWorld({ A: 'x' }, {}, { clusters: [{ name: 'shop', services: [] }] }),
    { ...plain, mode: 'check', schema: 'A: {}', cluster: 'shop' },
    'checked',
  ],
]

describe('the role of the job', () => {
  it.each(rows)('needs no more for %s', async (_, actions, world, inputs, outcome) => {
    const run = await syncIn({ ...world, ...callerWith(...actions) }, inputs)
    expect(run.errors).toEqual([])
    expect(run.warnings).toEqual([])
    expect(run.outputs['outcome']).toBe(outcome)
  })

  const needed = rows.flatMap(([name, actions, world, inputs]) =>
    actions.map((action) => [action, name, { actions, world, inputs }] as const),
  )
  /** These end without what they could not do: with a warning, or with what was not checked. */
  const dispensable = /^ecs:|TagResource$|UntagResource$/

  it.each(
    needed.filter(
      ([action, name]) => !dispensable.test(action) || name.includes('creation') || name === 'tags',
    ),
  )(
    'that may not %s is told the statement where it is needed for %s',
    async (action, _, { actions, world, inputs }) => {
      const others = actions.filter((one) => one !== action)
      const run = await syncIn({ ...world, ...callerWith(...others) }, inputs)
      expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
      expect(run.errors[0]?.message).toContain(action)
      expect(run.outputs['changed']).not.toBe('true')
    },
  )
})
