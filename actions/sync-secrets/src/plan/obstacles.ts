import type { SecretRequest } from '../request.ts'
import type { Stored, StoredSecret } from '../store/stored.ts'
import { owners } from './owners.ts'

/** The longest value. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const mostBytes = 65_536

/** Why a secret may not be written, as whole sentences. */
export interface Obstacle {
  readonly message: string
  readonly remedy: string
}

/** What a secret is going to hold, for obstacles that lie in that. */
export interface Writing {
  readonly request: SecretRequest
  readonly stored: Stored
  readonly text: string
  /** Tag values that name somebody else who writes secrets, in lower case. */
  readonly otherWriters: readonly string[]
  /** Versions that can not be removed to make room; undefined where that was not looked at. */
  readonly heldVersions: number | undefined
}

/** All that keeps a secret from being written. */
export function obstacles(writing: Writing): readonly Obstacle[] {
  const { request, stored, text } = writing
  const mayBeAbsent =
    (stored.kind === 'missing' && request.mayCreate && !isArn(request.id)) ||
    (stored.kind === 'deleted' && request.restoreDeleted)
  return [
    ...(mayBeAbsent ? [] : absence(request, stored)),
    ...owners(request, stored, writing.otherWriters),
    ...(stored.kind === 'found' ? ofStored(stored, writing) : []),
    tooLong(request.id, text),
  ].filter((obstacle) => obstacle !== undefined)
}

function isArn(id: string): boolean {
  return id.startsWith('arn:')
}

/** Why a secret can be neither read nor written. */
export function absence({ id }: SecretRequest, stored: Stored): readonly Obstacle[] {
  if (stored.kind === 'found') return []
  return [stored.kind === 'missing' ? missing(id, stored.instead) : deleted(id, stored.deletedAt)]
}

function missing(id: string, instead: string): Obstacle {
  return {
    message: `There is no secret ${id}. ${instead.trim()}`.trim(),
    remedy: isArn(id)
      ? 'Correct secret-id. A secret that is to be created is named, without an ARN.'
      : 'Correct secret-id or aws-region, or create the secret first (mode: push with create: if-missing does).',
  }
}

function deleted(id: string, deletedAt: Date): Obstacle {
  return {
    message: `The secret ${id} is scheduled for deletion (${deletedAt.toISOString()}): it can be neither read nor written.`,
    remedy:
      'Set restore-deleted: true with mode: push to take the deletion back, or name another secret.',
  }
}

function ofStored(
  { secret, current }: StoredSecret,
  { request: { id }, heldVersions }: Writing,
): readonly (Obstacle | undefined)[] {
  return [rotating(id, secret.versions, current?.id), exhausted(id, heldVersions)]
}

function rotating(
  id: string,
  versions: ReadonlyMap<string, readonly string[]>,
  current: string | undefined,
): Obstacle | undefined {
  const pending = [...versions].find(
    ([version, stages]) => version !== current && stages.includes('AWSPENDING'),
  )
  if (pending === undefined) return undefined
  return {
    message: `The secret ${id} is being rotated: AWSPENDING is on version ${pending[0]}, AWSCURRENT on ${current ?? 'none'}.`,
    remedy:
      'Run this step again once the rotation is over. A rotation that failed leaves AWSPENDING behind: let it run again, or remove that label.',
  }
}

function exhausted(id: string, held: number | undefined): Obstacle | undefined {
  if (held === undefined || held < mostVersions) return undefined
  return {
    message: `The secret ${id} has ${held} versions that Secrets Manager may not remove, since they are younger than 24 hours or have labels: it takes no other one.`,
    remedy:
      'Find out what writes it so often (more than once in ten minutes, for a day), and run this step again when the oldest of them is 24 hours old.',
  }
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html */
export const mostVersions = 100

function tooLong(id: string, text: string): Obstacle | undefined {
  const bytes = new TextEncoder().encode(text).length
  if (bytes <= mostBytes) return undefined
  return {
    message: `The secret ${id} would have ${bytes} bytes; Secrets Manager takes ${mostBytes}.`,
    remedy: 'Put large values into a secret of their own, or into S3.',
  }
}
