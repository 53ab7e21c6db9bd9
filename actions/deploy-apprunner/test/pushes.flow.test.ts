import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import {
  chatbotWorld,
  digestOf,
  imageOf,
  pinnedTo,
  quickCheck,
  repository,
  sourceOf,
  answers,
  type Changes,
} from './chatbot.world.ts'
import { deploy, imageIn, updatesIn } from './deployed.ts'

const latest = imageOf('latest')

/** A service that watches `latest`, which was v1, and is pushed as v2 some time after the step has begun. */
function watchingWorld(pushedAfter: string | undefined, more: Changes = {}) {
  const before = { repository, tags: ['latest'], digest: digestOf('v1'), behaviour: answers('v1') }
  const pushed = {
    repository,
    tags: ['latest'],
    digest: digestOf('new'),
    behaviour: answers('new'),
    pushed: { after: pushedAfter ?? '0s' },
  } as typeof before // durations are texts of a form that the compiler knows
  return chatbotWorld({
    service: {
      SourceConfiguration: sourceOf(latest, {}, true),
      HealthCheckConfiguration: quickCheck,
    },
    moreImages: pushedAfter === undefined ? [before] : [before, pushed],
    ...more,
  })
}

const byTag = { image: latest }
const byDigest = { image: pinnedTo('new') }
const byNothing = { image: '' }

describe('a tag that App Runner watches and that was pushed', () => {
  it.each([
    ['by its tag', byTag, 40],
    ['by its digest', byDigest, 40],
    ['by its tag, a moment ago', byTag, 5],
    ['by its digest, a moment ago', byDigest, 5],
    ['by no name', byNothing, 40],
    ['by no name, a moment ago', byNothing, 5],
  ])('is deployed once, by App Runner, and that is joined: %s', async (_, inputs, seconds) => {
    const run = await deploy(watchingWorld('0s'), inputs, {
      before: () => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    })
    expect(run.errors).toEqual([])
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.operations.map(({ Type }) => Type)).toEqual(['START_DEPLOYMENT', 'CREATE_SERVICE'])
    expect(run.outputs['operation-id']).toBe(run.operations[0]?.Id)
    expect(changes(run.simulator)).toEqual([])
    expect(imageIn(run.service)).toBe(latest)
  })

  it('is unchanged once it was deployed', async () => {
    const run = await deploy(watchingWorld('0s'), byTag, {
      before: () => new Promise((resolve) => setTimeout(resolve, 600_000)),
    })
    expect(run.outputs['outcome']).toBe('unchanged')
    expect(changes(run.simulator)).toEqual([])
  })

  it('is joined too where auto-deployments says so again', async () => {
    const run = await deploy(
      watchingWorld('0s'),
      { ...byTag, 'auto-deployments': 'true' },
      { before: () => new Promise((resolve) => setTimeout(resolve, 3_000)) },
    )
    expect(run.outputs['outcome']).toBe('deployed')
    expect(changes(run.simulator)).toEqual([])
  })

  it('is deployed by this step where App Runner has not noticed it', async () => {
    const world = watchingWorld('0s', {
      appRunner: {
        services: watchingWorld(undefined).appRunner?.services ?? [],
        timings: { autoDeployment: '2h' },
      },
    })
    const run = await deploy(world, byTag)
    expect(run.outputs['outcome']).toBe('deployed')
    expect(changes(run.simulator)).toEqual(['StartDeployment'])
    expect(run.log.join('\n')).toContain('App Runner has not deployed it by itself')
  })

  it('is red where the version that was pushed fails', async () => {
    const crash = { exit: { after: '3s', code: 3 }, logs: [{ line: 'no database' }] } as const
    const world = watchingWorld('0s')
    const images = (world.images ?? []).map((image) =>
      'pushed' in image ? { ...image, behaviour: crash } : image,
    )
    const run = await deploy({ ...world, images }, byTag)
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.service).toMatchObject({ Status: 'RUNNING' })
  })

  it('is deployed again where it was pushed while the version before was being deployed', async () => {
    const { images = [], ...world } = watchingWorld('0s')
    const third = {
      repository,
      tags: ['latest'],
      digest: digestOf('v3'),
      behaviour: answers('v3'),
      pushed: { after: '60s' },
    } as const
    const run = await deploy({ ...world, images: [...images, third] }, byTag, {
      before: () => new Promise((resolve) => setTimeout(resolve, 70_000)),
    })
    expect(run.outputs['outcome']).toBe('deployed')
    expect(run.operations.map(({ Type }) => Type)).toEqual([
      'START_DEPLOYMENT',
      'START_DEPLOYMENT',
      'CREATE_SERVICE',
    ])
    expect(run.outputs['operation-id']).toBe(run.operations[0]?.Id)
  })
})

