import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { ImageContent, ManifestContent } from '@deploy-actions/aws-simulator/images'

type Variables = Readonly<Record<string, string | undefined>>

/**
 * Opens a repository by its name with its host, where DEPLOY_ACTIONS_REGISTRY_MIRRORS sends that, with the login of DOCKER_CONFIG.
 * Throws for a host that is nowhere on this machine: a rehearsal reaches nothing outside of it.
 */
export async function openRegistry(repository: string, variables: Variables): Promise<Registry> {
  const { host, name } = splitName(repository)
  const isLocal = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(host)
  const url = mirrorOf(host, variables) ?? (isLocal ? `http://${host}` : undefined)
  if (url === undefined) {
    throw new Error(
      `${host} is no registry of this rehearsal, and a stand-in for docker pushes to no other.`,
    )
  }
  return new Registry(new URL(url), { name, login: await readLogin(host, variables) })
}

function splitName(repository: string): { readonly host: string; readonly name: string } {
  const [first = ''] = repository.split('/')
  const hasHost = repository.includes('/') && (/[.:]/.test(first) || first === 'localhost')
  if (hasHost) return { host: first, name: repository.slice(first.length + 1) }
  return {
    host: 'docker.io',
    name: repository.includes('/') ? repository : `library/${repository}`,
  }
}

/** Lines of `host=url`. */
function mirrorOf(host: string, variables: Variables): string | undefined {
  const lines = (variables['DEPLOY_ACTIONS_REGISTRY_MIRRORS'] ?? '').split(/\s+/)
  return lines.find((line) => line.startsWith(`${host}=`))?.slice(host.length + 1)
}

/** `user:password` in base64, as docker keeps it; undefined where nobody has logged in. */
async function readLogin(host: string, variables: Variables): Promise<string | undefined> {
  const folder = variables['DOCKER_CONFIG'] ?? join(homedir(), '.docker')
  const text = await readFile(join(folder, 'config.json'), 'utf8').catch(() => '{}')
  // As docker writes it.
  const { auths = {} } = JSON.parse(text) as { auths?: Readonly<Record<string, { auth?: string }>> }
  const key = host === 'docker.io' ? 'https://index.docker.io/v1/' : host
  return auths[key]?.auth
}

interface Place {
  readonly name: string
  readonly login: string | undefined
}

interface Request {
  readonly method: string
  readonly body?: Buffer
  readonly type?: string
}

/** One repository, as who pushes sees it. */
class Registry {
  readonly #url: URL
  readonly #place: Place
  #authorization: string | undefined

  constructor(url: URL, place: Place) {
    this.#url = url
    this.#place = place
  }

  /** Pushes what is not there, and gives it the tags. */
  async push({ blobs, children, root }: ImageContent, tags: readonly string[]): Promise<void> {
    for (const blob of blobs) await this.#pushBlob(blob)
    for (const child of children) await this.#pushManifest(child, child.digest)
    for (const tag of tags) await this.#pushManifest(root, tag)
  }

  async #pushBlob(body: Buffer): Promise<void> {
    const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`
    const there = await this.#send(`blobs/${digest}`, { method: 'HEAD' })
    if (there.ok) return
    const begun = await this.#must('blobs/uploads/', { method: 'POST' })
    const upload = new URL(begun.headers.get('location') ?? '', this.#url)
    upload.searchParams.set('digest', digest)
    await this.#must(upload, { method: 'PUT', body, type: 'application/octet-stream' })
  }

  async #pushManifest({ bytes, mediaType }: ManifestContent, reference: string): Promise<void> {
    await this.#must(`manifests/${reference}`, { method: 'PUT', body: bytes, type: mediaType })
  }

  /** Throws with the registry's own words where it refuses. */
  async #must(path: string | URL, request: Request): Promise<Response> {
    const answer = await this.#send(path, request)
    if (answer.ok) return answer
    const text = await answer.text()
    throw new Error(refusalIn(text) ?? `unexpected status: ${answer.status} ${answer.statusText}`)
  }

  async #send(path: string | URL, request: Request): Promise<Response> {
    const url =
      typeof path === 'string' ? new URL(`/v2/${this.#place.name}/${path}`, this.#url) : path
    const answer = await this.#sendOnce(url, request)
    if (answer.status !== 401) return answer
    this.#authorization = await this.#authorize(answer.headers.get('www-authenticate') ?? '')
    return this.#authorization === undefined ? answer : this.#sendOnce(url, request)
  }

  #sendOnce(url: URL, { method, body, type }: Request): Promise<Response> {
    return fetch(url, {
      method,
      headers: {
        ...(this.#authorization !== undefined && { Authorization: this.#authorization }),
        ...(type !== undefined && { 'Content-Type': type }),
      },
      ...(body !== undefined && { body: new Uint8Array(body) }),
    })
  }

  /** https://distribution.github.io/distribution/spec/auth/token/ */
  async #authorize(challenge: string): Promise<string | undefined> {
    const basic = this.#place.login === undefined ? undefined : `Basic ${this.#place.login}`
    if (!/^Bearer /i.test(challenge)) return basic
    const fields = new Map(
      [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    )
    const url = new URL(fields.get('realm') ?? '')
    for (const name of ['service', 'scope']) url.searchParams.set(name, fields.get(name) ?? '')
    const answer = await fetch(url, {
      headers: basic === undefined ? {} : { Authorization: basic },
    })
    if (!answer.ok) return undefined
    const { token } = (await answer.json()) as { readonly token: string } // of the token service
    return `Bearer ${token}`
  }
}

/** Such as `denied: …`, as docker prints the errors of the protocol. */
function refusalIn(text: string): string | undefined {
  try {
    // Of the distribution protocol; anything else has no errors.
    const { errors = [] } = JSON.parse(text) as {
      errors?: readonly { code: string; message: string }[]
    }
    const [first] = errors
    return first && `${first.code.toLowerCase().replaceAll('_', ' ')}: ${first.message}`
  } catch {
    return undefined
  }
}
