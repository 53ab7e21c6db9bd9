import type { Template } from './template.ts'

/** What a schema says about one key. */
export interface Rule {
  /** Present and not empty. */
  readonly isRequired: boolean
  readonly pattern: RegExp | undefined
  /** `true`: the key must not be there; a pattern: its value must not match. */
  readonly forbid: true | RegExp | undefined
  /** Schemes of a URL, one of which the value has to begin with. */
  readonly schemes: readonly string[]
  readonly equals: KeyReference | undefined
  readonly generate: Generation | undefined
  readonly derive: Template | undefined
  readonly policy: 'overwrite' | 'create-only' | 'never-touch'
  /** Only values of the class `secret` are masked. */
  readonly class: 'secret' | 'config'
}

/** A value that is drawn where there is none. */
export interface Generation {
  readonly bytes: number
  readonly encoding: 'base64' | 'base64url' | 'hex'
}

/** A key of the same secret, or of another one. */
export interface KeyReference {
  /** Name or ARN of the other secret; undefined for the one in whose schema this stands. */
  readonly secret: string | undefined
  readonly key: string
}

/** The rules of a secret, by key. */
export type Schema = ReadonlyMap<string, Rule>

/** Reads `KEY` or `secret-id#KEY`; undefined where a part is missing. */
export function findKeyReference(text: string): KeyReference | undefined {
  const at = text.indexOf('#')
  if (at < 0) return text === '' ? undefined : { secret: undefined, key: text }
  const [secret, key] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  return secret === '' || key === '' ? undefined : { secret, key }
}

/** The reference as it is written. */
export function formatKeyReference({ secret, key }: KeyReference): string {
  return secret === undefined ? key : `${secret}#${key}`
}
