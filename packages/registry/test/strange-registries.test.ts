import { describe, expect, it } from 'vitest'
import { answerTiny, digestOf, lookUpThere, serve, tiny } from './strange-registry.ts'

const image = 'ghcr.io/owner/name:1'
const credentials = { username: 'robot', password: 'correct-horse-battery' }
const basic = `Basic ${btoa('robot:correct-horse-battery')}`

describe('a registry that keeps blobs elsewhere', () => {
  it('is followed there, and the token stays behind', async () => {
    await using storage = await serve((response) => response.end(tiny.config))
    await using registry = await serve((response, path, { headers }) => {
      if (headers.authorization !== basic) {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="r"' }).end()
      } else if (path.includes('/blobs/')) {
        response.writeHead(307, { Location: `${storage.url.origin}/b?signature=s` }).end()
      } else answerTiny(response, path)
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry }, credentials)).toMatchObject({
      kind: 'found',
      platforms: [{ os: 'linux', architecture: 'arm64' }],
    })
    expect(storage.received).toEqual([{ path: '/b?signature=s', authorization: undefined }])
  })

  it('under the same origin is followed with its token', async () => {
    await using registry = await serve((response, path, { headers }) => {
      if (headers.authorization !== basic) {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="r"' }).end()
      } else if (path.includes('/blobs/')) {
        response.writeHead(302, { Location: '/moved' }).end()
      } else if (path === '/moved') response.end(tiny.config)
      else answerTiny(response, path)
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry }, credentials)).toMatchObject({
      platforms: [{ os: 'linux', architecture: 'arm64' }],
    })
  })

  it('that redirects for ever is not checked', async () => {
    await using registry = await serve((response, path) => {
      response.writeHead(302, { Location: `${path}x` }).end()
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      kind: 'not-checked',
      reason: 'unsupported',
      message: expect.stringContaining('redirects again and again'),
    })
  })

  it('reached by plain HTTP on another machine is not followed', async () => {
    await using registry = await serve((response) => {
      response.writeHead(307, { Location: 'http://storage.example/b' }).end()
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      kind: 'not-checked',
      reason: 'unsupported',
      message: expect.stringContaining('http://storage.example'),
    })
  })
})

describe('a registry that names a token service', () => {
  it('reached by plain HTTP on another machine gets no credentials there', async () => {
    const challenge = 'Bearer realm="http://token.example/token",service="s"'
    await using registry = await serve((response) => {
      response.writeHead(401, { 'WWW-Authenticate': challenge }).end()
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry }, credentials)).toMatchObject({
      kind: 'not-checked',
      reason: 'unsupported',
      message: expect.stringContaining('http://token.example'),
    })
  })

  it('elsewhere is asked there, and credentials go to it and not to the registry', async () => {
    await using tokens = await serve((response, _, { headers }) => {
      if (headers.authorization === undefined) response.writeHead(401).end()
      else response.end(JSON.stringify({ access_token: 'pass' }))
    })
    await using registry = await serve((response, path, { headers }) => {
      if (headers.authorization === 'Bearer pass') return answerTiny(response, path)
      const realm = 'Bearer realm="https://auth.example/token?account=a",service="registry s"'
      response.writeHead(401, { 'WWW-Authenticate': realm }).end()
    })
    const mirrors = { 'ghcr.io': registry, 'auth.example': tokens }
    expect(await lookUpThere(image, mirrors, credentials)).toMatchObject({ kind: 'found' })
    const asked = '/token?account=a&service=registry+s&scope=repository%3Aowner%2Fname%3Apull'
    expect(tokens.received).toEqual([
      { path: asked, authorization: undefined },
      { path: asked, authorization: basic },
    ])
    expect(registry.received.map(({ authorization }) => authorization)).not.toContain(basic)
  })

  it.each([
    ['no address', 'Bearer service="s"'],
    ['another way to log in', 'Negotiate'],
  ])('with %s is not checked', async (_, challenge) => {
    await using registry = await serve((response) => {
      response.writeHead(401, { 'WWW-Authenticate': challenge }).end()
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      reason: 'unsupported',
    })
  })

  it('that gives no token is not checked', async () => {
    await using registry = await serve((response, path, { headers }) => {
      if (path.startsWith('/token')) response.end('{}')
      else {
        const realm = `http://${headers.host}/token`
        response.writeHead(401, { 'WWW-Authenticate': `Bearer realm="${realm}"` }).end()
      }
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      reason: 'unsupported',
      message: expect.stringContaining('gave no token'),
    })
  })
})

