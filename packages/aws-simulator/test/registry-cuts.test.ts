import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { WorldError, startSimulator, type World } from '../src/index.ts'
import { inVirtualTime } from './in-virtual-time.ts'
import { ask, askForToken, askWithToken, basic } from './registry-client.ts'

type Fault = NonNullable<World['faults']>[number]

const host = 'registry.internal:5000'
const user = { username: 'ci', password: 'secret' }
const authorization = basic(user)
const body = 'b'.repeat(100_000)
const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`

const world = (...faults: Fault[]): World => ({
  registries: [{ host, authentication: 'basic', users: [user] }],
  faults,
})

describe('A connection that is cut in the middle', () => {
  it('of an upload leaves nothing of the blob', () =>
    inVirtualTime(
      world({ operation: 'PushBlob', calls: [1], reset: true, afterBytes: 1000 }),
      async ({ simulator }) => {
        const send = (method: string, path: string, sent?: string) =>
          ask(simulator, [host, path], { method, authorization, ...(sent && { body: sent }) })
        const begun = await send('POST', '/v2/app/blobs/uploads/')
        const { pathname } = new URL(begun.headers.get('location') ?? '')
        await expect(send('PUT', `${pathname}?digest=${digest}`, body)).rejects.toThrow(
          'fetch failed',
        )
        expect((await send('HEAD', `/v2/app/blobs/${digest}`)).status).toBe(404)
        expect(simulator.requests.map(({ error }) => error)).toContain('reset')
        expect((await send('PUT', `${pathname}?digest=${digest}`, body)).status).toBe(201)
      },
    ))

  it('of a download has given the beginning, and the rest is given to who asks for it', () =>
    inVirtualTime(
      world({ operation: 'PullBlob', calls: [1], reset: true, afterBytes: 1000 }),
      async ({ simulator }) => {
        const path = `/v2/app/blobs/uploads/?digest=${digest}`
        await ask(simulator, [host, path], { method: 'POST', authorization, body })
        const pull = (range: string) =>
          fetch(new URL(`/v2/app/blobs/${digest}`, simulator.registries[host]), {
            headers: { authorization, range },
          })
        const cut = await pull('bytes=0-')
        const chunks: Uint8Array[] = []
        const read = async (): Promise<void> => {
          // A body is bytes, whatever the type of its stream leaves open.
          const bytes = (cut.body ?? []) as AsyncIterable<Uint8Array>
          for await (const chunk of bytes) chunks.push(chunk)
        }
        await expect(read()).rejects.toThrow('terminated')
        expect(Buffer.concat(chunks)).toHaveLength(1000)
        const rest = await pull('bytes=1000-')
        expect([rest.status, rest.headers.get('content-range')]).toEqual([
          206,
          'bytes 1000-99999/100000',
        ])
        expect(await rest.text()).toHaveLength(99_000)
      },
    ))

  it('cannot be one to AWS, nor one that is not cut at all', async () => {
    const faults: Fault[] = [
      { operation: 'DescribeServices', reset: true, afterBytes: 10 },
      { operation: 'PullBlob', delay: '1s', afterBytes: 10 },
    ]
    for (const fault of faults) {
      await expect(startSimulator({ world: world(fault) })).rejects.toBeInstanceOf(WorldError)
    }
  })
})

describe('A registry whose tokens do not live long', () => {
  const ghcr: World = {
    images: [{ repository: 'ghcr.io/org/app', tags: ['1'] }],
    registries: [{ host: 'ghcr.io', tokenLifetime: '30s' }],
  }

  it('refuses one that is too old', () =>
    inVirtualTime(ghcr, async ({ simulator }) => {
      const target = ['ghcr.io', '/v2/org/app/manifests/1'] as const
      const answer = await askForToken(await ask(simulator, target))
      const { token, expires_in: seconds } = (await answer.json()) as Record<string, unknown>
      expect(seconds).toBe(30)
      const pull = () => ask(simulator, target, { authorization: `Bearer ${String(token)}` })
      expect((await pull()).status).toBe(200)
      await new Promise((resolve) => setTimeout(resolve, 31_000))
      expect((await pull()).headers.get('www-authenticate')).toContain('error="invalid_token"')
    }))
})

describe('A blob of another repository', () => {
  const source: World = {
    images: [{ repository: 'ghcr.io/org/secret', tags: ['1'] }],
    registries: [{ host: 'ghcr.io', users: [user] }],
  }

  it('is mounted only for who may read that repository, too', () =>
    inVirtualTime(source, async ({ simulator }) => {
      const target = ['ghcr.io', '/v2/org/secret/manifests/1'] as const
      const manifest = await askWithToken(simulator, target, { who: user })
      const { config } = (await manifest.json()) as { config: { digest: string } } // as specified
      const path = `/v2/org/app/blobs/uploads/?mount=${config.digest}&from=org/secret`
      const challenged = await ask(simulator, ['ghcr.io', path], { method: 'POST' })
      const begin = async (...scopes: string[]): Promise<number> => {
        const [, realm = ''] =
          /realm="([^"]*)"/.exec(challenged.headers.get('www-authenticate') ?? '') ?? []
        const url = new URL(realm)
        for (const scope of scopes) url.searchParams.append('scope', scope)
        const given = await fetch(url, { headers: { authorization } })
        const { token } = (await given.json()) as { token: string } // of the token service
        const request = { method: 'POST', authorization: `Bearer ${token}` }
        return (await ask(simulator, ['ghcr.io', path], request)).status
      }
      expect(await begin('repository:org/app:pull,push')).toBe(202)
      expect(await begin('repository:org/app:pull,push', 'repository:org/secret:pull')).toBe(201)
    }))
})
