import type { World } from '@deploy-actions/aws-simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkout, ecr, provide, repository } from './in-flow.ts'

const place = checkout({ Dockerfile: 'FROM org/base:1\nCOPY app /\n' })
const context = place.folder
afterAll(() => place[Symbol.dispose]())

const uri = `${ecr}/${repository}`
const source = `${ecr}/sandbox/api`
const base = { repository: 'docker.io/org/base', tags: ['1'] }
const user = { username: 'ci', password: 'correct-horse-battery' }
let reusing: World = {}

beforeAll(async () => {
  const { outputs } = await provide(
    { context, 'dry-run': 'true' },
    { images: [base], repositories: [{ repositoryName: repository }] },
  )
  const hash = outputs['content-hash'] ?? ''
  reusing = {
    start: '2026-01-01T00:00:00Z',
    images: [
      base,
      {
        repository: uri,
        tags: [`content-${hash.slice(0, 20)}`],
        created: '2026-01-01T00:00:00Z',
        labels: { 'deploy-actions.content-hash': hash },
      },
      { repository: source, tags: ['abc'], platforms: ['linux/amd64', 'linux/arm64'] },
    ],
    repositories: [{ repositoryName: 'production/api', imageTagMutability: 'IMMUTABLE' }],
    registries: [{ host: 'ghcr.io', users: [user] }],
  }
})

const throttled = { name: 'ThrottlingException', message: 'Rate exceeded' }
const broken = { name: 'ServerException', status: 500 }
const busy = { name: 'TOOMANYREQUESTS', status: 429, message: 'too many requests' }
const failing = { name: 'UNKNOWN', status: 503, message: 'try later' }
const unauthorized = { name: 'UNAUTHORIZED', status: 401, message: 'authentication required' }

describe('an image is reused all the same', () => {
  it.each([
    'GetCallerIdentity',
    'DescribeRepositories',
    'BatchGetImage',
    'GetAuthorizationToken',
    'PutImage',
  ])('although %s is throttled, fails and breaks off', async (operation) => {
    const faults = [
      { operation, calls: [1], error: throttled },
      { operation, calls: [1], error: broken },
      { operation, calls: [1], reset: true },
    ]
    const { outputs, errors, simulator } = await provide({ context }, { ...reusing, faults })
    expect(errors).toEqual([])
    expect(outputs['outcome']).toBe('reused')
    const befallen = simulator.requests.filter(
      (one) => one.operation === operation && one.error !== undefined,
    )
    expect(befallen.length).toBeGreaterThan(0)
  })

  it.each(['PullManifest', 'PullBlob', 'HeadManifest', 'RegistryToken', 'DownloadLayer'])(
    'although %s is throttled, fails and breaks off at the registry',
    async (operation) => {
      const faults = [
        { operation, calls: [1], error: busy },
        { operation, calls: [1], error: failing },
        { operation, calls: [1], reset: true },
      ]
      const { outputs, errors } = await provide({ context }, { ...reusing, faults })
      expect(errors).toEqual([])
      expect(outputs['outcome']).toBe('reused')
    },
  )

  it('although the registry wants another login in between', async () => {
    const faults = [{ operation: 'PullBlob', calls: [1], error: unauthorized }]
    const { outputs } = await provide({ context }, { ...reusing, faults })
    expect(outputs['outcome']).toBe('reused')
  })

  it('although the answer to PutImage is lost when the tag is given', async () => {
    const faults = [{ operation: 'PutImage', calls: [1], reset: true, takesEffect: true }]
    const { outputs } = await provide({ context }, { ...reusing, faults })
    expect(outputs['outcome']).toBe('reused')
  })
})

describe('an image is copied whole', () => {
  const inputs = { repository: 'production/api', tags: '1', 'promote-from': 'sandbox/api:abc' }

  it.each(['BeginUpload', 'PushBlob', 'PushManifest', 'PullManifest', 'PullBlob', 'DownloadLayer'])(
    'although every other %s is throttled, fails, breaks off or wants another login',
    async (operation) => {
      const faults = [
        { operation, calls: [1], error: busy },
        { operation, calls: [6], error: unauthorized },
        { operation, calls: [1, 4], reset: true },
        { operation, calls: [2], error: failing },
      ]
      const { outputs, errors } = await provide(inputs, { ...reusing, faults })
      expect(errors).toEqual([])
      expect(outputs['outcome']).toBe('promoted')
    },
  )

  it.each([
    ['a password of ECR', ecr, inputs],
    [
      'a token',
      'ghcr.io',
      {
        ...inputs,
        repository: 'ghcr.io/org/copy',
        'registry-username': user.username,
        'registry-password': user.password,
      },
    ],
  ])('although %s expires meanwhile', async (_, host, given) => {
    const users = host === 'ghcr.io' ? { users: [user] } : {}
    const registries = [{ host, tokenLifetime: '25s', ...users }]
    const faults = ['PushBlob', 'PushManifest', 'PullManifest'].map((operation) => ({
      operation,
      delay: '10s',
    }))
    const { outputs, errors } = await provide(given, { ...reusing, registries, faults })
    expect(errors).toEqual([])
    expect(outputs['outcome']).toBe('promoted')
  })
})

describe('what keeps failing is told', () => {
  it.each(['BatchGetImage', 'PutImage', 'GetAuthorizationToken'])('%s', async (operation) => {
    const faults = [{ operation, error: broken }]
    const { outputs, errors } = await provide({ context }, { ...reusing, faults })
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'service-error' })
    expect(errors[0]?.message).toContain(operation)
  })

  it('unless it only says whether tags move: then they are taken to', async () => {
    const faults = [{ operation: 'DescribeRepositories', error: broken }]
    const { outputs } = await provide({ context }, { ...reusing, faults })
    expect(outputs['outcome']).toBe('reused')
  })

  it('a base image that nobody can look up: then it would be built, and why is said', async () => {
    const registries = [{ host: 'docker.io', unreachable: true }]
    const inputs = { context, 'dry-run': 'true' }
    const { outputs, log } = await provide(inputs, { ...reusing, registries })
    expect(outputs['outcome']).toBe('planned')
    expect(log.join('\n')).toMatch(/Whether it was built before cannot be known\. .*org\/base:1/)
  })
})
