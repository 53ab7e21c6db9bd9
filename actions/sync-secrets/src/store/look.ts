import { sleep } from '@deploy-actions/action-kit'
import {
  call,
  describeSecret,
  isAwsError,
  regionOf,
  versionOf,
  type LookupContext,
} from '@deploy-actions/aws'
import type { CurrentVersion, Stored } from './stored.ts'

/** Reads a secret. Throws an ActionError where the role may not, or Secrets Manager does not answer. */
export async function lookAt(context: LookupContext, id: string): Promise<Stored> {
  const secret = await describeSecret(context, id)
  if (secret.kind === 'missing') return secret
  const versionId = versionOf(secret, { stage: 'AWSCURRENT', versionId: '' })
  const { deletedAt } = secret
  if (deletedAt !== undefined) return { kind: 'deleted', secret, deletedAt, versionId }
  const current = versionId === undefined ? undefined : await read(context, secret.arn, versionId)
  return { kind: 'found', secret, current }
}

/** How often a version is asked for that was just told and is not found: reads may lag behind each other. */
const mostReads = 8

async function read(context: LookupContext, arn: string, id: string): Promise<CurrentVersion> {
  for (let tries = 1; ; tries++) {
    try {
      return await readOnce(context, arn, id)
    } catch (error) {
      if (!isAwsError(error, 'ResourceNotFoundException') || tries === mostReads) throw error
      await sleep(2_000, context.signal)
    }
  }
}

async function readOnce(
  { clients, signal }: LookupContext,
  arn: string,
  id: string,
): Promise<CurrentVersion> {
  const { GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager')
  const client = await clients.secretsManager(regionOf(arn))
  // By its id: what is read is then what was looked at, whatever others do meanwhile.
  const command = new GetSecretValueCommand({ SecretId: arn, VersionId: id })
  const { SecretString, CreatedDate } = await call(client, command, { signal, resource: arn })
  return { id, createdAt: CreatedDate, text: SecretString }
}
