import type { RegistryCredentials } from '../credentials.ts'
import { get, type Answer, type Transport } from '../http/get.ts'
import { registryOrigin, shownRegistry } from '../http/origins.ts'
import type { ImageReference } from '../reference/image-reference.ts'
import { authorize } from './authorize.ts'
import { parseChallenges, type Challenge } from './challenge.ts'
import { identitiesFor, type Identity } from './identity.ts'
import { refusal } from './refusals.ts'

/** What a session talks about, and as whom. */
export interface SessionOptions {
  readonly reference: Pick<ImageReference, 'host' | 'repository'>
  readonly credentials: RegistryCredentials | undefined
  readonly transport: Transport
}

/** Requests to one repository of one registry, which logs in when it is asked to. */
export class Session {
  readonly #options: SessionOptions
  readonly #identities: Identity[]
  #identity: Identity = 'anonymous'
  #refusedStatus: number | undefined
  #challenges: readonly Challenge[] = []
  #authorization: string | undefined

  constructor(options: SessionOptions) {
    this.#options = options
    this.#identities = [...identitiesFor(options.reference.host, options.credentials)]
  }

  /** Whether what was answered so far was answered to anybody. */
  get isAnonymous(): boolean {
    return this.#identity === 'anonymous'
  }

  /**
   * Gets a path of the repository, such as `manifests/latest`, as the first identity that is let in.
   * Throws a NotCheckedError where nobody is, or where the registry gives no answer.
   */
  async get(path: string, accept: readonly string[]): Promise<Answer> {
    const { transport, reference } = this.#options
    const { mirrors } = transport
    const from = shownRegistry(reference.host, mirrors)
    const origin = registryOrigin(reference.host, mirrors)
    const url = new URL(`/v2/${reference.repository}/${path}`, origin)
    for (;;) {
      const authorization = this.#authorization
      const asked = { from, url, accept: accept.join(', '), authorization }
      const answer = await get(asked, transport)
      if (answer.status !== 401 && answer.status !== 403) return answer
      await this.#becomeNext(answer)
    }
  }

  /** Takes on the next identity that the registry accepts. */
  async #becomeNext({ status, headers }: Answer): Promise<void> {
    // Credentials that are sent as they are, are refused in the place of a token service.
    if (status === 401 && this.#authorization?.startsWith('Basic ')) this.#refusedStatus = status
    const challenges = parseChallenges(headers.get('www-authenticate') ?? '')
    // Whoever was let in and may not read is told so without a challenge.
    if (challenges.length > 0) this.#challenges = challenges
    const { transport, reference } = this.#options
    for (;;) {
      const next = this.#challenges.length > 0 ? this.#identities.shift() : undefined
      if (next === undefined) throw this.#refusal()
      const asked = { ...reference, identity: next, challenges: this.#challenges }
      const answer = await authorize(asked, transport)
      this.#identity = next
      this.#refusedStatus = 'refused' in answer ? answer.refused : undefined
      if ('header' in answer) {
        this.#authorization = answer.header
        return
      }
    }
  }

  #refusal() {
    const { reference, credentials } = this.#options
    return refusal({
      ...reference,
      identity: this.#identity,
      refusedStatus: this.#refusedStatus,
      isForOtherHost: credentials?.host !== undefined && credentials.host !== reference.host,
    })
  }
}
