import {
  DeleteSecret$,
  RestoreSecret$,
  type DeleteSecretRequest,
  type DeleteSecretResponse,
  type RestoreSecretRequest,
  type RestoreSecretResponse,
} from '@aws-sdk/client-secrets-manager'
import type { Cloud } from '../cloud/cloud.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { requireOurs } from './find-secret.ts'
import { invalidParameter, invalidRequest } from './refusals.ts'

const dayMs = 24 * 60 * 60_000

/** Schedule the deletion of secrets, or take it back. */
export function deletionOperations(cloud: Cloud): readonly Operation[] {
  const { secrets, timeline } = cloud
  return [
    operation(DeleteSecret$, (input: DeleteSecretRequest) => deleteSecret(cloud, input)),
    operation(RestoreSecret$, ({ SecretId }: RestoreSecretRequest): RestoreSecretResponse => {
      const secret = requireOurs(secrets, SecretId)
      if (secret.deletedDate !== undefined) secret.lastChangedDate = timeline.now()
      secret.deletedDate = undefined
      return { ARN: secret.arn, Name: secret.name }
    }),
  ]
}

function deleteSecret(
  { secrets, timeline }: Cloud,
  input: DeleteSecretRequest,
): DeleteSecretResponse {
  const isForced = input.ForceDeleteWithoutRecovery === true
  const days = recoveryDays(input.RecoveryWindowInDays, isForced)
  const now = timeline.now()
  // Forcing is meant to be repeated: it succeeds where there is no such secret.
  if (isForced && secrets.find(input.SecretId ?? '') === undefined) {
    return { ARN: input.SecretId, Name: input.SecretId, DeletionDate: now }
  }
  const secret = requireOurs(secrets, input.SecretId)
  if (isForced) {
    secrets.delete(secret)
    return { ARN: secret.arn, Name: secret.name, DeletionDate: now }
  }
  if (secret.deletedDate !== undefined) {
    throw invalidRequest(
      "You tried to perform the operation on a secret that's currently marked deleted.",
    )
  }
  secret.deletedDate = new Date(now.getTime() + days * dayMs)
  secret.lastChangedDate = now
  return { ARN: secret.arn, Name: secret.name, DeletionDate: secret.deletedDate }
}

function recoveryDays(given: number | undefined, isForced: boolean): number {
  if (given !== undefined && isForced) {
    throw invalidParameter(
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    )
  }
  const days = given ?? 30
  if (days >= 7 && days <= 30) return days
  throw invalidParameter(
    'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
  )
}
