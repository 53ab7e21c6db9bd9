import { CancelledError } from '@deploy-actions/action-kit'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { copyImage } from '../src/index.ts'
import { inStore, type StoreScene } from './in-store.ts'

const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const source = '210987654321.dkr.ecr.eu-west-1.amazonaws.com/shared/api'
const production = `${ecr}/production/api`
const ghcr = 'ghcr.io/org/api'
const user = { username: 'ci', password: 'correct-horse-battery' }

const world: World = {
  images: [
    { repository: source, tags: ['1'], platforms: ['linux/amd64', 'linux/arm64'] },
    { repository: ghcr, tags: ['1'], platforms: ['linux/amd64', 'linux/arm64'] },
  ],
  repositories: [{ repositoryName: 'production/api', imageTagMutability: 'IMMUTABLE' }],
  registries: [{ host: 'ghcr.io', users: [user] }],
}

const copy = ({ pull, push }: StoreScene, from: string, to: string) =>
  copyImage({ from: pull(from), to: push(to), image: { tag: '1' }, tags: ['1'] })

const unauthorized = { name: 'UNAUTHORIZED', status: 401, message: 'authentication required' }
const failing = { name: 'UNKNOWN', status: 503, message: 'try later' }
const busy = { name: 'TOOMANYREQUESTS', status: 429, message: 'too many requests' }

describe('an image is copied whole', () => {
  const everyOperation = [
    'BeginUpload',
    'PushBlob',
    'PushManifest',
    'PullManifest',
    'HeadManifest',
    'PullBlob',
    'HeadBlob',
    'DownloadLayer',
  ]

  it.each(everyOperation)('although every other %s fails, is throttled or cut', (operation) => {
    const faults = [
      { operation, calls: [1, 6], error: failing },
      { operation, calls: [2, 5], reset: true },
      { operation, calls: [3, 7], error: busy },
    ]
    return inStore({ ...world, faults }, async (scene) => {
      const { digest, tags } = await copy(scene, source, production)
      expect(tags.get('1')).toMatchObject({ kind: expect.stringMatching(/tagged|unchanged/) })
      expect(await scene.read(`${production}:1`)).toMatchObject({ digest })
      expect(scene.simulator.requests.filter(({ error }) => error !== undefined)).not.toEqual([])
    })
  })

  it.each(['BeginUpload', 'PushBlob', 'PushManifest'])(
    'although the answer to %s is lost when it has taken effect',
    (operation) => {
      const faults = [{ operation, every: 2, reset: true, takesEffect: true }]
      return inStore({ ...world, faults }, async (scene) => {
        const { digest, tags } = await copy(scene, source, production)
        expect(tags.get('1')?.kind).not.toBe('conflict')
        expect(await scene.read(`${production}:1`)).toMatchObject({ digest })
      })
    },
  )

  it('although connections break in the middle of uploads', () => {
    const faults = [{ operation: 'PushBlob', every: 2, reset: true, afterBytes: 700 }]
    return inStore({ ...world, faults }, async (scene) => {
      const { digest } = await copy(scene, source, production)
      expect(await scene.read(`${production}:1`)).toMatchObject({ digest })
    })
  })

  it.each([
    ['DownloadLayer', source, production],
    ['PullBlob', ghcr, production],
  ])(
    'although connections break in the middle of %s: it goes on from there',
    (operation, from, to) => {
      const faults = [{ operation, calls: [1, 2, 3, 5], reset: true, afterBytes: 100 }]
      return inStore(
        { ...world, faults },
        async (scene) => {
          const { digest, blobs } = await copy(scene, from, to)
          expect(await scene.read(`${to}:1`)).toMatchObject({ digest })
          // No upload had to be begun again for it.
          const begun = scene.simulator.requests.filter((one) => one.operation === 'BeginUpload')
          expect(begun).toHaveLength(blobs.sent)
        },
        { credentials: user },
      )
    },
  )

  it.each([
    ['BeginUpload', ghcr],
    ['PushBlob', ghcr],
    ['PushManifest', ghcr],
    ['BeginUpload', source],
    ['PushBlob', source],
  ])('although %s asks for another login in the middle, from %s', (operation, from) => {
    const to = from === ghcr ? production : 'ghcr.io/org/copy'
    const faults = [{ operation, calls: [2, 3], error: unauthorized }]
    return inStore(
      { ...world, faults },
      async (scene) => {
        const { digest } = await copy(scene, from, to)
        expect(await scene.read(`${to}:1`)).toMatchObject({ digest })
      },
      { credentials: user },
    )
  })

  it.each([
    ['a token', 'ghcr.io', source, 'ghcr.io/org/copy'],
    ['a password of ECR', ecr, ghcr, production],
    ['a token of the source', 'ghcr.io', ghcr, production],
  ])('although %s expires meanwhile', (_, host, from, to) => {
    const users = host === 'ghcr.io' ? { users: [user] } : {}
    const registries = [
      { host, tokenLifetime: '25s', ...users },
      ...(world.registries ?? []).filter((one) => one.host !== host),
    ]
    const faults = [
      { operation: 'PushBlob', delay: '10s' },
      { operation: 'PushManifest', delay: '10s' },
      { operation: 'PullManifest', delay: '10s' },
    ]
    return inStore(
      { ...world, registries, faults },
      async (scene) => {
        const { digest } = await copy(scene, from, to)
        expect(await scene.read(`${to}:1`)).toMatchObject({ digest })
      },
      { credentials: user },
    )
  })

  it('although the registry wants to be left alone for a while', () => {
    const registries = [{ host: 'ghcr.io', users: [user], rateLimit: { requests: 2, per: '40s' } }]
    return inStore(
      { ...world, registries },
      async (scene) => {
        const { digest } = await copy(scene, ghcr, production)
        expect(await scene.read(`${production}:1`)).toMatchObject({ digest })
      },
      { credentials: user },
    )
  })
})

