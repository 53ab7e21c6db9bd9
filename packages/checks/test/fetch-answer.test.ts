import * as tls from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchAnswer } from '../src/http/fetch-answer.ts'
import { noAnswerFinding } from '../src/http/no-answer.ts'
import { closedPort, fixture, serveHttp, serveHttps, serveTcp } from './local-server.ts'
import { oneCheck } from './one-check.ts'

const never = new AbortController().signal

function fetchWith(inputs: Readonly<Record<string, unknown>>, timeoutMs = 5000) {
  return fetchAnswer(oneCheck(inputs).request, { timeoutMs, signal: never })
}

/** Why there is no answer, and what the user reads of it. */
async function failureOf(inputs: Readonly<Record<string, unknown>>, timeoutMs = 5000) {
  const fetched = await fetchWith(inputs, timeoutMs)
  if (fetched.kind === 'answer') throw new Error(`There is an answer: ${fetched.status}`)
  return { cause: fetched.cause, message: noAnswerFinding(fetched).message }
}

describe('A request', () => {
  it('arrives with method, headers, body and basic authentication', async () => {
    await using server = await serveHttp((response) => response.end('ok'))
    await fetchWith({
      url: `${server.url}/ready?probe=1`,
      method: 'POST',
      headers: { 'X-Probe': 'a=b', 'Content-Type': 'text/plain' },
      body: 'ping',
      'basic-auth': 'ada:love:lace',
    })
    expect(server.received).toHaveLength(1)
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      path: '/ready?probe=1',
      body: 'ping',
    })
    expect(server.received[0]?.headers).toMatchObject({
      'x-probe': 'a=b',
      'content-type': 'text/plain',
      'content-length': '4',
      authorization: `Basic ${Buffer.from('ada:love:lace').toString('base64')}`,
      host: `127.0.0.1:${server.port}`,
    })
  })

  it('goes to the resolved address under the host of its url', async () => {
    await using server = await serveHttp((response) => response.end('ok'))
    const fetched = await fetchWith({
      url: 'http://sandbox.arbiter-ai.com/health',
      resolve: { 'sandbox.arbiter-ai.com': `127.0.0.1:${server.port}` },
    })
    expect(fetched).toMatchObject({ kind: 'answer', status: 200 })
    expect(server.received[0]?.headers.host).toBe('sandbox.arbiter-ai.com')
  })

  it('opens a connection of its own each time', async () => {
    const connections: (number | undefined)[] = []
    await using server = await serveHttp((response) => {
      connections.push(response.socket?.remotePort)
      response.end('ok')
    })
    await fetchWith({ url: server.url })
    await fetchWith({ url: server.url })
    expect(new Set(connections).size).toBe(2)
  })
})

describe('An answer', () => {
  it('carries status, headers in lower case, body and latency', async () => {
    await using server = await serveHttp((response) => {
      response.writeHead(418, { 'X-Version': 'abc', 'Set-Cookie': ['a=1', 'b=2'] })
      setTimeout(() => response.end('short ☕'), 30)
    })
    const fetched = await fetchWith({ url: server.url })
    expect(fetched).toMatchObject({
      kind: 'answer',
      status: 418,
      body: 'short ☕',
      truncated: false,
    })
    if (fetched.kind !== 'answer') return
    expect(fetched.headers.get('x-version')).toBe('abc')
    expect(fetched.headers.get('set-cookie')).toBe('a=1, b=2')
    expect(fetched.latencyMs).toBeGreaterThanOrEqual(29)
    expect(fetched.latencyMs).toBeLessThan(2000)
  })

  it('is read up to a mebibyte', async () => {
    await using server = await serveHttp((response) => response.end('x'.repeat(3 * 1024 * 1024)))
    const fetched = await fetchWith({ url: server.url })
    expect(fetched).toMatchObject({ status: 200, truncated: true })
    expect(fetched.kind === 'answer' && fetched.body.length).toBe(1024 * 1024)
  })
})

