import { createHash } from 'node:crypto'
import type { WorldSecret, WorldSecretValue } from '../world/world-identity.ts'
import type { Arns } from './arns.ts'
import { current, Secret } from './secret.ts'

/** The secrets of Secrets Manager. */
export class SecretStore {
  readonly #arns: Arns
  readonly #secrets = new Map<string, Secret>()

  constructor(arns: Arns, secrets: readonly WorldSecret[], now: Date) {
    this.#arns = arns
    for (const given of secrets) {
      const secret = this.create(given.name, now, { ...given, isRotated: given.rotation ?? false })
      secret.description = given.description
      secret.kmsKeyId = given.kmsKeyId
      secret.tags = given.tags ?? []
      if (given.resourcePolicy !== undefined) {
        secret.resourcePolicy = JSON.stringify(given.resourcePolicy)
      }
      if (given.deletedDate !== undefined) secret.deletedDate = new Date(given.deletedDate)
      addVersions(secret, given, now)
    }
  }

  /** All secrets, also those that are scheduled for deletion, in the order of their creation. */
  get all(): readonly Secret[] {
    return [...this.#secrets.values()]
  }

  /** Finds a secret by its name, its ARN, or its ARN without the six characters at the end. */
  find(id: string): Secret | undefined {
    if (!id.startsWith('arn:')) return this.#secrets.get(id)
    return this.all.find((secret) => secret.arn === id || secret.arn.slice(0, -7) === id)
  }

  /** Adds a secret without a version; one of this name must not be there. */
  create(
    name: string,
    createdDate: Date,
    more: { arn?: string; suffix?: string; owningService?: string; isRotated?: boolean } = {},
  ): Secret {
    const { arn = this.arnOf(name, more.suffix ?? derivedSuffix(name)), ...traits } = more
    const secret = new Secret({ name, arn, createdDate }, traits)
    this.#secrets.set(name, secret)
    return secret
  }

  /** The ARN of a name: Secrets Manager ends it with a hyphen and six characters. */
  arnOf(name: string, suffix: string): string {
    return this.#arns.of('secretsmanager', `secret:${name}-${suffix}`)
  }

  delete({ name }: Secret): void {
    this.#secrets.delete(name)
  }
}

function addVersions(secret: Secret, given: WorldSecret, createdDate: Date): void {
  for (const [index, { versionId, value, stages = [] }] of (given.versions ?? []).entries()) {
    const id = versionId ?? derivedVersionId(`${given.name}/${index}`)
    secret.addLabelled({ id, content: { text: textOf(value) }, createdDate }, stages)
  }
  if (given.value === null) return
  const id = given.versionId ?? derivedVersionId(given.name)
  secret.addLabelled({ id, content: { text: textOf(given.value) }, createdDate }, [current])
}

function textOf(value: WorldSecretValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function derivedSuffix(name: string): string {
  return createHash('sha256')
    .update(name)
    .digest('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 6)
}

function derivedVersionId(text: string): string {
  const digits = createHash('sha256').update(`version of ${text}`).digest('hex').slice(0, 32)
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
