import { readFileSync } from 'node:fs'
import type { World } from '@deploy-actions/aws-simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkout, ecr, provide } from './in-flow.ts'

const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

const place = checkout({ Dockerfile: `FROM ${ecr}/base/node:22\n` })
const context = place.folder
afterAll(() => place[Symbol.dispose]())

/** The statements in the README under the headings of these names. */
function statements(...names: readonly string[]): readonly object[] {
  const parts = text.split(/^### /m).filter((part) => names.includes(part.split('\n')[0] ?? ''))
  expect(parts).toHaveLength(names.length)
  return parts.flatMap((part) => {
    const [, json = '[]'] = /```json\n([^]+?)```/.exec(part) ?? []
    // A list of statements: the README is written so.
    return JSON.parse(json) as object[]
  })
}

function callerWith(...names: readonly string[]): Pick<World, 'caller'> {
  return { caller: { policies: [{ Version: '2012-10-17', Statement: statements(...names) }] } }
}

const backend = 'arbiter-ai/backend'
const base = { repository: `${ecr}/base/node`, tags: ['22'] }
const tested = { repository: `${ecr}/sandbox/backend`, tags: ['abc'] }
const foreign = { repository: '210987654321.dkr.ecr.us-east-1.amazonaws.com/kept', tags: ['abc'] }
let reusing: World = {}

beforeAll(async () => {
  const world: World = { images: [base], repositories: [{ repositoryName: backend }] }
  const { outputs } = await provide({ context, 'dry-run': 'true' }, world)
  const hash = outputs['content-hash'] ?? ''
  const reused = {
    repository: `${ecr}/${backend}`,
    tags: [`content-${hash.slice(0, 20)}`],
    labels: { 'deploy-actions.content-hash': hash },
  }
  reusing = {
    images: [base, tested, foreign, reused],
    repositories: [{ repositoryName: 'kept', registryId: '210987654321' }],
  }
})

type Inputs = Readonly<Record<string, string>>

const promotion = { repository: backend, tags: '1', 'promote-from': 'sandbox/backend:abc' }
const creation = {
  ...promotion,
  repository: 'arbiter-ai/new',
  'create-repository': 'true',
  'lifecycle-policy': `${context}/policy.json`,
}
const fromKept = {
  ...promotion,
  'promote-from': `${foreign.repository}:abc`,
  'promote-from-role': 'arn:aws:iam::210987654321:role/release',
}
place.write(
  'policy.json',
  JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: 'Keep the last thirty that have no tag, and all others.',
        selection: { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 30 },
        action: { type: 'expire' },
      },
    ],
  }),
)
place.write('.dockerignore', 'policy.json\n')

const rows: readonly (readonly [string, readonly string[], Inputs, string, string])[] = [
  [
    'an image that is reused',
    ['Reusing', 'Base images in Amazon ECR'],
    { context, 'reuse-max-age': '0' },
    'reused',
    'Reusing',
  ],
  ['a promotion', ['Reusing', 'Pushing', '`promote-from`'], promotion, 'promoted', 'Pushing'],
  [
    'a promotion to a repository that is created',
    ['Reusing', 'Pushing', '`promote-from`', '`create-repository`'],
    creation,
    'promoted',
    '`create-repository`',
  ],
  [
    'a promotion with a role of another account',
    ['Reusing', 'Pushing', '`promote-from-role`'],
    fromKept,
    'promoted',
    '`promote-from-role`',
  ],
]

describe('the statements in the README', () => {
  it.each(rows)('are enough for %s', async (_, names, inputs, outcome) => {
    const { outputs, errors } = await provide(inputs, { ...reusing, ...callerWith(...names) })
    expect(errors).toEqual([])
    expect(outputs['outcome']).toBe(outcome)
  })

  it.each(rows)('are needed for %s', async (_, names, inputs, _outcome, needed) => {
    const others = names.filter((name) => name !== needed)
    const caller = others.length === 0 ? { caller: { policies: [] } } : callerWith(...others)
    const { outputs } = await provide(inputs, { ...reusing, ...caller })
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
  })
})
