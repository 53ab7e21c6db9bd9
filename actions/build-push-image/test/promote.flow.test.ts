import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes, ecr, moved, provide, provideAgain } from './in-flow.ts'

const sandbox = `${ecr}/sandbox/api`
const production = 'production/api'
const foreign = '210987654321.dkr.ecr.eu-west-1.amazonaws.com/sandbox/api'
const ghcr = 'ghcr.io/org/api'
const user = { username: 'ci', password: 'correct-horse-battery' }
const login = { 'registry-username': user.username, 'registry-password': user.password }
const hash = 'c0ffee'.repeat(11)
const labels = { 'deploy-actions.content-hash': hash }
const platforms = ['linux/amd64', 'linux/arm64']
const role = 'arn:aws:iam::210987654321:role/release'

type Inputs = Readonly<Record<string, string>>

const common: Inputs = { repository: production, tags: '1.4.0', 'promote-from': 'sandbox/api:abc' }

const world: World = {
  images: [
    { repository: sandbox, tags: ['abc'], labels, platforms },
    { repository: foreign, tags: ['abc'], labels, platforms },
    { repository: ghcr, tags: ['abc'], labels, platforms },
  ],
  repositories: [
    { repositoryName: production, imageTagMutability: 'IMMUTABLE' },
    { repositoryName: 'private/api', registryId: '210987654321' },
  ],
  registries: [{ host: 'ghcr.io', users: [user] }],
}

/** Copies an image, with the digest that it has at its source. */
async function promote(inputs: Inputs, changed: World = {}) {
  const run = await provide({ ...common, ...inputs }, { ...world, ...changed })
  return { ...run, message: run.errors[0]?.message ?? '' }
}

