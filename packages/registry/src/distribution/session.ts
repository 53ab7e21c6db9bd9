import type { RegistryCredentials } from '../credentials.ts'
import { ask, type Answer, type Transport } from '../http/ask.ts'
import { follow } from '../http/follow.ts'
import { calledUrl, registryOrigin, shownRegistry } from '../http/origins.ts'
import { readBody } from '../http/read-body.ts'
import type { ImageReference } from '../reference/image-reference.ts'
import type { Mirrors } from '../reference/mirrors.ts'
import { authorize } from './authorize.ts'
import { parseChallenges, type Challenge } from './challenge.ts'
import { identitiesFor, type Identity, type IdentitySource } from './identity.ts'
import { refusal } from './refusals.ts'
import { faultsIn } from './registry-errors.ts'

/** What a session talks about, and as whom. */
export interface SessionOptions {
  readonly at: Pick<ImageReference, 'host' | 'repository'>
  readonly purpose: 'pull' | 'push'
  /** One after the other, until the registry lets somebody in. */
  readonly identities: readonly IdentitySource[]
  /** What a token service is asked for; without it what the registry's challenge names. */
  readonly scopes?: readonly string[]
  /** There are credentials, and they are for another host. */
  readonly isForOtherHost: boolean
}

/** A request about the repository. */
export interface SessionRequest {
  /** Within the repository, such as `manifests/latest`; or an address that the registry named. */
  readonly path: string | URL
  readonly method?: string
  readonly accept?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer whose body is not read yet, and what was shown to the registry for it. */
export interface Opened {
  readonly response: Response
  readonly authorization: string | undefined
}

/** How often one request logs in again before it counts as refused. */
const maximumLogins = 3

/**
 * Requests to one repository of one registry, which logs in when it is asked to, and again when what it
 * was given is no longer taken. Requests may be made at the same time.
 */
export class Session {
  readonly #options: SessionOptions
  readonly #waiting: IdentitySource[]
  #source: IdentitySource = async () => 'anonymous'
  #identity: Identity = 'anonymous'
  #refusedStatus: number | undefined
  #challenges: readonly Challenge[] = []
  #authorization: string | undefined
  /** What the registry has taken before. */
  #proven: string | undefined
  #turn: Promise<void> = Promise.resolve()

  constructor(options: SessionOptions) {
    this.#options = options
    this.#waiting = [...options.identities]
  }

  /** The registry and the repository. */
  get at(): Pick<ImageReference, 'host' | 'repository'> {
    return this.#options.at
  }

  /** Whether what was answered so far was answered to anybody. */
  get isAnonymous(): boolean {
    return this.#identity === 'anonymous'
  }

  /**
   * Makes a request and reads its answer. Throws a NotCheckedError where nobody is let in, or where the
   * registry gives no answer, and an `access-denied` where ECR names the missing permission.
   */
  async ask(
    request: SessionRequest & { readonly body?: Uint8Array },
    transport: Transport,
  ): Promise<Answer> {
    for (let logins = 0; ; logins++) {
      const authorization = this.#authorization
      const asked = this.#requestOf(request, transport.mirrors)
      const answer = await ask({ ...asked, body: request.body, authorization }, transport)
      if (!isRefusal(answer)) {
        this.#proven = authorization
        return answer
      }
      await this.logIn(answer, { authorization, logins }, transport)
    }
  }

  /**
   * Makes a request once and leaves the body of its answer unread, whatever the answer is: who sends a
   * stream cannot send it again here. Throws what fetch throws.
   */
  async open(
    request: SessionRequest & { readonly body?: AsyncIterable<Uint8Array> },
    under: { readonly mirrors: Mirrors; readonly signal: AbortSignal },
  ): Promise<Opened> {
    const asked = this.#requestOf(request, under.mirrors)
    // An address elsewhere, to which a registry sends uploads, has its own permission in it.
    const isItsOwn =
      calledUrl(asked.url, under.mirrors, asked.sender).origin === asked.sender.origin
    const authorization = isItsOwn ? this.#authorization : undefined
    const response = await follow({ ...asked, body: request.body, authorization }, under)
    if (isItsOwn && !isRefusal(response)) this.#proven = authorization
    return { response, authorization }
  }

