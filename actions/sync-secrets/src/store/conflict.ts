import { ActionError } from '@deploy-actions/action-kit'
import {
  attemptCheck,
  readVersionDate,
  type LookupContext,
  type SecretLookup,
} from '@deploy-actions/aws'
import { runBehind } from './version-id.ts'

/** A version that stands where another one was expected. */
export interface Met {
  readonly id: string
  readonly arn: string
  /** Undefined where the secret has no version. */
  readonly versionId: string | undefined
  readonly expected: string | undefined
}

/** The error of a step that met another writer: which version, when, and by which run where that is known. */
export async function conflictError(context: LookupContext, met: Met): Promise<ActionError> {
  const { id, versionId, expected } = met
  const was = expected === undefined ? 'no version was expected' : `${expected} was expected`
  return new ActionError({
    code: 'conflict',
    message: `The secret ${id} was written by somebody else: ${await describeHolder(context, met)}, and ${was}. Nothing was overwritten.`,
    remedy:
      versionId === undefined
        ? 'Look at the secret, and run this step again.'
        : 'Run this step again: it reads what is there now, plans anew and keeps the other change, unless both give a value for the same key. Steps that write the same secret belong into one concurrency group.',
  })
}

async function describeHolder(context: LookupContext, { arn, versionId }: Met): Promise<string> {
  if (versionId === undefined) return 'AWSCURRENT is on no version'
  const date = await attemptCheck(() => readVersionDate(context, arn, versionId))
  const when = date instanceof Date ? `, written ${date.toISOString()}` : ''
  const run = runBehind(versionId)
  const by = run === undefined ? '' : ` by run ${run.id} (attempt ${run.attempt}) of this action`
  return `AWSCURRENT is on version ${versionId}${when}${by}`
}

/** The error of a step whose secret was deleted meanwhile; undefined where it was not. */
export function goneError(id: string, secret: SecretLookup): ActionError | undefined {
  if (secret.kind === 'not-checked') return undefined
  const deletedAt = secret.kind === 'found' ? secret.deletedAt : undefined
  if (secret.kind === 'found' && deletedAt === undefined) return undefined
  const what =
    deletedAt === undefined ? 'deleted' : `scheduled for deletion (${deletedAt.toISOString()})`
  return new ActionError({
    code: 'conflict',
    message: `The secret ${id} was ${what} by somebody else while this step was at work. What this step would have written is read by nobody.`,
    remedy:
      deletedAt === undefined
        ? 'Find out who deleted it. Run this step again to create it anew (create: if-missing).'
        : 'Find out who deleted it. Run this step again with restore-deleted: true to take that back.',
  })
}

/** The error of a step during which a rotation began. */
export function rotationError(id: string, pending: string): ActionError {
  return new ActionError({
    code: 'conflict',
    message: `A rotation of the secret ${id} began while this step was at work: AWSPENDING is on version ${pending}. Nothing was overwritten.`,
    remedy:
      'Run this step again once the rotation is over: it reads what is there then, and plans anew.',
  })
}

/** The error of a step that expects a version of a secret that is not there. */
export function missingVersionError(id: string, expected: string): ActionError {
  return new ActionError({
    code: 'conflict',
    message: `There is no secret ${id}, and its version ${expected} was expected. Nothing was written.`,
    remedy:
      'Correct secret-id, aws-region or expect-version, which is none for a secret that may not be there yet.',
  })
}
