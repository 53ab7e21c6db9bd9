import {
  CreateSecret$,
  PutSecretValue$,
  UpdateSecret$,
  type CreateSecretRequest,
  type CreateSecretResponse,
  type PutSecretValueRequest,
  type PutSecretValueResponse,
  type UpdateSecretRequest,
  type UpdateSecretResponse,
} from '@aws-sdk/client-secrets-manager'
import type { Cloud } from '../cloud/cloud.ts'
import { current, type Secret, type SecretContent } from '../cloud/secret.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { requireWritable } from './find-secret.ts'
import { invalidRequest, violation } from './refusals.ts'
import { addVersion, checkToken, contentOf, isSame } from './secret-content.ts'
import { checkTags } from './tag-operations.ts'

/** Create secrets, and give them other values. */
export function writeOperations(cloud: Cloud): readonly Operation[] {
  return [
    operation(CreateSecret$, (input: CreateSecretRequest) => createSecret(cloud, input)),
    operation(PutSecretValue$, (input: PutSecretValueRequest) => putSecretValue(cloud, input)),
    operation(UpdateSecret$, (input: UpdateSecretRequest) => updateSecret(cloud, input)),
  ]
}

function createSecret(cloud: Cloud, input: CreateSecretRequest): CreateSecretResponse {
  const { Name: name = '', Tags: tags = [], AddReplicaRegions: replicas = [] } = input
  checkName(name)
  checkTags(tags)
  if (replicas.length > 0) {
    throw new AwsError('UnsupportedFeatureException', 'The simulator does not play replicas.')
  }
  const content = contentOf(input)
  const id = tokenOf(cloud, input.ClientRequestToken)
  const existing = cloud.secrets.find(name)
  if (existing !== undefined) return createdBefore(existing, id, content)
  const now = cloud.timeline.now()
  const secret = cloud.secrets.create(name, now, { suffix: cloud.ids.token21().slice(0, 6) })
  secret.description = input.Description
  secret.kmsKeyId = input.KmsKeyId
  secret.tags = tags
  if (content !== undefined) addVersion(secret, { id, content, stages: [current] }, now)
  return { ARN: secret.arn, Name: name, VersionId: content === undefined ? undefined : id }
}

/** The same request again creates nothing and succeeds; any other finds the name taken. */
function createdBefore(
  secret: Secret,
  id: string,
  content: SecretContent | undefined,
): CreateSecretResponse {
  if (secret.deletedDate !== undefined) {
    throw invalidRequest(
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    )
  }
  const version = secret.findVersion(id)
  if (version !== undefined && content !== undefined && isSame(version.content, content)) {
    return { ARN: secret.arn, Name: secret.name, VersionId: id }
  }
  const message = `The operation failed because the secret ${secret.name} already exists.`
  throw new AwsError('ResourceExistsException', message)
}

function checkName(name: string): void {
  if (name.length > 512) throw violation('name', 'have length less than or equal to 512')
  if (/^[A-Za-z0-9/_+=.@!-]+$/.test(name)) return
  const message =
    'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!'
  throw new AwsError('ValidationException', message)
}

function putSecretValue(cloud: Cloud, input: PutSecretValueRequest): PutSecretValueResponse {
  const content = contentOf(input)
  if (content === undefined) {
    throw invalidRequest('You must provide either SecretString or SecretBinary.')
  }
  const id = tokenOf(cloud, input.ClientRequestToken)
  const secret = requireWritable(cloud.secrets, input.SecretId)
  const stages = input.VersionStages ?? [current]
  addVersion(secret, { id, content, stages }, cloud.timeline.now())
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: id,
    VersionStages: [...(secret.findVersion(id)?.stages ?? [])],
  }
}

function updateSecret(cloud: Cloud, input: UpdateSecretRequest): UpdateSecretResponse {
  const content = contentOf(input)
  const id = tokenOf(cloud, input.ClientRequestToken)
  const secret = requireWritable(cloud.secrets, input.SecretId)
  const now = cloud.timeline.now()
  if (content !== undefined) addVersion(secret, { id, content, stages: [current] }, now)
  secret.description = input.Description ?? secret.description
  secret.kmsKeyId = input.KmsKeyId ?? secret.kmsKeyId
  secret.lastChangedDate = now
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: content === undefined ? undefined : id,
  }
}

/** SDKs send a token with every write; for others the service makes one. */
function tokenOf({ ids }: Cloud, token: string | undefined): string {
  if (token === undefined) return ids.uuid()
  checkToken(token)
  return token
}