describe('An answer without end', () => {
  it('is read up to a mebibyte as well', async () => {
    await using server = await serveHttp((response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    expect(await fetchWith({ url: server.url })).toMatchObject({ status: 200, truncated: true })
  })
})

describe('Without an answer', () => {
  it('a name that does not exist is told apart', async () => {
    expect(await failureOf({ url: 'http://nowhere.invalid:8000/' })).toMatchObject({
      cause: 'dns',
      message: expect.stringContaining('the name of nowhere.invalid:8000 cannot be resolved'),
    })
  })

  it('a refused connection is told apart', async () => {
    const port = await closedPort()
    expect(await failureOf({ url: `http://127.0.0.1:${port}/` })).toEqual({
      cause: 'refused',
      message: `127.0.0.1:${port} refused the connection`,
    })
  })

  it('the resolved address is named with the host', async () => {
    const port = await closedPort()
    const inputs = { url: 'http://a.example/', resolve: { 'a.example': `127.0.0.1:${port}` } }
    expect((await failureOf(inputs)).message).toBe(
      `a.example at 127.0.0.1:${port} refused the connection`,
    )
  })

  it('a connection that is closed before the answer is told apart', async () => {
    await using server = await serveTcp((socket) => socket.once('data', () => socket.destroy()))
    expect(await failureOf({ url: server.url })).toMatchObject({ cause: 'reset' })
  })

  it('an answer that breaks off is told apart', async () => {
    await using server = await serveTcp((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf')),
    )
    expect(await failureOf({ url: server.url })).toMatchObject({ cause: 'reset' })
  })

  it('something that is not HTTP is told apart', async () => {
    await using server = await serveTcp((socket) => socket.end('220 mail.example ESMTP\r\n'))
    expect(await failureOf({ url: server.url })).toMatchObject({ cause: 'not-http' })
  })

  it('a server that changes the protocol is told apart at once', async () => {
    await using server = await serveTcp((socket) =>
      socket.end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    )
    const start = performance.now()
    expect(await failureOf({ url: server.url })).toMatchObject({ cause: 'other' })
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('a server that says nothing is told apart when time is over', async () => {
    await using server = await serveTcp(() => undefined)
    const { cause, message } = await failureOf({ url: server.url }, 60)
    expect(cause).toBe('slow')
    expect(message).toBe(
      `127.0.0.1:${server.port} took the connection, but gave no answer within 1s`,
    )
  })

  it('an answer that does not end is told apart when time is over', async () => {
    await using server = await serveHttp((response) => response.write('data: 1\n\n'))
    expect(await failureOf({ url: server.url }, 60)).toMatchObject({ cause: 'unfinished' })
  })

  it('the time covers all redirects together', async () => {
    await using server = await serveHttp((response, _request, index) => {
      setTimeout(() => response.writeHead(302, { location: `/${index}` }).end(), 40)
    })
    expect(await failureOf({ url: server.url, 'follow-redirects': true }, 100)).toMatchObject({
      cause: 'slow',
    })
  })
})

describe('A request whose run is cancelled', () => {
  it('ends at once with the reason of the signal', async () => {
    await using server = await serveTcp(() => undefined)
    const controller = new AbortController()
    const reason = new Error('The job was cancelled.')
    setTimeout(() => controller.abort(reason), 20)
    const { request } = oneCheck({ url: server.url })
    const fetching = fetchAnswer(request, { timeoutMs: 5000, signal: controller.signal })
    await expect(fetching).rejects.toBe(reason)
  })
})

describe('Over TLS', () => {
  const trusted = tls.getCACertificates()
  beforeAll(() =>
    tls.setDefaultCACertificates([
      ...trusted,
      fixture('localhost.cert.pem'),
      fixture('expired.cert.pem'),
    ]),
  )
  afterAll(() => tls.setDefaultCACertificates(trusted))

  it('the end of the certificate is known', async () => {
    await using server = await serveHttps((response) => response.end('ok'))
    const fetched = await fetchWith({ url: server.url })
    expect(fetched).toMatchObject({ status: 200, certificateEndsAt: Date.UTC(2120, 0, 1) })
  })

  it('the certificate of a resolved host must be for the host', async () => {
    await using server = await serveHttps((response) => response.end('ok'))
    const at = `127.0.0.1:${server.port}`
    const right = { url: 'https://checks.test/', resolve: { 'checks.test': at } }
    expect(await fetchWith(right)).toMatchObject({ status: 200 })
    const wrong = { url: 'https://other.test/', resolve: { 'other.test': at } }
    expect(await failureOf(wrong)).toEqual({
      cause: 'certificate',
      message: `the TLS certificate of other.test at ${at} is not valid for it (ERR_TLS_CERT_ALTNAME_INVALID)`,
    })
  })

  it('a Host header does not change for whom the certificate must be', async () => {
    await using server = await serveHttps((response) => response.end('ok'))
    const inputs = {
      url: 'https://checks.test/',
      headers: { Host: 'other.test' },
      resolve: { 'checks.test': `127.0.0.1:${server.port}` },
    }
    expect(await fetchWith(inputs)).toMatchObject({ status: 200 })
    expect(server.received[0]?.headers.host).toBe('other.test')
  })

  it('an expired certificate is told apart', async () => {
    await using server = await serveHttps((response) => response.end('ok'), 'expired')
    expect(await failureOf({ url: server.url })).toMatchObject({ cause: 'certificate' })
  })

  it('plain HTTP on the port is told apart', async () => {
    await using server = await serveHttp((response) => response.end('ok'))
    expect(await failureOf({ url: `https://127.0.0.1:${server.port}/` })).toMatchObject({
      cause: 'tls',
    })
  })
})

describe('Over TLS with a certificate that nobody vouches for', () => {
  it('the certificate is named as the reason, with a way to trust it', async () => {
    await using server = await serveHttps((response) => response.end('ok'))
    const fetched = await fetchWith({ url: server.url })
    expect(fetched).toMatchObject({ kind: 'no-answer', cause: 'certificate' })
    const remedy = fetched.kind === 'no-answer' ? noAnswerFinding(fetched).remedy : ''
    expect(remedy).toContain('NODE_EXTRA_CA_CERTS')
  })
})
