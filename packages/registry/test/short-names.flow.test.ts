import { InvalidValue } from '@deploy-actions/action-kit'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { inWorld, type Scene } from './in-world.ts'

const host = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const repository = `${host}/arbiter-ai/backend`
const world: World = { images: [{ repository, tags: ['abc123'] }] }

function resolveIn(given: World, text: string) {
  return inWorld(given, ({ registries }: Scene) => registries.resolveShortName(text))
}

describe('a name without a host', () => {
  it("is found in the ECR of the caller's account and region", async () => {
    expect(await resolveIn(world, 'arbiter-ai/backend:abc123')).toMatchObject({
      image: `${repository}:abc123`,
      reference: { host, repository: 'arbiter-ai/backend', tag: 'abc123' },
      lookup: { kind: 'found', digest: expect.stringMatching(/^sha256:/) },
    })
  })

  it.each([
    ['cn-northwest-1', 'amazonaws.com.cn'],
    ['us-gov-east-1', 'amazonaws.com'],
  ])('gets the host of its partition in %s', async (region, suffix) => {
    const there = `123456789012.dkr.ecr.${region}.${suffix}/api`
    const images = [{ repository: there, tags: ['1'] }]
    expect(await resolveIn({ region, images }, 'api:1')).toMatchObject({ image: `${there}:1` })
  })

  it('of a repository of one part is not taken for one in library', async () => {
    const images = [{ repository: `${host}/nginx`, tags: ['1'] }]
    expect(await resolveIn({ images }, 'nginx:1')).toMatchObject({ image: `${host}/nginx:1` })
  })

  it('keeps a digest', async () => {
    const digest = `sha256:${'1'.repeat(64)}`
    expect(await resolveIn(world, `arbiter-ai/backend@${digest}`)).toMatchObject({
      image: `${repository}@${digest}`,
      lookup: { kind: 'missing', what: 'digest' },
    })
  })

  it('whose tag is not there is resolved, and its tag is missing', async () => {
    expect(await resolveIn(world, 'arbiter-ai/backend:nope')).toMatchObject({
      image: `${repository}:nope`,
      lookup: { kind: 'missing', what: 'tag', existing: ['abc123'] },
    })
  })

  it.each([
    ['nginx:1.29', 'docker.io/nginx:1.29'],
    ['grafana/grafana', 'docker.io/grafana/grafana'],
    ['x', 'docker.io/x'],
  ])('that is no repository there is an error that suggests Docker Hub: %s', async (text, hub) => {
    await expect(resolveIn(world, text)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('account 123456789012 and region us-east-1'),
      remedy: expect.stringContaining(`write ${hub}.`),
    })
  })

  it('is looked up no second time once it is resolved', async () => {
    await inWorld(world, async ({ registries, simulator }) => {
      const { reference, lookup } = await registries.resolveShortName('arbiter-ai/backend:abc123')
      expect(await registries.lookUp(reference)).toBe(lookup)
      const asked = simulator.requests.filter(({ operation }) => operation === 'BatchGetImage')
      expect(asked).toHaveLength(1)
    })
  })

  it.each(['Backend:1', 'a b', '', 'backend:'])(
    'that is none is refused before AWS is asked: %j',
    async (text) => {
      await inWorld(world, async ({ registries, simulator }) => {
        await expect(registries.resolveShortName(text)).rejects.toBeInstanceOf(InvalidValue)
        expect(simulator.requests).toEqual([])
      })
    },
  )

  it('with a host is refused', async () => {
    await expect(resolveIn(world, 'ghcr.io/o/n:1')).rejects.toBeInstanceOf(InvalidValue)
  })
})

describe('a name that is needed', () => {
  it('is an error where the role may not ask, with the statement to add', async () => {
    const caller = { policies: [{ Version: '2012-10-17', Statement: [] }] }
    await expect(
      resolveIn({ ...world, caller }, 'arbiter-ai/backend:abc123'),
    ).rejects.toMatchObject({
      code: 'access-denied',
      remedy: expect.stringContaining('"Action":"ecr:BatchGetImage"'),
    })
  })

  it('waits longer than a check does while ECR throttles', async () => {
    const error = { name: 'ThrottlingException', message: 'Rate exceeded' }
    const faults = [{ operation: 'BatchGetImage', to: '15s', error }]
    expect(await resolveIn({ ...world, faults }, 'arbiter-ai/backend:abc123')).toMatchObject({
      lookup: { kind: 'found' },
    })
  })

  it('is an error where ECR throttles to the end', async () => {
    const error = { name: 'ThrottlingException', message: 'Rate exceeded' }
    const faults = [{ operation: 'BatchGetImage', error }]
    await expect(
      resolveIn({ ...world, faults }, 'arbiter-ai/backend:abc123'),
    ).rejects.toMatchObject({
      code: 'service-error',
      message: expect.stringContaining('Rate exceeded'),
    })
  })
})
