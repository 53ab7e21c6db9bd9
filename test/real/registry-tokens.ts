import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { sign } from 'node:crypto'
import { fileURLToPath } from 'node:url'

/** A token service for docker-registry, which knows one user. */
export interface TokenService extends AsyncDisposable {
  /** What docker-registry is started with to believe it. */
  readonly environment: Readonly<Record<string, string>>
}

const service = 'registry.internal'
const issuer = 'tokens.internal'
const fixtures = new URL('../../packages/checks/test/fixtures/', import.meta.url)
const certificate = new URL('localhost.cert.pem', fixtures)

/**
 * Starts a token service that lets anybody log in anonymously, and only the user pull.
 * https://distribution.github.io/distribution/spec/auth/jwt/
 */
export async function startTokenService(user: {
  readonly username: string
  readonly password: string
}): Promise<TokenService> {
  const expected = `Basic ${btoa(`${user.username}:${user.password}`)}`
  const server = createServer(({ url, headers: { authorization } }, response) => {
    if (authorization !== undefined && authorization !== expected) {
      response.writeHead(401).end('{"details":"incorrect username or password"}')
      return
    }
    const { searchParams } = new URL(url ?? '', 'http://localhost')
    const [type = '', name = ''] = (searchParams.get('scope') ?? '').split(':')
    const actions = authorization === undefined ? [] : ['pull']
    response.end(JSON.stringify({ token: tokenFor([{ type, name, actions }]) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    environment: {
      REGISTRY_AUTH: 'token',
      REGISTRY_AUTH_TOKEN_REALM: `http://127.0.0.1:${port}/token`,
      REGISTRY_AUTH_TOKEN_SERVICE: service,
      REGISTRY_AUTH_TOKEN_ISSUER: issuer,
      REGISTRY_AUTH_TOKEN_ROOTCERTBUNDLE: fileURLToPath(certificate),
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function tokenFor(access: readonly object[]): string {
  const now = Math.floor(Date.now() / 1000)
  const chain = readFileSync(certificate, 'utf8').replace(/-----[A-Z ]+-----|\s/g, '')
  const claims = { iss: issuer, sub: 'ci', aud: service, nbf: now - 60, iat: now, exp: now + 300 }
  const signed = [
    { typ: 'JWT', alg: 'ES256', x5c: [chain] },
    { ...claims, jti: String(now), access },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  const key = readFileSync(new URL('localhost.key.pem', fixtures), 'utf8')
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}
