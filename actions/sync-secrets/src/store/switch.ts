import { sleep } from '@deploy-actions/action-kit'
import {
  isAwsError,
  lookUpSecret,
  versionOf,
  type LookupContext,
  type SecretLookup,
} from '@deploy-actions/aws'
import { conflictError, goneError, rotationError } from './conflict.ts'
import { moveLabel, type NewVersion } from './write.ts'

/** How often a switch is tried whose refusal is not explained by what is read afterwards. */
const mostSwitches = 3

/**
 * Gives a stored version to readers, in one step that fails where somebody else was quicker. Throws a `conflict` then, and where a
 * rotation began or the secret was deleted meanwhile; the secret is as the other one left it.
 */
export async function switchTo(context: LookupContext, version: NewVersion): Promise<void> {
  await refuseRotation(context, version)
  for (let tries = 1; ; tries++) {
    try {
      await moveLabel(context, { ...version, label: 'AWSCURRENT', to: version.versionId })
      return
    } catch (error) {
      if (context.signal.aborted) throw error
      const secret = await lookUpSecret(context, version.arn)
      const holder = holderIn(error) ?? labelled(secret, 'AWSCURRENT')
      // An answer that was lost: the label is where it should be, or was there until somebody went on from it.
      if ([holder, labelled(secret, 'AWSPREVIOUS')].includes(version.versionId)) return
      if (!isAwsError(error, ...refusals)) throw error
      const gone = goneError(version.id, secret)
      if (gone !== undefined) throw gone
      if (holder !== version.base || tries === mostSwitches) {
        throw await conflictError(context, {
          ...version,
          versionId: holder,
          expected: version.base,
        })
      }
      await sleep(1_000, context.signal)
    }
  }
}

const refusals = [
  'InvalidParameterException',
  'InvalidRequestException',
  'ResourceNotFoundException',
]

/** The rotation would be over with a value that was made before this one, and put that in its place. */
async function refuseRotation(
  context: LookupContext,
  { id, arn, base }: NewVersion,
): Promise<void> {
  const pending = labelled(await lookUpSecret(context, arn), 'AWSPENDING')
  if (pending !== undefined && pending !== base) throw rotationError(id, pending)
}

/** Secrets Manager names the version that has the label, in words that other implementations do not have. */
function holderIn(error: unknown): string | undefined {
  const text = error instanceof Error ? error.message : ''
  return /attached to version ([\w-]{32,64})/.exec(text)?.[1]
}

/** The version that has a label now, as far as Secrets Manager tells. */
function labelled(secret: SecretLookup, stage: string): string | undefined {
  return secret.kind === 'found' ? versionOf(secret, { stage, versionId: '' }) : undefined
}
