import {
  DescribeSecret$,
  GetSecretValue$,
  ListSecretVersionIds$,
  type DescribeSecretRequest,
  type DescribeSecretResponse,
  type GetSecretValueRequest,
  type ListSecretVersionIdsRequest,
  type ListSecretVersionIdsResponse,
} from '@aws-sdk/client-secrets-manager'
import type { Cloud } from '../cloud/cloud.ts'
import type { SecretStore } from '../cloud/secret-store.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { batchGetSecretValue } from './batch-get.ts'
import { requireSecret } from './find-secret.ts'
import { getSecretValue } from './get-secret-value.ts'
import { listOperations } from './list-secrets.ts'
import { secretPage } from './secret-page.ts'
import { describedSecret } from './secret-view.ts'

/** Describe, get and list secrets and their versions. */
export function readOperations(cloud: Cloud): readonly Operation[] {
  const { secrets } = cloud
  return [
    operation(DescribeSecret$, ({ SecretId }: DescribeSecretRequest): DescribeSecretResponse =>
      describedSecret(requireSecret(secrets, SecretId)),
    ),
    operation(GetSecretValue$, (input: GetSecretValueRequest) => getSecretValue(secrets, input)),
    operation(
      ListSecretVersionIds$,
      (input: ListSecretVersionIdsRequest): ListSecretVersionIdsResponse =>
        listVersionIds(secrets, input),
    ),
    ...listOperations(cloud),
    batchGetSecretValue(cloud),
  ]
}

/** Versions without a label are listed only where they are asked for. */
function listVersionIds(
  secrets: SecretStore,
  input: ListSecretVersionIdsRequest,
): ListSecretVersionIdsResponse {
  const secret = requireSecret(secrets, input.SecretId)
  const listed = secret.versions.filter(
    ({ stages }) => input.IncludeDeprecated === true || stages.length > 0,
  )
  const { items, NextToken } = secretPage(listed, input)
  return {
    ARN: secret.arn,
    Name: secret.name,
    Versions: items.map(({ id, stages, createdDate }) => ({
      VersionId: id,
      VersionStages: [...stages],
      CreatedDate: createdDate,
    })),
    NextToken,
  }
}
