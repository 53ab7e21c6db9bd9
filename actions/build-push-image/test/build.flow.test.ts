import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '@deploy-actions/aws-simulator'
import { installDockerStandIn } from '@deploy-actions/local-runner/docker-stand-in'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes, checkout, ecr, provide, repository } from './in-flow.ts'

const place = checkout()
const context = place.folder
const root = mkdtempSync(join(tmpdir(), 'build-flow-'))
const standIn = join(root, 'stand-in')

beforeAll(() => installDockerStandIn(standIn))
afterAll(() => {
  place[Symbol.dispose]()
  rmSync(root, { recursive: true })
})

/** The folder of a docker that does something else first, in the words of a shell. */
function dockerThat(name: string, ...script: readonly string[]): string {
  const folder = join(root, name)
  mkdirSync(folder)
  const text = ['#!/bin/sh', ...script, `exec ${join(standIn, 'docker')} "$@"`, ''].join('\n')
  writeFileSync(join(folder, 'docker'), text)
  chmodSync(join(folder, 'docker'), 0o755)
  return folder
}

type Inputs = Readonly<Record<string, string>>
type Mutability = 'MUTABLE' | 'IMMUTABLE'

/** Runs the action with the docker of a folder. */
async function build(inputs: Inputs, folder = standIn, more: World = {}) {
  const world = { repositories: [{ repositoryName: repository }], ...more }
  const own = { PATH: `${folder}:/usr/bin:/bin`, DOCKER_CONFIG: join(root, 'none') }
  const run = await provide({ context, ...inputs }, world, { variables: own })
  const warnings = run.warnings.join('\n')
  const given = run.simulator.requests
    .filter(({ operation, error }) => operation === 'PutImage' && error === undefined)
    .map(({ input }) => (input as { readonly imageTag?: string }).imageTag) // of PutImage
  return { ...run, warnings, given }
}

const withTags = (imageTagMutability: Mutability): World => ({
  repositories: [{ repositoryName: repository, imageTagMutability }],
})

const onArm = [
  'case "$1 $2" in',
  '"buildx inspect") echo "Driver: remote"; echo "Platforms: linux/arm64*, linux/arm/v7"; exit 0;;',
  '"version "*) echo "Cannot connect to the Docker daemon" >&2; exit 1;;',
  '"buildx build") shift 2; set -- buildx build --platform=linux/arm64 "$@";;',
  'esac',
]

describe('an image that is built', () => {
  it('is pushed under the tag of its content, and gets its tags last', async () => {
    const run = await build({ tags: '1,latest' })
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({ outcome: 'built', tags: '["1","latest"]' })
    expect(run.given).toEqual(['1', 'latest'])
    expect(changes(run.simulator).slice(-3)).toEqual(['PushManifest', 'PutImage', 'PutImage'])
  })

  it('needs no engine on this machine where the builder is elsewhere', async () => {
    const run = await build({ platforms: 'linux/arm64' }, dockerThat('remote', ...onArm))
    expect(run.errors).toEqual([])
    expect(run.outputs['outcome']).toBe('built')
  })

  it('says that no engine answers where buildx does not know its driver for that', async () => {
    const silent = [
      '[ "$1 $2" = "buildx inspect" ] && { printf "Driver:        \\nLast Activity: today\\n"; exit 0; }',
      '[ "$1" = version ] && { echo "Cannot connect to the Docker daemon" >&2; exit 1; }',
    ]
    const run = await build({}, dockerThat('silent', ...silent))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('The Docker engine of this runner does not answer')
  })

  it('for another platform than its hash stands for is told, and never reused', async () => {
    const elsewhere = dockerThat('elsewhere', ...onArm)
    const platforms = process.arch === 'arm64' ? { platforms: 'linux/amd64' } : {}
    const run = await build(platforms, elsewhere)
    expect(run.outputs['outcome']).toBe('built')
    expect(run.warnings).toContain('is for linux/arm64, and not for linux/amd64')
  })

  it('by a builder of another platform than is expected is refused before the build', async () => {
    const run = await build({ 'expect-platform': 'linux/amd64' }, dockerThat('refused', ...onArm))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
    expect(run.errors[0]?.message).toContain('linux/arm64')
    expect(changes(run.simulator)).toEqual([])
  })

  it('comes out for another platform than is expected, and gets no tag that is deployed', async () => {
    const folder = dockerThat('crooked', ...onArm.toSpliced(1, 2))
    const run = await build({ 'expect-platform': 'linux/amd64', tags: 'latest' }, folder)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
    expect(run.given).toEqual([])
    const pushed = run.simulator.requests.filter(({ operation }) => operation === 'PushManifest')
    expect(JSON.stringify(pushed)).not.toContain('latest')
  })

  it('may not take a tag under which a cache is kept', async () => {
    const run = await build({ tags: 'cache' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect((await build({ tags: 'cache', cache: 'off' })).outputs['outcome']).toBe('built')
  })
})

describe('a repository whose tags stay, which nobody may describe', () => {
  const policies = [
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: 'ecr:DescribeRepositories', Resource: '*' }],
    },
  ]
  const cache = `${ecr}/${repository}`

  it('gets the image without the cache whose tag is in the way', async () => {
    const images = [{ repository: cache, tags: ['cache'] }]
    const world = { ...withTags('IMMUTABLE'), images, caller: { policies } }
    const run = await build({ tags: '1', cache: 'inline' }, standIn, world)
    expect(run.errors).toEqual([])
    expect(run.outputs['outcome']).toBe('built')
    expect(run.warnings).toContain('Exclude cache* and content-*')
  })
})

