import { ActionError, type MapEdit } from '@deploy-actions/action-kit'
import {
  findSecretReference,
  lookUpKeys,
  lookUpSecret,
  versionOf,
  type LookupContext,
  type NotChecked,
} from '@deploy-actions/aws'
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
 * `input` error where the text names no secret, and an error of another code where its keys cannot be
 * read.
 */
export async function mapSecret(
  context: LookupContext,
  edits: DefinitionEdits,
  from: SecretsFrom | undefined,
): Promise<DefinitionEdits> {
  if (from === undefined) return edits
  const keys = from.keys ?? (await keysOf(context, from.secret))
  const mapped: MapEdit = new Map(keys.map((key) => [key, `${from.secret}:${key}::`]))
  return { ...edits, secrets: new Map([...mapped, ...(edits.secrets ?? [])]) }
}

async function keysOf(context: LookupContext, id: string): Promise<readonly string[]> {
  const reference = findSecretReference(id, 'secrets')
  if (reference?.kind !== 'secret' || reference.key !== '') {
    throw wrongInput('must be the name or the ARN of a secret, without a key')
  }
  const secret = await lookUpSecret(context, id)
  if (secret.kind === 'missing') throw wrongInput(`there is no secret ${id}.${secret.instead}`)
  if (secret.kind === 'not-checked') throw unreadable(id, secret)
  const versionId = versionOf(secret, reference)
  if (versionId === undefined) throw wrongInput(`the secret ${id} has no current version`)
  const keys = await lookUpKeys(context, secret, versionId)
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
