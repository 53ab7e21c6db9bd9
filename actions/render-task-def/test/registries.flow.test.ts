import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { readRendered, refusal, renderIn } from './in-flow.ts'

const loginArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:ghcr-AbCdEf'
const repositories = [
  '123456789012.dkr.ecr.us-east-1.amazonaws.com/api',
  'docker.io/library/nginx',
  'ghcr.io/owner/api',
  'registry.example.com:5000/api',
]

const world: World = {
  images: repositories.map((repository) => ({ repository, tags: ['1'] })),
  registries: [{ host: 'ghcr.io', users: [{ username: 'u', password: 'canary-right' }] }],
  secrets: [{ name: 'ghcr', arn: loginArn, value: { username: 'u', password: 'canary-right' } }],
}
const repositoryCredentials = { credentialsParameter: loginArn }

const definition = (container: object): object => ({
  family: 'api',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [{ name: 'api', ...container }],
})

const inGhcr = definition({ image: 'ghcr.io/owner/api:1', repositoryCredentials })
const withHost = (host: object): World => ({
  ...world,
  registries: [host as NonNullable<World['registries']>[number]],
})

const throttled: World = {
  ...world,
  faults: ['PullManifest', 'HeadManifest'].map((operation) => ({
    operation,
    every: 1,
    error: { name: 'TOOMANYREQUESTS', status: 429 },
  })),
}

describe('an image in a registry', () => {
  it.each([
    ['Amazon ECR', repositories[0]],
    ['Docker Hub', 'nginx'],
    ['a public registry with a port', repositories[3]],
  ])('that may be looked at is pinned to its digest: %s', async (_, image) => {
    const given = definition({ image: `${image}:1` })
    const run = await renderIn(world, given, { environment: 'A=1', preflight: 'strict' })
    expect([run.errors, run.warnings]).toEqual([[], []])
    const [container] = (await readRendered(run)).containerDefinitions
    expect(container?.image).toMatch(new RegExp(`^${image}@sha256:[0-9a-f]{64}$`))
  })

  it.each([
    ['Amazon ECR', repositories[0]],
    ['a public registry', repositories[3]],
    ['Amazon ECR, without its host', 'api'],
  ])('is asked for its digest alone where nobody checks it: %s', async (_, image) => {
    const given = definition({ image: `${repositories[0]}:1` })
    const run = await renderIn(world, given, { image: `${image}:1`, preflight: 'off' })
    expect(run.errors).toEqual([])
    expect((await readRendered(run)).containerDefinitions[0]?.image).toContain('@sha256:')
    const operations = run.simulator.requests.map(({ operation }) => operation)
    expect(operations.filter((one) => /Blob|Layer/.test(one))).toEqual([])
  })

  it('that is private is looked at with the login of the inputs', async () => {
    const login = { 'registry-username': 'u', 'registry-password': 'canary-right' }
    const run = await renderIn(world, inGhcr, { ...login, preflight: 'strict', environment: 'A=1' })
    expect([run.errors, run.warnings]).toEqual([[], []])
    expect((await readRendered(run)).containerDefinitions[0]?.image).toContain('api@sha256:')
    expect(run.everything).not.toContain('canary')
  })

  it.each(['GHCR.io', 'ghcr.io'])(
    'that is private is looked at with the login of a host, however it is written: %s',
    async (registry) => {
      const login = { 'registry-username': 'u', 'registry-password': 'canary-right', registry }
      const run = await renderIn(world, inGhcr, { ...login, environment: 'A=1' })
      expect((await readRendered(run)).containerDefinitions[0]?.image).toContain('api@sha256:')
    },
  )

  it('that ECS logs in for with a secret by its name keeps the name, and has its keys looked at', async () => {
    const named = (name: string): object =>
      definition({
        image: 'ghcr.io/owner/api:1',
        repositoryCredentials: { credentialsParameter: name },
      })
    const inputs = { environment: 'A=1', pin: 'off' }
    const run = await renderIn(world, named('ghcr'), inputs)
    expect(run.errors).toEqual([])
    expect(JSON.stringify(await readRendered(run))).toContain('"credentialsParameter":"ghcr"')
    const wrong = { ...world, secrets: [{ name: '/ghcr', value: { token: 'x' } }] }
    expect(refusal(await renderIn(wrong, named('/ghcr'), inputs))).toContain(
      'The secret /ghcr has no key username',
    )
    expect(refusal(await renderIn(world, named('gcr'), inputs))).toContain(
      'There is no secret gcr. Did you mean ghcr?',
    )
  })

  it.each<[situation: string, world: World, inputs: Record<string, string>, words: RegExp]>([
    ['is private, without a login', world, {}, /Not checked: .*registry-username/s],
    [
      'is private, with a wrong password',
      world,
      { 'registry-username': 'u', 'registry-password': 'canary-wrong' },
      /Not checked: .*registry-(username|password)/s,
    ],
    [
      'cannot be reached',
      withHost({ host: 'ghcr.io', unreachable: true }),
      {},
      /Not checked: .*ghcr\.io/s,
    ],
    ['is asked for too often', throttled, {}, /Not checked: .*ghcr\.io/s],
  ])(
    'that %s is not checked, within seconds, and keeps its tag',
    async (_, given, inputs, words) => {
      const run = await renderIn(given, inGhcr, { environment: 'A=1', ...inputs })
      expect(run.exitCode).toBe(0)
      expect(run.log.join('\n')).toMatch(words)
      expect(run.seconds).toBeLessThan(15)
      expect((await readRendered(run)).containerDefinitions[0]?.image).toBe('ghcr.io/owner/api:1')
      expect(run.warnings.join('\n')).toContain('is named by a tag')
      const strict = await renderIn(given, inGhcr, { ...inputs, preflight: 'strict' })
      expect(refusal(strict)).toMatch(/^image: /)
      expect(run.everything + strict.everything).not.toContain('canary')
    },
  )
})

