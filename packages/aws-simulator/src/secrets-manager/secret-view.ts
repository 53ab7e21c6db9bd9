import type { DescribeSecretResponse, SecretListEntry } from '@aws-sdk/client-secrets-manager'
import type { Secret } from '../cloud/secret.ts'

/** What DescribeSecret answers. */
export function describedSecret(secret: Secret): DescribeSecretResponse {
  return { ...commonView(secret), VersionIdsToStages: stagesById(secret) }
}

/** What ListSecrets answers for one secret. */
export function listedSecret(secret: Secret): SecretListEntry {
  return { ...commonView(secret), SecretVersionsToStages: stagesById(secret) }
}

function commonView(secret: Secret) {
  return {
    ARN: secret.arn,
    Name: secret.name,
    Description: secret.description,
    KmsKeyId: secret.kmsKeyId,
    // Absent, as in AWS, where rotation was never switched on.
    RotationEnabled: secret.isRotated ? true : undefined,
    OwningService: secret.owningService,
    CreatedDate: secret.createdDate,
    LastChangedDate: secret.lastChangedDate,
    DeletedDate: secret.deletedDate,
    Tags: secret.tags.length === 0 ? undefined : [...secret.tags],
  }
}

function stagesById({ versions }: Secret): Record<string, string[]> | undefined {
  const labelled = versions.filter(({ stages }) => stages.length > 0)
  if (labelled.length === 0) return undefined
  return Object.fromEntries(labelled.map(({ id, stages }) => [id, [...stages]]))
}
