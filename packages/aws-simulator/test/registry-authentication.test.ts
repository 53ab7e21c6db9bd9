import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr'
import { describe, expect, it } from 'vitest'
import type { Simulator, World } from '../src/index.ts'
import { clientOptions, inVirtualTime, sleepSeconds } from './in-virtual-time.ts'
import { ask, askForToken, askWithToken, basic, codesOf } from './registry-client.ts'

const user = { username: 'deploy', password: 'correct' }
const wrong = { ...user, password: 'guessed' }

describe('A public registry that asks for tokens', () => {
  const target = ['docker.io', '/v2/library/nginx/manifests/1.29'] as const
  const world: World = { images: [{ repository: 'nginx', tags: ['1.29'] }] }

  it('sends who comes without one to its token service, with service and scope', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const challenged = await ask(simulator, target)
      expect(challenged.status).toBe(401)
      expect(await codesOf(challenged)).toEqual(['UNAUTHORIZED'])
      const url = simulator.registries['docker.io']
      expect(challenged.headers.get('www-authenticate')).toBe(
        `Bearer realm="${url}/token",service="docker.io",scope="repository:library/nginx:pull"`,
      )
    }))

  it('lets anybody pull with an anonymous token, for five minutes', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const answer = await askForToken(await ask(simulator, target))
      const { token } = (await answer.json()) as { token: string } // of the token service
      const pull = () => ask(simulator, target, { authorization: `Bearer ${token}` })
      expect((await pull()).status).toBe(200)
      await sleepSeconds(301)
      const late = await pull()
      expect(late.status).toBe(401)
      expect(late.headers.get('www-authenticate')).toContain('error="invalid_token"')
    }))

  it('does not let a token of one repository into another', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const answer = await askForToken(await ask(simulator, target))
      const { token } = (await answer.json()) as { token: string } // of the token service
      const other = ['docker.io', '/v2/library/redis/manifests/8'] as const
      const refused = await ask(simulator, other, { authorization: `Bearer ${token}` })
      expect(refused.status).toBe(401)
      expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope"')
    }))

  it('takes no password of a user that it does not know', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const refused = await askForToken(await ask(simulator, target), user)
      expect(refused.status).toBe(403)
    }))

  it('does not tell on Docker Hub whether a repository is private or missing', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const refused = await askWithToken(simulator, ['docker.io', '/v2/none/such/manifests/1'])
      expect(refused.status).toBe(401)
      expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope"')
    }))
})

describe('A private registry that asks for tokens', () => {
  const target = ['ghcr.io', '/v2/org/app/manifests/1.4.0'] as const
  const world: World = {
    images: [{ repository: 'ghcr.io/org/app', tags: ['1.4.0'] }],
    registries: [{ host: 'ghcr.io', users: [user] }],
  }

  it.each([
    ['nobody in particular', undefined, 401, 'UNAUTHORIZED'],
    ['who has a wrong password', wrong, 403, 'DENIED'],
  ])('gives no token to %s', (_, who, status, code) =>
    inVirtualTime(world, async ({ simulator }) => {
      const refused = await askForToken(await ask(simulator, target), who)
      expect(refused.status).toBe(status)
      expect(await codesOf(refused)).toEqual([code])
    }),
  )

  it('lets its user pull', () =>
    inVirtualTime(world, async ({ simulator }) => {
      expect((await askWithToken(simulator, target, { who: user })).status).toBe(200)
      expect(simulator.requests.map(({ operation }) => operation)).toEqual([
        'PullManifest',
        'RegistryToken',
        'PullManifest',
      ])
    }))
})

describe('A private registry that asks for a password', () => {
  const target = ['registry.internal:5000', '/v2/app/manifests/1'] as const
  const world: World = {
    images: [{ repository: 'registry.internal:5000/app', tags: ['1'] }],
    registries: [{ host: target[0], authentication: 'basic', users: [user] }],
  }

  it('says so, refuses a wrong one, and takes the right one', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const challenged = await ask(simulator, target)
      expect(challenged.status).toBe(401)
      expect(challenged.headers.get('www-authenticate')).toBe(
        'Basic realm="registry.internal:5000"',
      )
      expect((await ask(simulator, target, { authorization: basic(wrong) })).status).toBe(401)
      expect((await ask(simulator, target, { authorization: basic(user) })).status).toBe(200)
    }))
})

describe('A registry of ECR', () => {
  const own = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
  const foreign = '999999999999.dkr.ecr.us-east-1.amazonaws.com'
  const world: World = {
    images: [
      { repository: `${own}/shop/api`, tags: ['1'] },
      { repository: `${foreign}/shared`, tags: ['1'] },
      { repository: `${foreign}/kept`, tags: ['1'] },
    ],
    repositories: [{ repositoryName: 'kept', registryId: '999999999999' }],
  }

  async function login(simulator: Simulator): Promise<string> {
    const ecr = new ECRClient(clientOptions(simulator))
    const answer = await ecr.send(new GetAuthorizationTokenCommand({}))
    ecr.destroy()
    return `Basic ${answer.authorizationData?.[0]?.authorizationToken}`
  }

  it('is entered as AWS, with the password of GetAuthorizationToken, for twelve hours', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const target = [own, '/v2/shop/api/manifests/1'] as const
      expect((await ask(simulator, target)).headers.get('www-authenticate')).toMatch(
        /^Basic realm=".*",service="ecr\.amazonaws\.com"$/,
      )
      const authorization = await login(simulator)
      expect((await ask(simulator, target, { authorization })).status).toBe(200)
      await sleepSeconds(12 * 60 * 60)
      const late = await ask(simulator, target, { authorization })
      expect(late.status).toBe(403)
      expect(await late.text()).toContain('Your authorization token has expired.')
    }))

  it('says that a repository is missing, in the words of its API', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const authorization = await login(simulator)
      const refused = await ask(simulator, [own, '/v2/nothing/manifests/1'], { authorization })
      expect(refused.status).toBe(404)
      expect(await refused.json()).toMatchObject({
        errors: [
          {
            code: 'NAME_UNKNOWN',
            message:
              "The repository with name 'nothing' does not exist in the registry with id '123456789012'",
          },
        ],
      })
    }))

  it('of another account is open as far as that account shares it', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const authorization = await login(simulator)
      const pull = (name: string) =>
        ask(simulator, [foreign, `/v2/${name}/manifests/1`], { authorization })
      expect((await pull('shared')).status).toBe(200)
      const refused = await pull('kept')
      expect(refused.status).toBe(403)
      expect(await refused.text()).toContain('is not authorized to perform: ecr:BatchGetImage')
    }))

  it('sends who wants a blob to its storage, which refuses the password of the registry', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const authorization = await login(simulator)
      const manifest = await ask(simulator, [own, '/v2/shop/api/manifests/1'], { authorization })
      const { config } = (await manifest.json()) as { config: { digest: string } } // as specified
      const path = `/v2/shop/api/blobs/${config.digest}`
      const sent = await ask(simulator, [own, path], { authorization })
      expect(sent.status).toBe(307)
      const location = sent.headers.get('location') ?? ''
      expect(new URL(location).origin).toBe(simulator.url)
      expect((await fetch(location, { headers: { authorization } })).status).toBe(400)
      const blob = await fetch(location)
      expect(await blob.json()).toMatchObject({ os: 'linux', architecture: 'amd64' })
      await sleepSeconds(60 * 60)
      expect((await fetch(location)).status).toBe(403)
    }))
})
