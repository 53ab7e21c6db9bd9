import { createHash } from 'node:crypto'
import type { WorldParameter, WorldSecret } from '../world/world.ts'
import type { Arns } from './arns.ts'

export interface Secret {
  readonly name: string
  readonly arn: string
  readonly text: string
}

/** The secrets of Secrets Manager and the parameters of Systems Manager. */
export class SecretStore {
  readonly #secrets: readonly Secret[]
  readonly #parameters: ReadonlySet<string>

  constructor(arns: Arns, secrets: readonly WorldSecret[], parameters: readonly WorldParameter[]) {
    this.#secrets = secrets.map((given) => ({
      name: given.name,
      arn: given.arn ?? arns.of('secretsmanager', `secret:${given.name}-${suffix(given.name)}`),
      text: typeof given.value === 'string' ? given.value : JSON.stringify(given.value),
    }))
    this.#parameters = new Set(parameters.map(({ name }) => name))
  }

  /** Finds a secret by its ARN, or by its ARN without the six characters at the end. */
  findSecret(arn: string): Secret | undefined {
    return this.#secrets.find((secret) => secret.arn === arn || secret.arn.slice(0, -7) === arn)
  }

  /** Whether there is a parameter of this name, with or without a leading slash. */
  hasParameter(name: string): boolean {
    return this.#parameters.has(name) || this.#parameters.has(`/${name}`)
  }
}

/** Secrets Manager ends every ARN with a hyphen and six characters. */
function suffix(name: string): string {
  return createHash('sha256')
    .update(name)
    .digest('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 6)
}
