import { sleep } from '@deploy-actions/action-kit'
import { call, isAwsError, type LookupContext, type Tag } from '@deploy-actions/aws'
import { conflictError } from './conflict.ts'
import { lookAt } from './look.ts'
import { currentVersionId, type Stored } from './stored.ts'
import { explainWriting } from './write.ts'

/** A secret that is not there yet. */
export interface NewSecret {
  readonly name: string
  readonly text: string
  readonly versionId: string
  readonly description: string | undefined
  readonly kmsKeyId: string | undefined
  readonly tags: readonly Tag[]
}

/**
 * Creates a secret with its first version, and returns its ARN. Throws a `conflict` where somebody else created it
 * in the meantime.
 */
export async function createSecret(context: LookupContext, secret: NewSecret): Promise<string> {
  const { CreateSecretCommand } = await import('@aws-sdk/client-secrets-manager')
  const { name, text, versionId, description, kmsKeyId, tags } = secret
  const command = new CreateSecretCommand({
    Name: name,
    ClientRequestToken: versionId,
    SecretString: text,
    Description: description,
    KmsKeyId: kmsKeyId,
    ...(tags.length > 0 && { Tags: tags.map(({ Key, Value }) => ({ Key, Value })) }),
  })
  try {
    const client = await context.clients.secretsManager()
    const { ARN = '' } = await call(client, command, { signal: context.signal, resource: name })
    return ARN
  } catch (error) {
    if (!isAwsError(error, 'ResourceExistsException')) throw explainWriting(error, name)
    const stored = await lookUntilThere(context, name)
    const current = currentVersionId(stored)
    const arn = stored.kind === 'missing' ? name : stored.secret.arn
    // An answer that was lost: it is ours.
    if (current === versionId) return arn
    throw await conflictError(context, { id: name, arn, versionId: current, expected: undefined })
  }
}

/** How often a secret is looked for that is said to be there: reads may lag behind. */
const mostLooks = 8

async function lookUntilThere(context: LookupContext, name: string): Promise<Stored> {
  for (let looks = 1; ; looks++) {
    const stored = await lookAt(context, name)
    if (stored.kind !== 'missing' || looks === mostLooks) return stored
    await sleep(2_000, context.signal)
  }
}