describe('a registry that does not keep its word', () => {
  it('about the digest of what it serves is not believed', async () => {
    await using registry = await serve((response) => {
      response.setHeader('Docker-Content-Digest', `sha256:${'0'.repeat(64)}`)
      response.end(tiny.manifest)
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      kind: 'not-checked',
      reason: 'unsupported',
      message: expect.stringContaining('has another digest than'),
    })
  })

  it('about what it was asked for is not believed', async () => {
    await using registry = await serve(answerTiny)
    const other = `ghcr.io/owner/name@sha256:${'1'.repeat(64)}`
    expect(await lookUpThere(other, { 'ghcr.io': registry })).toMatchObject({
      kind: 'not-checked',
      reason: 'unsupported',
    })
  })

  it('and serves another configuration has the image, for platforms that are not known', async () => {
    await using registry = await serve((response, path) => {
      if (path.includes('/blobs/')) response.end('{"os":"linux","architecture":"amd64"}')
      else answerTiny(response, path)
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      kind: 'found',
      platforms: undefined,
      platformsNotRead: { reason: 'unsupported' },
    })
  })

  it('and answers without an end is cut off', async () => {
    await using registry = await serve((response) => {
      const block = Buffer.alloc(1024 * 1024, ' ')
      const write = (): void => {
        while (!response.destroyed && response.write(block));
      }
      response.on('drain', write)
      write()
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      kind: 'not-checked',
      message: expect.stringContaining('more than 4 MiB'),
    })
  })
})

describe('a registry that says little', () => {
  it('as one without the header for the digest, is taken by its content', async () => {
    await using registry = await serve((response, path) => {
      response.end(path.includes('/blobs/') ? tiny.config : tiny.manifest)
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      kind: 'found',
      digest: digestOf(tiny.manifest),
      isPublic: true,
    })
  })

  it('as one that lists no tags, still knows which one is missing', async () => {
    await using registry = await serve((response, path) => {
      if (path.includes('/tags/')) response.writeHead(405).end()
      else response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}')
    })
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      kind: 'missing',
      what: 'tag',
      existing: [],
    })
  })

  it.each([
    ['a page that is not found', 404, '<html>not found</html>'],
    ['a welcome page', 200, '<html>welcome</html>'],
    ['an image of schema 1', 200, '{"schemaVersion":1,"name":"x"}'],
    ['a bad request', 400, '{"errors":[{"code":"NAME_INVALID"}]}'],
  ])('as a server that answers with %s, is not checked', async (_, status, body) => {
    await using registry = await serve((response) => response.writeHead(status).end(body))
    expect(await lookUpThere(image, { 'ghcr.io': registry })).toMatchObject({
      kind: 'not-checked',
      reason: 'unsupported',
    })
  })

  it('as one that refuses without a challenge, is not checked', async () => {
    await using registry = await serve((response) => response.writeHead(403).end())
    expect(await lookUpThere(image, { 'ghcr.io': registry }, credentials)).toMatchObject({
      kind: 'not-checked',
      reason: 'credentials',
    })
  })
})

describe('a registry on this machine', () => {
  it('is asked by plain HTTP without a mirror, as docker does', async () => {
    await using registry = await serve(answerTiny)
    expect(await lookUpThere(`localhost:${registry.url.port}/x:1`, {})).toMatchObject({
      kind: 'found',
      digest: digestOf(tiny.manifest),
    })
  })
})