describe('a tag that App Runner watches and that was moved to an image from before', () => {
  const moved = { repository, tags: ['latest'], digest: digestOf('v2'), behaviour: answers('v2') }
  const movedAfter = (after: string) => {
    const world = watchingWorld(undefined)
    const image = { ...moved, pushed: { after } } as typeof moved // a duration is a text
    return { ...world, images: [...(world.images ?? []), image] }
  }

  it.each([
    ['by its tag', byTag],
    ['by its digest', { image: pinnedTo('v2') }],
  ])(
    'is deployed once, by App Runner, although its image was pushed long ago: %s',
    async (_, inputs) => {
      const run = await deploy(movedAfter('0s'), inputs)
      expect(run.outputs['outcome']).toBe('deployed')
      expect(changes(run.simulator)).toEqual([])
      expect(run.operations[0]).toMatchObject({ Type: 'START_DEPLOYMENT', Status: 'SUCCEEDED' })
    },
  )

  it('is unchanged where App Runner has nothing to do for a minute', async () => {
    const run = await deploy(movedAfter('0s'), byTag, {
      before: () => new Promise((resolve) => setTimeout(resolve, 600_000)),
    })
    expect(run.outputs['outcome']).toBe('unchanged')
    expect(run.seconds).toBeGreaterThan(59)
    expect(run.seconds).toBeLessThan(75)
  })
})

describe('a service that watches a tag', () => {
  it('watches it no longer once another image is deployed by its digest, and that is said', async () => {
    const run = await deploy(watchingWorld(undefined), { image: imageOf('v2') })
    expect(run.outputs['outcome']).toBe('deployed')
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
    expect(run.service?.SourceConfiguration?.AutoDeploymentsEnabled).toBe(false)
    expect(run.warnings.join('\n')).toContain('deploys pushes to this service by itself no longer')
  })

  it('goes on watching where only a setting changes', async () => {
    const inputs = { ...byTag, environment: 'A=b' }
    const run = await deploy(watchingWorld(undefined), inputs)
    expect(run.outputs['outcome']).toBe('deployed')
    expect(run.service?.SourceConfiguration).toMatchObject({ AutoDeploymentsEnabled: true })
    expect(imageIn(run.service)).toBe(latest)
    expect(run.warnings).toEqual([])
  })

  it('watches another tag where that is asked for, or none', async () => {
    const other = { image: imageOf('v2'), 'auto-deployments': 'true', wait: 'false' }
    const run = await deploy(watchingWorld(undefined), other)
    expect(imageIn(run.service)).toBe(imageOf('v2'))
    expect(run.service?.SourceConfiguration).toMatchObject({ AutoDeploymentsEnabled: true })
    const none = { ...byTag, 'auto-deployments': 'false', wait: 'false' }
    const off = await deploy(watchingWorld(undefined), none)
    expect(updatesIn(off)).toHaveLength(1)
    expect(off.service?.SourceConfiguration).toMatchObject({ AutoDeploymentsEnabled: false })
    expect(imageIn(off.service)).toBe(pinnedTo('v1'))
  })
})
