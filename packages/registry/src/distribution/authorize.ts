import { ask, type Transport } from '../http/ask.ts'
import { registryOrigin } from '../http/origins.ts'
import { findJsonObject, findText } from '../manifest/json.ts'
import { NotCheckedError } from '../not-checked.ts'
import type { Challenge } from './challenge.ts'
import type { Identity } from './identity.ts'

/** Who asks for what, and where. */
export interface AuthorizeRequest {
  readonly challenges: readonly Challenge[]
  readonly identity: Identity
  readonly host: string
  readonly repository: string
  /** What a token service is asked for; without it what the challenge names. */
  readonly scopes?: readonly string[] | undefined
}

/** The value of the Authorization header, or the status by which the registry refused the identity. */
export type Authorization = { readonly header: string } | { readonly refused: number }

/**
 * Gets what a registry wants to be shown: a token of its token service, or the credentials themselves.
 * Throws a NotCheckedError where it wants something else.
 * https://distribution.github.io/distribution/spec/auth/token/
 */
export async function authorize(
  request: AuthorizeRequest,
  transport: Transport,
): Promise<Authorization> {
  const { challenges, identity, host } = request
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer')
  if (bearer !== undefined) return askForToken(bearer, request, transport)
  if (!challenges.some(({ scheme }) => scheme === 'basic')) {
    throw unsupported(`${host} asks for a way to log in that is neither Basic nor Bearer.`)
  }
  const header = basicHeader(identity)
  return header === undefined ? { refused: 401 } : { header }
}

async function askForToken(
  { parameters }: Challenge,
  { identity, host, repository, scopes }: AuthorizeRequest,
  transport: Transport,
): Promise<Authorization> {
  const url = URL.parse(parameters.get('realm') ?? '')
  if (url === null) throw unsupported(`${host} names no token service that can be asked.`)
  const service = parameters.get('service')
  if (service !== undefined) url.searchParams.set('service', service)
  const named = parameters.get('scope') ?? pullScope(repository)
  for (const scope of scopes ?? [named]) url.searchParams.append('scope', scope)
  const authorization = basicHeader(identity)
  const from = `The token service of ${host}`
  const sender = registryOrigin(host, transport.mirrors)
  const headers = { accept: 'application/json' }
  const { status, body } = await ask({ from, url, headers, authorization, sender }, transport)
  if (status === 401 || status === 403) return { refused: status }
  const content = findJsonObject(Buffer.from(body).toString())
  const token = findText(content?.['token']) ?? findText(content?.['access_token'])
  if (status !== 200 || token === undefined) {
    throw unsupported(`${from} gave no token (status ${status}).`)
  }
  return { header: `Bearer ${token}` }
}

/** What a token service calls the permission to pull from a repository. */
export function pullScope(repository: string): string {
  return `repository:${repository}:pull`
}

/** What a token service calls the permission to push to a repository. */
export function pushScope(repository: string): string {
  return `repository:${repository}:pull,push`
}

function basicHeader(identity: Identity): string | undefined {
  if (identity === 'anonymous') return undefined
  const { username, password } = identity
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function unsupported(message: string): NotCheckedError {
  return new NotCheckedError({
    reason: 'unsupported',
    message,
    remedy: 'Check that the name of the image leads to a container registry.',
  })
}