describe('docker of this machine', () => {
  it('that may not be executed is told as such', async () => {
    const folder = dockerThat('locked')
    chmodSync(join(folder, 'docker'), 0o644)
    const world = { repositories: [{ repositoryName: repository }] }
    const run = await provide({ context }, world, { variables: { PATH: folder } })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('may not be executed')
  })

  it('does without settings that are no JSON, which is said', async () => {
    const DOCKER_CONFIG = join(root, 'broken')
    mkdirSync(DOCKER_CONFIG)
    writeFileSync(join(DOCKER_CONFIG, 'config.json'), '{"auths": hunter2-canary')
    const run = await provide(
      { context },
      { repositories: [{ repositoryName: repository }] },
      { variables: { PATH: `${standIn}:/usr/bin:/bin`, DOCKER_CONFIG } },
    )
    expect(run.outputs['outcome']).toBe('built')
    expect(run.warnings[0]).toContain('is no JSON object')
    expect(run.everything).not.toContain('hunter2-canary')
  })
})

describe('what docker takes from the environment', () => {
  const ambient = checkout({
    Dockerfile: 'FROM scratch\nARG HTTP_PROXY\nARG SOURCE_DATE_EPOCH\nCOPY app /\n',
  })
  afterAll(() => ambient[Symbol.dispose]())
  const DOCKER_CONFIG = join(root, 'proxies')
  beforeAll(() => {
    mkdirSync(DOCKER_CONFIG)
    const proxies = { default: { httpProxy: 'http://user:hunter2-canary@proxy:3128' } }
    writeFileSync(join(DOCKER_CONFIG, 'config.json'), JSON.stringify({ proxies }))
  })

  const hashWith = async (variables: Inputs): Promise<string | undefined> => {
    const world = { repositories: [{ repositoryName: repository }] }
    const inputs = { context: ambient.folder, 'dry-run': 'true' }
    return (await provide(inputs, world, { variables })).outputs['content-hash']
  }

  it('counts in the hash: the time of the sources, proxies that are declared', async () => {
    const none = { DOCKER_CONFIG: join(root, 'none') }
    const hashes = [await hashWith(none)]
    hashes.push(await hashWith({ ...none, SOURCE_DATE_EPOCH: '1700000000' }))
    hashes.push(await hashWith({ ...none, SOURCE_DATE_EPOCH: '1800000000' }))
    hashes.push(await hashWith({ DOCKER_CONFIG }))
    expect(new Set(hashes).size).toBe(4)
  })

  it('keeps the hash from being known: a policy that changes which images are read', async () => {
    const policy = { EXPERIMENTAL_BUILDKIT_SOURCE_POLICY: '/policy.json' }
    expect((await hashWith(policy)) ?? '').toBe('')
  })
})

describe('a platform by default', () => {
  it('that is not the expected one is refused before anything is asked', async () => {
    const run = await provide(
      { context, 'expect-platform': 'linux/amd64' },
      {},
      { variables: { DOCKER_DEFAULT_PLATFORM: 'linux/arm64' } },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('DOCKER_DEFAULT_PLATFORM')
  })
})
