import { count, nearest } from '@deploy-actions/action-kit'
import type { SecretRequest } from '../request.ts'
import type { Stored } from '../store/stored.ts'
import { mostVersions } from './obstacles.ts'
import type { Opacity } from './opaque.ts'
import type { KeyPlan } from './plan-secret.ts'

/** A secret that can be written, as far as warnings go. */
export interface Warned {
  readonly request: SecretRequest
  readonly stored: Stored
  readonly keys: readonly KeyPlan[]
  /** What is replaced although it cannot be read. */
  readonly replaced: Opacity
  /** Whether a new version is going to be written over another one. */
  readonly isWritten: boolean
  /** Versions that can not be removed to make room; undefined where that was not looked at. */
  readonly heldVersions: number | undefined
}

/** From how many of a hundred versions on something is wrong with how often a secret is written. */
const manyVersions = 90

/** What a user should know although the secret can be written, as whole sentences. */
export function warningsOf(warned: Warned): readonly string[] {
  const { request, keys } = warned
  const sentences = [
    ...keys.map(passedOver),
    emptied(keys),
    ...unknownKeys(request),
    ...(request.others === 'remove' ? [removed(keys)] : []),
    replacedContent(warned),
    ...(warned.isWritten ? [rotated(warned.stored), crowded(warned.heldVersions)] : []),
  ]
  return sentences.flatMap((sentence) =>
    sentence === undefined ? [] : [`Secret ${request.id}: ${sentence}`],
  )
}

function passedOver({ key, passedOver: why }: KeyPlan): string | undefined {
  return why === undefined ? undefined : `what is given for ${key} is not written, since ${why}.`
}

function emptied(keys: readonly KeyPlan[]): string | undefined {
  const names = namesOf(keys, ({ isEmptied }) => isEmptied)
  return names === undefined
    ? undefined
    : `${names} had a value and becomes empty. GitHub gives an empty text for a secret that it does not have.`
}

function removed(keys: readonly KeyPlan[]): string | undefined {
  const names = namesOf(keys, ({ change }) => change === 'removed')
  return names === undefined ? undefined : `write: replace removes ${names}.`
}

function namesOf(keys: readonly KeyPlan[], isMeant: (key: KeyPlan) => boolean): string | undefined {
  const names = keys.filter(isMeant).map(({ key }) => key)
  return names.length === 0 ? undefined : names.join(', ')
}

const opaqueContents = { text: 'no JSON object', bytes: 'bytes and no text' } as const

function replacedContent({ replaced }: Warned): string | undefined {
  return replaced === 'none'
    ? undefined
    : `what it holds is ${opaqueContents[replaced]} and is replaced as a whole; AWSPREVIOUS keeps it.`
}

/** A key with a typo would be written beside the one that was meant. */
function unknownKeys({ schema, hasSchema, given }: SecretRequest): readonly string[] {
  if (!hasSchema) return []
  const unknown = [...given].filter(([key, value]) => value !== undefined && !schema.has(key))
  return unknown.map(([key]) => {
    // Of a few letters any other word is near.
    const meant = key.length < 4 ? undefined : nearest(key, [...schema.keys()])
    const guess = meant === undefined ? '' : ` (did you mean ${meant}?)`
    return `${key} is given, and its schema does not know it${guess}. A key may be there without any rule: \`${key}:\` in the schema.`
  })
}

function rotated(stored: Stored): string | undefined {
  return stored.kind === 'found' && stored.secret.isRotated
    ? 'Secrets Manager rotates it, so the next rotation replaces what is written here.'
    : undefined
}

function crowded(heldVersions = 0): string | undefined {
  return heldVersions >= manyVersions
    ? `it has ${count(heldVersions, 'version')} that are younger than 24 hours or have labels, of at most ${mostVersions}. Find out what writes it so often.`
    : undefined
}