describe('an image that was tested is copied', () => {
  it.each<readonly [string, Inputs, World]>([
    ['between repositories of ECR', {}, {}],
    ['from the ECR of another account and Region', { 'promote-from': `${foreign}:abc` }, {}],
    ['from GHCR to ECR, with its user', { 'promote-from': `${ghcr}:abc`, ...login }, {}],
    ['from ECR to GHCR', { repository: 'ghcr.io/org/copy', ...login }, {}],
    [
      'to a registry that is named by itself',
      { repository: 'org/copy', registry: 'ghcr.io', ...login },
      {},
    ],
    [
      'where ECR mounts blobs',
      {},
      {
        registries: [
          { host: ecr, blobMounting: true },
          { host: 'ghcr.io', users: [user] },
        ],
      },
    ],
  ])('%s', async (_, inputs, changed) => {
    const run = await promote(inputs, changed)
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({
      outcome: 'promoted',
      reused: 'true',
      tags: '["1.4.0"]',
      metadata: '{}',
    })
    const { image = '', digest = '' } = run.outputs
    expect(image).toBe(`${run.outputs['repository-uri']}@${digest}`)
    expect(run.summary).toContain('copied')
    expect(run.summary).toContain('linux/arm64')
    expect(run.everything).not.toContain(user.password)
  })

  it('with its digest, by tag or by digest, and not again', async () => {
    const digests: (string | undefined)[] = []
    await promote({}, {}).then(({ outputs }) => digests.push(outputs['digest']))
    await provide({ ...common }, world, {
      async afterwards(simulator, { outputs }) {
        const before = moved(simulator).length
        const again = { ...common, 'promote-from': `sandbox/api@${outputs['digest']}` }
        const { outputs: second, errors } = await provideAgain(simulator, again)
        expect(errors).toEqual([])
        digests.push(outputs['digest'], second['digest'])
        expect(second['outcome']).toBe('promoted')
        expect(moved(simulator).length).toBe(before)
      },
    })
    expect(new Set(digests).size).toBe(1)
  })

  it('and is found by its content there, where tags may move', async () => {
    const repositories = [{ repositoryName: production }]
    const tags = ['abc', `content-${hash.slice(0, 20)}`]
    const images = [{ repository: sandbox, tags, labels, platforms }]
    const { outputs, simulator } = await promote({}, { repositories, images })
    expect(outputs['tags']).toBe('["1.4.0"]')
    const tagged = simulator.requests.flatMap(({ input }) => JSON.stringify(input))
    expect(tagged.join()).toContain(`content-${hash.slice(0, 20)}`)
  })

  it('and not found by a content that only its base was made from', async () => {
    const repositories = [{ repositoryName: production }]
    const { simulator } = await promote({}, { repositories })
    const tagged = simulator.requests.flatMap(({ operation, input }) =>
      operation === 'PushManifest' ? JSON.stringify(input) : [],
    )
    expect(tagged.join()).not.toContain('content-')
  })

  it('with the tag that it has there, where no other is asked for', async () => {
    expect((await promote({ tags: '' })).outputs['tags']).toBe('["abc"]')
    const byDigest = { tags: '', 'promote-from': `sandbox/api@sha256:${'0'.repeat(64)}` }
    const { outputs, message } = await promote(byDigest)
    expect(outputs['failure']).toBe('input')
    expect(message).toContain('names a digest without a tag')
  })

  it('with the role of the account that it is in', async () => {
    const inputs = {
      'promote-from': '210987654321.dkr.ecr.us-east-1.amazonaws.com/private/api:abc',
    }
    const images = [
      ...(world.images ?? []),
      { repository: '210987654321.dkr.ecr.us-east-1.amazonaws.com/private/api', tags: ['abc'] },
    ]
    const refused = await promote(inputs, { images })
    expect(refused.outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
    const run = await promote({ ...inputs, 'promote-from-role': role }, { images })
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({ outcome: 'promoted', registry: ecr })
    expect(run.everything).not.toMatch(/secret-of-|session-of-/)
  })

  it('with a role by whose account a name without a host is found', async () => {
    const images = [
      { repository: '210987654321.dkr.ecr.us-east-1.amazonaws.com/private/api', tags: ['abc'] },
    ]
    const inputs = { 'promote-from': 'private/api:abc', 'promote-from-role': role }
    expect((await promote(inputs, { images })).outputs['outcome']).toBe('promoted')
  })

  it('to a repository that is created for it', async () => {
    const run = await promote({ repository: 'new/api', 'create-repository': 'true' })
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({ outcome: 'promoted', 'repository-name': 'new/api' })
    expect(run.log).toContain('Created the repository new/api.')
  })

  it('to a repository that is created so that its tags stay where they are', async () => {
    const inputs = { ...common, repository: 'new/api', 'create-repository': 'true' }
    const images = [
      ...(world.images ?? []),
      { repository: sandbox, tags: ['def'], labels, behaviour: { port: 1 } },
    ]
    const ends: object[] = []
    const withBoth = { ...world, images }
    await provide(inputs, withBoth, {
      async afterwards(simulator) {
        const other = { ...inputs, 'promote-from': 'sandbox/api:def' }
        const moving = { tags: 'cache-x,content-x' }
        for (const next of [other, { ...other, ...moving }, { ...inputs, ...moving }]) {
          const { outputs } = await provideAgain(simulator, next)
          ends.push(outputs)
        }
      },
    })
    expect(ends).toMatchObject([
      { outcome: 'failed', failure: 'conflict' },
      // Its caches and contents are free to move.
      { outcome: 'promoted' },
      { outcome: 'promoted' },
    ])
  })

  it('not in a dry run, which says what would be', async () => {
    const run = await promote({
      'dry-run': 'true',
      repository: 'new/api',
      'create-repository': 'true',
    })
    expect(run.outputs['outcome']).toBe('planned')
    expect(changes(run.simulator)).toEqual([])
    expect(run.summary).toContain('copy')
  })
})

describe('an image is not copied', () => {
  it.each<readonly [string, Inputs, World, string, readonly string[]]>([
    [
      'that is not there',
      { 'promote-from': 'sandbox/api:none' },
      {},
      'image',
      ['There is no image', 'sandbox/api:none', 'promote-from'],
    ],
    [
      'from a repository that is not there',
      { 'promote-from': 'sandbox/none:abc' },
      {},
      'image',
      ['sandbox/none:abc'],
    ],
    [
      'that was built for one environment',
      {},
      {
        images: [
          { repository: sandbox, tags: ['abc'], labels: { 'deploy-actions.built-for': 'sandbox' } },
        ],
      },
      'image',
      ['was built for sandbox', 'Build it anew'],
    ],
    [
      'that is for another platform',
      { 'expect-platform': 'linux/s390x' },
      {},
      'image',
      ['is for linux/amd64, linux/arm64', 'linux/s390x'],
    ],
    [
      'to a tag that is immutable and on another',
      {},
      {
        images: [
          ...(world.images ?? []),
          { repository: `${ecr}/${production}`, tags: ['1.4.0'], behaviour: { port: 1 } },
        ],
      },
      'conflict',
      ['1.4.0', 'immutable'],
    ],
    [
      'to a repository that is not there',
      { repository: 'new/api' },
      {},
      'input',
      ['create-repository: true'],
    ],
    [
      'with a role that may not be had',
      { 'promote-from-role': role },
      {
        caller: {
          policies: [
            {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 'ecr:*', Resource: '*' }],
            },
          ],
        },
      },
      'access-denied',
      ['sts:AssumeRole', role],
    ],
    [
      'from a registry whose user is wrong',
      { 'promote-from': `${ghcr}:abc`, ...login, 'registry-password': 'wrong' },
      {},
      'access-denied',
      ['ghcr.io'],
    ],
  ])('%s', async (_, inputs, changed, failure, words) => {
    const { outputs, message, simulator } = await promote(inputs, changed)
    expect(outputs).toMatchObject({ outcome: 'failed', failure })
    for (const word of words) expect(message).toContain(word)
    expect(changes(simulator)).toEqual([])
  })
})