describe('a copy that breaks off', () => {
  it.each(['BeginUpload', 'PushBlob', 'PushManifest'])(
    'since %s keeps failing leaves no tag, and is a service error that says why',
    (operation) => {
      const faults = [{ operation, error: failing }]
      return inStore({ ...world, faults }, async (scene) => {
        await expect(copy(scene, source, production)).rejects.toMatchObject({
          code: 'service-error',
          message: expect.stringContaining('status 503'),
        })
        expect(await scene.pull(production).findTags(['1'])).toEqual(new Map())
      })
    },
  )

  it('since the source keeps breaking names the source', () => {
    const faults = [{ operation: 'DownloadLayer', reset: true, afterBytes: 10 }]
    return inStore({ ...world, faults }, async (scene) => {
      await expect(copy(scene, source, production)).rejects.toMatchObject({
        code: 'service-error',
        message: expect.stringContaining('210987654321.dkr.ecr.eu-west-1'),
      })
    })
  })

  it('since the job was cancelled leaves no tag', () => {
    const cancel = new AbortController()
    const faults = [{ operation: 'PushBlob', delay: '30s' }]
    return inStore(
      { ...world, faults },
      async (scene) => {
        setTimeout(() => cancel.abort(new CancelledError()), 5000)
        await expect(copy(scene, source, production)).rejects.toBeInstanceOf(CancelledError)
        const tagged = scene.simulator.requests.some((one) => one.operation === 'PushManifest')
        expect(tagged).toBe(false)
      },
      { signal: cancel.signal },
    )
  })

  it('since nothing moves any more ends by itself', () => {
    const faults = [{ operation: 'PushBlob', delay: '2h', error: failing }]
    return inStore({ ...world, faults }, async (scene) => {
      await expect(copy(scene, source, production)).rejects.toMatchObject({
        code: 'service-error',
        message: expect.stringContaining('Nothing moved for 3m'),
      })
    })
  })
})

describe('the password of a registry', () => {
  it('is asked for once, and masked before it is used', () =>
    inStore(world, async (scene) => {
      await copy(scene, ghcr, production).catch(() => undefined)
      const logins = await Promise.all([scene.store.login(ecr), scene.store.login(ecr)])
      await scene.push(production).findTags(['1'])
      const asked = scene.simulator.requests.filter(
        ({ operation }) => operation === 'GetAuthorizationToken',
      )
      expect(asked).toHaveLength(1)
      scene.host.info(`The password is ${logins[0]?.password}.`)
      expect(scene.host.recorded.log.at(-1)).toBe('The password is ***.')
    }))
})
