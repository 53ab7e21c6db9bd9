import { Buffer } from 'node:buffer'
import type { Secret, SecretContent } from '../cloud/secret.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { invalidParameter, violation } from './refusals.ts'

const mostBytes = 65_536
const mostStages = 20

/** A value that is to be written, if the request has one. */
export interface WrittenValue {
  readonly SecretString?: string | undefined
  readonly SecretBinary?: Uint8Array | undefined
}

/** Reads what a request wants to be stored; undefined when it has no value. */
export function contentOf({ SecretString, SecretBinary }: WrittenValue): SecretContent | undefined {
  if (SecretString !== undefined && SecretBinary !== undefined) {
    throw invalidParameter(
      "You can't specify both a binary secret value and a string secret value.",
    )
  }
  checkSize('secretString', SecretString)
  checkSize('secretBinary', SecretBinary)
  if (SecretString !== undefined) return { text: SecretString }
  return SecretBinary === undefined ? undefined : { bytes: SecretBinary }
}

function checkSize(member: string, value: string | Uint8Array | undefined): void {
  if (value === undefined) return
  const bytes = Buffer.byteLength(value)
  if (bytes === 0) throw violation(member, 'have length greater than or equal to 1')
  if (bytes > mostBytes) throw violation(member, `have length less than or equal to ${mostBytes}`)
}

/** Checks a token that becomes the id of a version. */
export function checkToken(token: string): void {
  if (token.length >= 32 && token.length <= 64) return
  throw invalidParameter('ClientRequestToken must be 32-64 characters long.')
}

/** A new version of a secret: what it holds, its id, and the labels that move to it. */
export interface NewVersion {
  readonly id: string
  readonly content: SecretContent
  readonly stages: readonly string[]
}

/**
 * Adds a version, unless one of this id holds the same already: then nothing happens, not even to its
 * labels. Throws for an id that holds something else, and when there are too many versions.
 */
export function addVersion(secret: Secret, { id, content, stages }: NewVersion, now: Date): void {
  const existing = secret.findVersion(id)
  if (existing !== undefined) {
    if (isSame(existing.content, content)) return
    const message = `You can't use ClientRequestToken ${id} because that value is already in use for a version of secret ${secret.arn}.`
    throw new AwsError('ResourceExistsException', message)
  }
  if (stages.length === 0 || stages.length > mostStages) {
    throw violation('versionStages', `have length between 1 and ${mostStages}`)
  }
  if (!secret.makeRoom(now.getTime())) {
    const message =
      'The secret has 100 versions, none of which can be removed: they have staging labels or are younger than 24 hours.'
    throw new AwsError('LimitExceededException', message)
  }
  secret.add({ id, content, createdDate: now }, stages)
  secret.lastChangedDate = now
}

/** Whether two versions hold the same. */
export function isSame(a: SecretContent, b: SecretContent): boolean {
  if (a.text !== undefined || b.text !== undefined) return a.text === b.text
  return Buffer.compare(a.bytes ?? new Uint8Array(), b.bytes ?? new Uint8Array()) === 0
}
