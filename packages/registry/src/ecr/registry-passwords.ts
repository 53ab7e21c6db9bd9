import { ActionError } from '@deploy-actions/action-kit'
import type { AwsClients } from '@deploy-actions/aws'
import type { EcrRegistry } from '../reference/ecr-registry.ts'
import { callEcr } from './call-ecr.ts'

/** The user name and password of a registry of ECR, good for twelve hours at most. */
export interface EcrPassword {
  readonly username: string
  readonly password: string
}

export interface EcrPasswordsOptions {
  readonly clients: AwsClients
  readonly signal: AbortSignal
  /** Hides a value in everything that is printed from now on. */
  readonly mask: (value: string) => void
}

interface Issued extends EcrPassword {
  /** Milliseconds since the epoch. */
  readonly expiresMs: number
}

/** A password that ends sooner is not used any more: an upload may take some minutes. */
const marginMs = 10 * 60_000

/**
 * The passwords by which a role enters registries of ECR, asked for once a registry, and masked.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
 */
export class EcrPasswords {
  readonly #options: EcrPasswordsOptions
  readonly #issued = new Map<string, Promise<Issued>>()

  constructor(options: EcrPasswordsOptions) {
    this.#options = options
  }

  /**
   * The password of a registry; one that was issued anew where the one before is not taken any more.
   * Throws `access-denied` and `service-error`.
   */
  async get(registry: EcrRegistry, isAnew = false): Promise<EcrPassword> {
    const key = `${registry.account}/${registry.region}`
    const earlier = isAnew ? undefined : this.#issued.get(key)
    // Nothing is awaited where there is none, so that all who ask at once get the same.
    const known = earlier && (await earlier)
    if (known !== undefined && known.expiresMs - marginMs > Date.now()) return known
    const issued = this.#issue(registry)
    this.#issued.set(key, issued)
    // One that could not be had is asked for again.
    issued.catch(() => this.#issued.delete(key))
    return issued
  }

  async #issue(registry: EcrRegistry): Promise<Issued> {
    const { GetAuthorizationTokenCommand } = await import('@aws-sdk/client-ecr')
    const { clients, signal, mask } = this.#options
    const command = new GetAuthorizationTokenCommand({})
    const { authorizationData } = await callEcr({ clients, registry, name: '*', signal }, command)
    const { authorizationToken = '', expiresAt } = authorizationData?.[0] ?? {}
    const text = Buffer.from(authorizationToken, 'base64').toString()
    const [username, password] = [text.split(':')[0] ?? '', text.slice(text.indexOf(':') + 1)]
    if (username === '' || password === '') throw noPassword()
    mask(authorizationToken)
    mask(password)
    return { username, password, expiresMs: expiresAt?.getTime() ?? Date.now() + 2 * marginMs }
  }
}

function noPassword(): ActionError {
  return new ActionError({
    code: 'service-error',
    message: 'ecr:GetAuthorizationToken answered without a password.',
    remedy: 'Run the step again.',
  })
}
