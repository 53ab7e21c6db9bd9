import { BatchGetImageCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr'
import { CancelledError, sleep } from '@deploy-actions/action-kit'
import type { Simulator, World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { inWorld, lookUpIn } from './in-world.ts'

const host = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const repository = `${host}/arbiter-ai/backend`
const digest = `sha256:${'0'.repeat(64)}`

const world: World = {
  images: [
    { repository, tags: ['1.4.0'], labels: { 'org.opencontainers.image.revision': 'abc' } },
    { repository, tags: ['1.5.0', 'stable'], platforms: ['linux/amd64', 'linux/arm64/v8'] },
    { repository, tags: ['1.6.0-docker'], platforms: ['linux/arm64'], mediaTypes: 'docker' },
  ],
}

const denied = (action: string): World => ({
  ...world,
  caller: {
    policies: [
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
      { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: action, Resource: '*' }] },
    ],
  },
})

const onlyAllowed = (...actions: string[]): World => ({
  ...world,
  caller: {
    policies: [
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] },
    ],
  },
})

/** Pushes an image that is another than all others, although nobody could tell when it runs. */
async function pushAgain(
  { url }: Simulator,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const ecr = new ECRClient({ region: 'us-east-1', endpoint: url })
  const repositoryName = 'arbiter-ai/backend'
  const imageIds = [{ imageTag: from }]
  const { images } = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }))
  const content = JSON.parse(images?.[0]?.imageManifest ?? '{}') as object // as it was pushed
  const imageManifest = JSON.stringify({ ...content, annotations: { to } })
  await ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag: to }))
  ecr.destroy()
}

describe('an image in ECR', () => {
  it('is found with digest, platform, labels and size', async () => {
    expect(await lookUpIn(world, `${repository}:1.4.0`)).toEqual({
      kind: 'found',
      digest: expect.stringMatching(/^sha256:[a-f0-9]{64}$/),
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      isPublic: false,
      platforms: [{ os: 'linux', architecture: 'amd64' }],
      labels: expect.objectContaining({ 'org.opencontainers.image.revision': 'abc' }),
      sizeBytes: expect.any(Number),
    })
  })

  it('for several platforms is found with the digest of its index and all of them', async () => {
    expect(await lookUpIn(world, `${repository}:stable`)).toMatchObject({
      kind: 'found',
      mediaType: 'application/vnd.oci.image.index.v1+json',
      platforms: [
        { os: 'linux', architecture: 'amd64' },
        { os: 'linux', architecture: 'arm64', variant: 'v8' },
      ],
    })
  })

  it('in the media types of Docker is found as well', async () => {
    expect(await lookUpIn(world, `${repository}:1.6.0-docker`)).toMatchObject({
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      platforms: [{ os: 'linux', architecture: 'arm64' }],
    })
  })

  it('is found by the digest that its tag has, and the digest decides where both are named', async () => {
    await inWorld(world, async ({ lookUp }) => {
      const byTag = await lookUp(`${repository}:1.5.0`)
      if (byTag.kind !== 'found') throw new Error(byTag.message)
      expect(await lookUp(`${repository}@${byTag.digest}`)).toEqual(byTag)
      expect(await lookUp(`${repository}:1.4.0@${byTag.digest}`)).toEqual(byTag)
    })
  })

  it('of another account, which shares it, is asked for there', async () => {
    const shared = '210987654321.dkr.ecr.us-east-1.amazonaws.com/base'
    const found = await lookUpIn({ images: [{ repository: shared, tags: ['1'] }] }, `${shared}:1`)
    expect(found).toMatchObject({ kind: 'found', isPublic: false })
  })

  it.each([
    ['cn-north-1', 'amazonaws.com.cn'],
    ['us-gov-west-1', 'amazonaws.com'],
  ])('in %s is found under the host of its partition', async (region, suffix) => {
    const there = `123456789012.dkr.ecr.${region}.${suffix}/api`
    const images = [{ repository: there, tags: ['1'] }]
    expect(await lookUpIn({ region, images }, `${there}:1`)).toMatchObject({ kind: 'found' })
  })

  it('is asked for once, however often it is looked up', async () => {
    await inWorld(world, async ({ lookUp, simulator }) => {
      const image = `${repository}:1.4.0`
      const all = await Promise.all([lookUp(image), lookUp(image), lookUp(image)])
      expect(new Set(all).size).toBe(1)
      const asked = simulator.requests.filter(({ operation }) => operation === 'BatchGetImage')
      expect(asked).toHaveLength(1)
    })
  })
})

