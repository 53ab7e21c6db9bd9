import { describe, expect, it } from 'vitest'
import { fetchAnswer } from '../src/http/fetch-answer.ts'
import { serveHttp, type Received } from './local-server.ts'
import { oneCheck } from './one-check.ts'

const limits = { timeoutMs: 5000, signal: new AbortController().signal }

const secretive = {
  method: 'POST',
  'follow-redirects': true,
  'basic-auth': 'ada:canary-password',
  body: 'canary-body',
  headers: {
    'X-Api-Key': 'canary-key',
    Cookie: 'id=canary',
    Accept: 'application/json',
    'Content-Type': 'text/plain',
  },
}

/** Sends a request with secrets to a server that redirects it; what arrived where it led. */
async function afterRedirect(of: {
  readonly status: number
  readonly sameOrigin: boolean
  readonly method?: string
}) {
  await using other = await serveHttp((response) => response.end('other'))
  await using server = await serveHttp((response, { path }) => {
    if (path === '/there') return response.end('same')
    const location = of.sameOrigin ? '/there' : `${other.url}/there`
    return response.writeHead(of.status, { location }).end()
  })
  const { method = 'POST' } = of
  const { body, ...bodiless } = secretive
  const inputs = method === 'GET' ? bodiless : { ...bodiless, body }
  const { request } = oneCheck({ ...inputs, method, url: server.url })
  const fetched = await fetchAnswer(request, limits)
  const arrived: Received | undefined = of.sameOrigin ? server.received[1] : other.received[0]
  return { fetched, arrived }
}

describe('A redirect', () => {
  it('is an answer like any other unless it is to be followed', async () => {
    await using server = await serveHttp((response) =>
      response.writeHead(302, { location: '/x' }).end(),
    )
    const { request } = oneCheck({ url: server.url })
    expect(await fetchAnswer(request, limits)).toMatchObject({ kind: 'answer', status: 302 })
    expect(server.received).toHaveLength(1)
  })

  it('within the origin keeps credentials, and a body where its status says so', async () => {
    const { arrived } = await afterRedirect({ status: 307, sameOrigin: true })
    expect(arrived).toMatchObject({ method: 'POST', body: 'canary-body', path: '/there' })
    expect(arrived?.headers).toMatchObject({
      'x-api-key': 'canary-key',
      authorization: expect.any(String),
    })
  })

  it.each([301, 302, 303])('with status %i turns POST into GET without body', async (status) => {
    const { arrived } = await afterRedirect({ status, sameOrigin: true })
    expect(arrived).toMatchObject({ method: 'GET', body: '' })
    expect(arrived?.headers).not.toHaveProperty('content-type')
  })

  it.each([301, 302, 303])(
    'with status %i to another origin carries nothing secret',
    async (status) => {
      const { fetched, arrived } = await afterRedirect({ status, sameOrigin: false })
      expect(fetched).toMatchObject({ status: 200, body: 'other' })
      expect(JSON.stringify(arrived)).not.toContain('canary')
      expect(arrived?.headers).not.toHaveProperty('authorization')
      expect(arrived?.headers['accept']).toBe('application/json')
    },
  )

  it.each([307, 308])(
    'with status %i to another origin does not take the body there',
    async (status) => {
      const { fetched, arrived } = await afterRedirect({ status, sameOrigin: false })
      expect(fetched).toMatchObject({ kind: 'no-answer', cause: 'redirect-body' })
      expect(arrived).toBeUndefined()
    },
  )

  it.each([307, 308])(
    'with status %i takes a request without body to another origin',
    async (status) => {
      const { fetched, arrived } = await afterRedirect({ status, sameOrigin: false, method: 'GET' })
      expect(fetched).toMatchObject({ status: 200, body: 'other' })
      expect(JSON.stringify(arrived)).not.toContain('canary')
    },
  )

  it('that comes back to the first origin has lost the credentials', async () => {
    let home = ''
    await using away = await serveHttp((response) =>
      response.writeHead(302, { location: home }).end(),
    )
    await using server = await serveHttp((response, _request, index) =>
      index === 0 ? response.writeHead(302, { location: away.url }).end() : response.end(),
    )
    home = server.url
    const inputs = { url: home, 'basic-auth': 'ada:lovelace', 'follow-redirects': true }
    expect(await fetchAnswer(oneCheck(inputs).request, limits)).toMatchObject({ status: 200 })
    expect(server.received.map(({ headers }) => 'authorization' in headers)).toEqual([true, false])
  })

  it('is followed ten times and not for ever', async () => {
    await using server = await serveHttp((response, _request, index) =>
      response.writeHead(302, { location: `/${index + 1}` }).end(),
    )
    const { request } = oneCheck({ url: server.url, 'follow-redirects': true })
    expect(await fetchAnswer(request, limits)).toMatchObject({
      kind: 'no-answer',
      cause: 'redirects',
    })
    expect(server.received).toHaveLength(11)
  })

  it.each(['mailto:a@example.com', 'http://'])('to %s leads nowhere', async (location) => {
    await using server = await serveHttp((response) => response.writeHead(302, { location }).end())
    const { request } = oneCheck({ url: server.url, 'follow-redirects': true })
    expect(await fetchAnswer(request, limits)).toMatchObject({ cause: 'redirect-address' })
  })
})