  /** Logs in after a refusal of {@link open}. Throws where there is nobody left to log in as. */
  async logInAfter(
    { response, authorization }: Opened,
    logins: number,
    transport: Transport,
  ): Promise<void> {
    const { status, headers } = response
    const answer = { status, headers, body: await readBody(response) }
    await this.logIn(answer, { authorization, logins }, transport)
  }

  /** One login at a time: requests that were refused together log in once. */
  async logIn(
    answer: Answer,
    sent: { readonly authorization: string | undefined; readonly logins: number },
    transport: Transport,
  ): Promise<void> {
    const turn = this.#turn.then(() => this.#logIn(answer, sent, transport))
    this.#turn = turn.catch(() => undefined)
    await turn
  }

  async #logIn(
    answer: Answer,
    sent: { readonly authorization: string | undefined; readonly logins: number },
    transport: Transport,
  ): Promise<void> {
    if (this.#authorization !== sent.authorization) return
    const { status, headers } = answer
    // Credentials that are sent as they are, are refused in the place of a token service.
    if (status === 401 && this.#authorization?.startsWith('Basic ')) this.#refusedStatus = status
    const challenges = parseChallenges(headers.get('www-authenticate') ?? '')
    // Whoever was let in and may not read is told so without a challenge.
    if (challenges.length > 0) this.#challenges = challenges
    const wasTaken = sent.authorization !== undefined && sent.authorization === this.#proven
    const isRenewable = wasTaken && sent.logins < maximumLogins && mayHaveExpired(answer)
    if (isRenewable && (await this.#become(this.#source, transport, true))) return
    await this.#becomeNext(answer, transport)
  }

  async #becomeNext(answer: Answer, transport: Transport): Promise<void> {
    for (;;) {
      const next = this.#challenges.length > 0 ? this.#waiting.shift() : undefined
      if (next === undefined) throw this.#refusal(answer)
      if (await this.#become(next, transport, false)) return
    }
  }

  /** Takes on an identity; false where the registry does not give it what it wants to be shown. */
  async #become(source: IdentitySource, transport: Transport, isAnew: boolean): Promise<boolean> {
    const { at, scopes } = this.#options
    this.#source = source
    this.#identity = await source(isAnew)
    const about = { ...at, identity: this.#identity, challenges: this.#challenges, scopes }
    const authorization = await authorize(about, transport)
    this.#refusedStatus = 'refused' in authorization ? authorization.refused : undefined
    if ('refused' in authorization) return false
    this.#authorization = authorization.header
    return true
  }

  #requestOf({ path, method, accept, headers }: SessionRequest, mirrors: Mirrors) {
    const { host, repository } = this.#options.at
    const sender = registryOrigin(host, mirrors)
    return {
      from: shownRegistry(host, mirrors),
      url: path instanceof URL ? path : new URL(`/v2/${repository}/${path}`, sender),
      method,
      headers: { accept: (accept ?? ['*/*']).join(', '), ...headers },
      sender,
    }
  }

  #refusal(answer: Answer): Error {
    const { at, purpose, isForOtherHost } = this.#options
    return refusal({
      ...at,
      purpose,
      answer,
      identity: this.#identity,
      refusedStatus: this.#refusedStatus,
      isForOtherHost,
    })
  }
}

/** A session that reads, anonymously where the registry lets anybody. */
export function pullSession(
  at: Pick<ImageReference, 'host' | 'repository'>,
  credentials: RegistryCredentials | undefined,
): Session {
  return new Session({
    at,
    purpose: 'pull',
    identities: identitiesFor(at.host, credentials).map((identity) => async () => identity),
    isForOtherHost: credentials?.host !== undefined && credentials.host !== at.host,
  })
}

/** Whether an answer says that this identity may not. */
export function isRefusal({ status }: { readonly status: number }): boolean {
  return status === 401 || status === 403
}

/** ECR says with 403 that its password is too old, others ask for a new login with 401. To HEAD nobody says why. */
function mayHaveExpired(answer: Answer): boolean {
  if (answer.status === 401 || answer.body.length === 0) return true
  return faultsIn(answer).some(({ message }) => /authorization token has expired/i.test(message))
}
