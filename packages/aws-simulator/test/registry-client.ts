import type { Simulator } from '../src/index.ts'

export const manifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ')

export interface Credentials {
  readonly username: string
  readonly password: string
}

export interface RegistryRequest {
  readonly method?: string
  readonly accept?: string
  readonly authorization?: string
  readonly contentType?: string
  readonly contentRange?: string
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** One request, answered as it is: no redirect is followed. */
export function ask(
  simulator: Simulator,
  [host, path]: readonly [host: string, path: string],
  request: RegistryRequest = {},
): Promise<Response> {
  const { method = 'GET', accept = manifestTypes, authorization, body } = request
  const { contentType, contentRange } = request
  return fetch(new URL(path, simulator.registries[host]), {
    method,
    redirect: 'manual',
    headers: {
      Accept: accept,
      ...(authorization !== undefined && { Authorization: authorization }),
      ...(contentType !== undefined && { 'Content-Type': contentType }),
      ...(contentRange !== undefined && { 'Content-Range': contentRange }),
    },
    ...(body !== undefined && { body }),
  })
}

/** Asks the token service that a registry names in its challenge to a request. */
export async function askForToken(challenged: Response, who?: Credentials): Promise<Response> {
  const challenge = challenged.headers.get('www-authenticate') ?? ''
  const [, realm = ''] = /realm="([^"]*)"/.exec(challenge) ?? []
  const url = new URL(realm)
  for (const [, name = '', value = ''] of challenge.matchAll(/(service|scope)="([^"]*)"/g)) {
    url.searchParams.set(name, value)
  }
  return fetch(url, { headers: who === undefined ? {} : { Authorization: basic(who) } })
}

/** Asks as docker does: once without anything, then with the token that the challenge leads to. */
export async function askWithToken(
  simulator: Simulator,
  target: readonly [host: string, path: string],
  options: RegistryRequest & { readonly who?: Credentials } = {},
): Promise<Response> {
  const { who, ...request } = options
  const challenged = await ask(simulator, target, request)
  if (challenged.status !== 401) return challenged
  const answer = await askForToken(challenged, who)
  const { token } = (await answer.json()) as { token?: string } // of the token service
  return ask(simulator, target, { ...request, authorization: `Bearer ${token}` })
}

export function basic({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

/** The codes of a refusal. */
export async function codesOf(response: Response): Promise<readonly string[]> {
  const { errors } = (await response.json()) as { errors: { code: string }[] } // as specified
  return errors.map(({ code }) => code)
}