describe('an image of a registry that wants a login, for a container without one', () => {
  const bare = { image: 'ghcr.io/owner/api:1', memory: 128 }
  const onInstances = {
    family: 'api',
    requiresCompatibilities: ['EC2'],
    containerDefinitions: [{ name: 'api', ...bare }],
  }
  const login = { 'registry-username': 'u', 'registry-password': 'canary-right' }

  it('is refused on Fargate, as private where that is known', async () => {
    const known = await renderIn(world, definition(bare), login)
    expect(refusal(known)).toContain(
      'The registry gives ghcr.io/owner/api:1 to nobody without a login. The container has no repositoryCredentials',
    )
    const unknown = await renderIn(world, definition(bare))
    expect(refusal(unknown)).toContain('without a login, or has no such repository. The container')
  })

  it('is not checked on instances, whose agents may have a login of their own', async () => {
    for (const inputs of [login, {}]) {
      const run = await renderIn(world, onInstances, { ...inputs, pin: 'off', environment: 'A=1' })
      expect(run.errors).toEqual([])
      expect(run.log.join('\n')).toMatch(/Not checked: .*ECS_ENGINE_AUTH_DATA/)
      const strict = await renderIn(world, onInstances, { ...inputs, preflight: 'strict' })
      expect(refusal(strict)).toMatch(/^image: .*repositoryCredentials/s)
    }
  })
})

describe('an image of a pull-through cache that nobody has pulled yet', () => {
  const cached = definition({
    image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/docker-hub/library/nginx:1',
  })
  const rule = { ecrRepositoryPrefix: 'docker-hub', upstreamRegistryUrl: 'registry-1.docker.io' }
  const withRule: World = { ...world, pullThroughCacheRules: [rule] }

  it('is not checked', async () => {
    const run = await renderIn(withRule, cached, { environment: 'A=1' })
    expect(run.errors).toEqual([])
    expect(run.log.join('\n')).toMatch(/Not checked: .*the pull-through cache rule docker-hub/)
  })

  it('may be named without its host', async () => {
    const run = await renderIn(withRule, inGhcr, { image: 'docker-hub/library/nginx:1' })
    expect(run.errors).toEqual([])
    expect((await readRendered(run)).containerDefinitions[0]?.image).toContain(
      'amazonaws.com/docker-hub/library/nginx:1',
    )
  })
})