describe('an image that ECR does not have', () => {
  it('is a missing tag, with the newest five of those that are there', async () => {
    await inWorld(world, async ({ lookUp, simulator }) => {
      for (const tag of ['a', 'z', 'm']) {
        await sleep(60_000, new AbortController().signal)
        await pushAgain(simulator, { from: '1.4.0', to: tag })
      }
      expect(await lookUp(`${repository}:1.7.0`)).toMatchObject({
        kind: 'missing',
        what: 'tag',
        message: `${repository} has no tag 1.7.0.`,
        existing: ['m', 'z', 'a', expect.any(String), expect.any(String)],
      })
    })
  })

  it('is the missing tag latest where none is written', async () => {
    expect(await lookUpIn(world, repository)).toMatchObject({
      what: 'tag',
      message: `${repository} has no tag latest.`,
    })
  })

  it('is a missing digest', async () => {
    expect(await lookUpIn(world, `${repository}@${digest}`)).toMatchObject({
      kind: 'missing',
      what: 'digest',
    })
  })

  it('is a missing repository', async () => {
    expect(await lookUpIn(world, `${host}/arbiter-ai/frontend:1`)).toEqual({
      kind: 'missing',
      what: 'repository',
      message: `There is no repository ${host}/arbiter-ai/frontend.`,
      existing: [],
    })
  })

  it('is a missing repository where ECR takes its name for none', async () => {
    const message =
      "Invalid parameter at 'repositoryName' failed to satisfy constraint: 'Member must have length greater than or equal to 2'"
    const error = { name: 'InvalidParameterException', message }
    const faults = [{ operation: 'BatchGetImage', error }]
    expect(await lookUpIn({ ...world, faults }, `${host}/x:1`)).toMatchObject({
      kind: 'missing',
      what: 'repository',
    })
  })

  it('is told with the newest tags, be they on the last of several pages', async () => {
    const images = Array.from({ length: 1_001 }, (_, index) => ({
      repository,
      tags: [`v${index}`],
    }))
    await inWorld({ images }, async ({ lookUp, simulator }) => {
      await sleep(60_000, new AbortController().signal)
      await pushAgain(simulator, { from: 'v0', to: 'zzz' })
      expect(await lookUp(`${repository}:1.7.0`)).toMatchObject({
        existing: expect.arrayContaining(['zzz']),
      })
    })
  })

  it('is known to be missing although the role may not list what is there instead', async () => {
    expect(await lookUpIn(onlyAllowed('ecr:BatchGetImage'), `${repository}:1.7.0`)).toMatchObject({
      kind: 'missing',
      what: 'tag',
      existing: [],
    })
  })
})

describe('ECR that does not let the role in', () => {
  it('leaves the image unchecked, with the statement to add', async () => {
    const lookup = await lookUpIn(onlyAllowed('ecs:*'), `${repository}:1.4.0`)
    expect(lookup).toMatchObject({ kind: 'not-checked', reason: 'access-denied' })
    expect(lookup).toHaveProperty(
      'remedy',
      expect.stringContaining(
        '{"Effect":"Allow","Action":"ecr:BatchGetImage","Resource":"arn:aws:ecr:us-east-1:123456789012:repository/arbiter-ai/backend"}',
      ),
    )
  })

  it('to the configuration leaves the platform unchecked and the image found', async () => {
    const lookup = await lookUpIn(denied('ecr:GetDownloadUrlForLayer'), `${repository}:1.4.0`)
    expect(lookup).toMatchObject({
      kind: 'found',
      platforms: undefined,
      platformsNotRead: {
        reason: 'access-denied',
        message: expect.stringContaining('ecr:GetDownloadUrlForLayer'),
      },
    })
  })
})

describe('ECR on a hard day', () => {
  it('ends the look at once when the run is cancelled meanwhile', async () => {
    const run = new AbortController()
    const error = { name: 'ThrottlingException', message: 'Rate exceeded' }
    const faults = [{ operation: 'BatchGetImage', error }]
    await inWorld(
      { ...world, faults },
      async ({ lookUp }) => {
        const start = Date.now()
        setTimeout(() => run.abort(new CancelledError()), 2_000)
        await expect(lookUp(`${repository}:1.4.0`)).rejects.toBeInstanceOf(CancelledError)
        expect(Date.now() - start).toBe(2_000)
      },
      { signal: run.signal },
    )
  })

  it.each([
    ['a throttle', { name: 'ThrottlingException', message: 'Rate exceeded' }],
    ['a failure of its own', { name: 'ServerException', status: 500 }],
  ])('is asked again after %s', async (_, error) => {
    const faults = [{ operation: 'BatchGetImage', calls: [1, 2], error }]
    expect(await lookUpIn({ ...world, faults }, `${repository}:1.4.0`)).toMatchObject({
      kind: 'found',
    })
  })

  it('is asked again after its connection was cut', async () => {
    const faults = [{ operation: 'BatchGetImage', calls: [1], reset: true }]
    expect(await lookUpIn({ ...world, faults }, `${repository}:1.4.0`)).toMatchObject({
      kind: 'found',
    })
  })

  it.each([
    [
      'throttles',
      { error: { name: 'ThrottlingException', message: 'Rate exceeded' } },
      'throttled',
    ],
    ['fails', { error: { name: 'ServerException', status: 500 } }, 'unreachable'],
    ['cuts connections', { reset: true }, 'unreachable'],
    ['does not answer', { delay: '1h' }, 'unreachable'],
  ])(
    'that %s all the time is not checked, and holds nobody up for long',
    async (_, fault, reason) => {
      const faults = [{ operation: 'BatchGetImage', ...fault }]
      await inWorld({ ...world, faults }, async ({ lookUp }) => {
        const start = Date.now()
        expect(await lookUp(`${repository}:1.4.0`)).toMatchObject({ kind: 'not-checked', reason })
        expect(Date.now() - start).toBeLessThanOrEqual(11_000)
      })
    },
  )
})
