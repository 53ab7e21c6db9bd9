import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildScene, readWhole, type BuildScene } from './build-scene.ts'
import { skipBuilds } from './docker-engine.ts'
import type { Mishap, Trouble } from './troubled-registry.ts'

const skipped = skipBuilds('pushes to a registry that is in trouble')

const uploads = /\/v2\/app\/blobs\/uploads\//
const manifests = /\/v2\/app\/manifests\//
const busy: Mishap = {
  kind: 'answer',
  status: 429,
  error: { code: 'TOOMANYREQUESTS', message: 'too many requests' },
  headers: { 'Retry-After': '1' },
}
const broken: Mishap = {
  kind: 'answer',
  status: 503,
  error: { code: 'UNAVAILABLE', message: 'service unavailable' },
}
const stranger: Mishap = {
  kind: 'answer',
  status: 401,
  error: { code: 'UNAUTHORIZED', message: 'authentication required' },
  headers: { 'WWW-Authenticate': 'Basic realm="registry"' },
}
const cut: Mishap = { kind: 'drop', afterBytes: 100_000 }
const gone: Mishap = { kind: 'drop' }

describe.skipIf(skipped !== undefined)('a push', () => {
  let scene: BuildScene

  beforeEach(async () => {
    scene = await buildScene({
      // Layers of its own for each test, so that nothing is in any cache.
      Dockerfile: `FROM scratch\nCOPY busybox /bin/\nCOPY app /\n`,
      app: String(Math.random()),
    })
  })

  afterEach(() => scene[Symbol.asyncDispose]())

  it.each<readonly [string, Omit<Trouble, 'times'>, number]>([
    ['is cut off in the middle of a layer', { method: 'PATCH', path: uploads, mishap: cut }, 2],
    ['is cut off at the end of a layer', { method: 'PUT', path: uploads, mishap: gone }, 1],
    ['is refused a layer for a while', { method: 'POST', path: uploads, mishap: busy }, 2],
    ['meets an ill registry', { method: 'PATCH', path: uploads, mishap: broken }, 1],
    [
      'is asked for a login within a layer',
      { method: 'PATCH', path: uploads, mishap: stranger },
      1,
    ],
    ['is asked for a login at the end', { method: 'PUT', path: manifests, mishap: stranger }, 1],
    ['is throttled at the end', { method: 'PUT', path: manifests, mishap: busy }, 1],
    ['is cut off at the end', { method: 'PUT', path: manifests, mishap: gone }, 1],
  ])('that %s comes through, and its image is whole', async (_, trouble, times) => {
    const mishaps = scene.registry.trouble({ ...trouble, times })
    const { outputs, log } = await scene.step()
    expect(mishaps()).toBe(times)
    expect(log).not.toContain('::error')
    expect(outputs['outcome']).toBe('built')
    const whole = await readWhole(scene, 'app', '0123456')
    expect(whole).toEqual({ layers: 2, digest: outputs['digest'] })
  })

  it('logs in by itself, and its password is nowhere', async () => {
    const password = 'correct-horse-battery'
    scene.registry.lock({ username: 'ci', password })
    const login = { 'registry-username': 'ci', 'registry-password': password }
    const step = await scene.step(login)
    expect(step.outputs['outcome']).toBe('built')
    // The runner hides what is named in ::add-mask::.
    const shown = step.log.replaceAll(/^::add-mask::.*$/gm, '')
    expect([shown, step.summary, ...Object.values(step.outputs)].join()).not.toContain(password)
    const refused = await scene.step({ ...login, 'registry-password': 'wrong', reuse: 'off' })
    expect(refused.outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
  })

  it('that never comes through is told as such, and leaves no tag', async () => {
    scene.registry.trouble({ method: 'PUT', path: manifests, mishap: broken, times: 1000 })
    const { outputs, log } = await scene.step()
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'service-error' })
    expect(log).toContain('trying again (3 of 3)')
    await expect(readWhole(scene, 'app', '0123456')).rejects.toThrow('404')
    // The next run finds what is there, and makes it whole.
    scene.registry.trouble()
    const again = await scene.step()
    expect(again.outputs['outcome']).toBe('built')
    expect(await readWhole(scene, 'app', '0123456')).toMatchObject({ layers: 2 })
  })

  it('to a tag that became immutable meanwhile is a conflict that says what to do', async () => {
    await scene.step({ labels: 'made-by=another run' })
    const message =
      "The image tag '0123456' already exists in the 'app' repository and cannot be overwritten because the repository is immutable."
    const mishap: Mishap = {
      kind: 'answer',
      status: 400,
      error: { code: 'TAG_INVALID', message },
    }
    const mishaps = scene.registry.trouble({
      method: 'PUT',
      path: /\/manifests\/0123456/,
      times: 1000,
      mishap,
    })
    const { outputs, log } = await scene.step()
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(log).toContain('is immutable, and belongs to')
    expect(mishaps()).toBe(1)
  })
})
