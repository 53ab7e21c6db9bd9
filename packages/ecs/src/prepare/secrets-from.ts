import { ActionError } from '@deploy-actions/action-kit'
import {
  findSecretReference,
  formatSecretReference,
  versionOf,
  type NotChecked,
  type SecretLookups,
  type SecretsManagerReference,
} from '@deploy-actions/aws'
import type { LookContext } from '../preflight/index.ts'
import type { DefinitionEdits } from '../task-definition/index.ts'

/** A secret whose keys are to become variables of the same names. */
export interface SecretsFrom {
  /** Name or ARN. */
  readonly secret: string
  /** Undefined for all keys. */
  readonly keys: readonly string[] | undefined
}

/**
 * The edits with each key of a secret mapped to a variable of its name; what `secrets` says of a name wins. Throws an
 * `input` error where the text names no secret, or keys cannot be mapped, and an error of another code
 * where the keys cannot be read.
 */
export async function mapSecret(
  { secretLookups }: Pick<LookContext, 'secretLookups'>,
  edits: DefinitionEdits,
  from: SecretsFrom | undefined,
): Promise<DefinitionEdits> {
  if (from === undefined) return edits
  const reference = referenceTo(from.secret)
  const keys = from.keys ?? (await keysOf(secretLookups, reference))
  refuseUnmappable(reference.id, keys)
  const removed = new Set(
    [...(edits.secrets ?? [])].flatMap(([name, value]) => (value === undefined ? [name] : [])),
  )
  const mapped = keys
    .filter((key) => !removed.has(key))
    .map((key) => [key, formatSecretReference(reference.id, { ...reference, key })] as const)
  return { ...edits, mappedSecrets: new Map(mapped) }
}

function referenceTo(id: string): SecretsManagerReference {
  const reference = findSecretReference(id, 'secrets')
  if (reference?.kind === 'secret' && reference.key === '') return reference
  throw wrongInput('must be the name or the ARN of a secret, without a key')
}

/** A reference has colons between its parts, and the name of a variable ends where its value begins. */
function refuseUnmappable(id: string, keys: readonly string[]): void {
  const wrong = keys.filter((key) => key === '' || /[:=]/.test(key))
  if (wrong.length === 0) return
  const names = wrong.map((key) => JSON.stringify(key)).join(', ')
  throw new ActionError({
    code: 'input',
    message: `Input secrets-from: the secret ${id} has keys that no variable can be given, since they have a colon or = in their names, or none: ${names}.`,
    remedy: 'List all other keys in secret-keys, or give these keys other names in the secret.',
  })
}

async function keysOf(
  lookups: SecretLookups,
  reference: SecretsManagerReference,
): Promise<readonly string[]> {
  const { id } = reference
  const secret = await lookups.secret(id)
  if (secret.kind === 'missing') throw wrongInput(`there is no secret ${id}.${secret.instead}`)
  if (secret.kind === 'not-checked') throw unreadable(id, secret)
  const versionId = versionOf(secret, reference)
  if (versionId === undefined) throw wrongInput(`the secret ${id} has no current version`)
  const keys = await lookups.keys(secret, versionId)
  if (keys.kind === 'not-json') throw wrongInput(`the secret ${id} is no JSON object with keys`)
  if (keys.kind === 'not-checked') throw unreadable(id, keys)
  return [...keys.types.keys()]
}

function wrongInput(what: string): ActionError {
  return new ActionError({
    code: 'input',
    message: `Input secrets-from: ${what}.`,
    remedy: 'Correct secrets-from, or map single keys with secrets.',
  })
}

function unreadable(id: string, { message, remedy }: NotChecked): ActionError {
  return new ActionError({
    code: 'access-denied',
    message: `Input secrets-from: the keys of ${id} cannot be read: ${message}.`,
    remedy: `${remedy} Or list the keys in secret-keys.`,
  })
}
