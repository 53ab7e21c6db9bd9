import { ActionError } from '@deploy-actions/action-kit'
import { call, isAwsError, lookUpSecret, regionOf, type LookupContext } from '@deploy-actions/aws'
import { goneError } from './conflict.ts'

/** A new version of a secret that is there: where it goes, and in whose place. */
export interface NewVersion {
  /** The secret as the user names it. */
  readonly id: string
  readonly arn: string
  readonly versionId: string
  /** The version that it replaces; undefined for a secret without any. */
  readonly base: string | undefined
}

/**
 * The label of a version that nobody reads yet. Each secret has it once: that of a run that was killed moves on
 * with the next one.
 */
export const pendingLabel = 'deploy-actions-pending'

/** Stores a version without giving it to readers. Throws an ActionError where that fails; the secret is then as it was. */
export async function storePending(
  context: LookupContext,
  { id, arn, versionId }: NewVersion,
  text: string,
): Promise<void> {
  const { PutSecretValueCommand } = await import('@aws-sdk/client-secrets-manager')
  const client = await context.clients.secretsManager(regionOf(arn))
  const command = new PutSecretValueCommand({
    SecretId: arn,
    ClientRequestToken: versionId,
    SecretString: text,
    VersionStages: [pendingLabel],
  })
  try {
    await call(client, command, { signal: context.signal, resource: arn })
  } catch (error) {
    const isRefused = isAwsError(error, 'ResourceNotFoundException', 'InvalidRequestException')
    const gone = isRefused ? goneError(id, await lookUpSecret(context, arn)) : undefined
    throw gone ?? explainWriting(error, id)
  }
}

/** Takes the label of what nobody reads away; a version without labels goes by itself. */
export async function removePending(context: LookupContext, version: NewVersion): Promise<void> {
  await moveLabel(context, {
    ...version,
    base: version.versionId,
    label: pendingLabel,
    to: undefined,
  })
}

/** Moves a label, in one step that fails unless it is where it was. */
export async function moveLabel(
  { clients, signal }: LookupContext,
  {
    arn,
    base,
    label,
    to,
  }: NewVersion & { readonly label: string; readonly to: string | undefined },
): Promise<void> {
  const { UpdateSecretVersionStageCommand } = await import('@aws-sdk/client-secrets-manager')
  const command = new UpdateSecretVersionStageCommand({
    SecretId: arn,
    VersionStage: label,
    MoveToVersionId: to,
    RemoveFromVersionId: base,
  })
  await call(await clients.secretsManager(regionOf(arn)), command, { signal, resource: arn })
}

/** What is wrong with a write that was planned from what was just read. */
export function explainWriting(error: unknown, id: string): unknown {
  if (isAwsError(error, 'LimitExceededException')) {
    return new ActionError({
      code: 'preflight',
      message: `The secret ${id} takes no other version: it has as many as it can that are younger than 24 hours or have labels.`,
      remedy:
        'Find out what writes it so often, and run this step again when the oldest version is 24 hours old.',
      cause: error,
    })
  }
  if (isAwsError(error, 'ResourceNotFoundException', 'InvalidRequestException')) {
    return new ActionError({
      code: 'conflict',
      message: `The secret ${id} was changed by somebody else while this step was at work: ${wordsOf(error)}`,
      remedy: 'Run this step again: it reads what is there now, and plans anew.',
      cause: error,
    })
  }
  return error
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
