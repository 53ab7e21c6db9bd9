import type { Cloud } from '../../cloud/cloud.ts'
import { knowsUser, type RegistryHost } from '../model/registry-hosts.ts'
import { jsonAnswer, RegistryError, type RegistryAnswer } from './answers.ts'
import { parseBasic } from './credentials.ts'
import { issuePass } from './pass.ts'
import type { RegistryCall } from './route.ts'

/** What a token lets its bearer do in one repository. */
export interface Access {
  readonly name: string
  readonly actions: readonly string[]
}

/**
 * What the token service of a registry answers: tokens for who is known, and for anybody where
 * everybody may pull. https://distribution.github.io/distribution/spec/auth/token/
 */
export function answerToken(call: RegistryCall, registry: RegistryHost, cloud: Cloud) {
  const user = parseBasic(call.authorization)
  const isAnonymous = user === undefined
  if (!isAnonymous && !knowsUser(registry, user)) {
    throw new RegistryError('DENIED', 'denied', { status: 403 })
  }
  if (isAnonymous && registry.users.length > 0) {
    throw new RegistryError('UNAUTHORIZED', 'authentication required', { status: 401 })
  }
  const access = call.url.searchParams
    .getAll('scope')
    .flatMap((scopes) => scopes.split(' '))
    .flatMap(parseScope)
    .map(({ name, actions }): Access => {
      const isHidden = registry.host === 'docker.io' && !cloud.images.find({ ...registry, name })
      const allowed = actions.filter((action) => !isAnonymous || (action === 'pull' && !isHidden))
      return { name, actions: allowed }
    })
  return tokenAnswer(registry, access, cloud.timeline.nowMs())
}

function tokenAnswer(
  { host, tokenLifetimeMs }: RegistryHost,
  access: readonly Access[],
  nowMs: number,
): RegistryAnswer {
  const expiresMs = nowMs + tokenLifetimeMs
  const token = issuePass({ purpose: `token/${host}`, expiresMs, claims: access })
  const issuedAt = new Date(nowMs).toISOString()
  return jsonAnswer(200, {
    token,
    access_token: token,
    expires_in: tokenLifetimeMs / 1000,
    issued_at: issuedAt,
  })
}

function parseScope(scope: string): readonly Access[] {
  const [, name, actions] = /^repository:(.+):([a-z,*]*)$/.exec(scope) ?? []
  return name === undefined ? [] : [{ name, actions: (actions ?? '').split(',') }]
}
