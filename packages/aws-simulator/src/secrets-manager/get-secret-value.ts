import type { GetSecretValueRequest, GetSecretValueResponse } from '@aws-sdk/client-secrets-manager'
import type { SecretStore } from '../cloud/secret-store.ts'
import { requireUndeleted, requireVersion } from './find-secret.ts'

/** Reads a version of a secret, as a task of ECS does too. */
export function getSecretValue(
  secrets: SecretStore,
  { SecretId, VersionId, VersionStage }: GetSecretValueRequest,
): GetSecretValueResponse {
  const secret = requireUndeleted(secrets, SecretId)
  const version = requireVersion(secret, { id: VersionId, stage: VersionStage })
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: version.id,
    SecretString: version.content.text,
    SecretBinary: version.content.bytes,
    VersionStages: [...version.stages],
    CreatedDate: version.createdDate,
  }
}
