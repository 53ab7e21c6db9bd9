import type {
  CreateSecretRequest,
  GetSecretValueRequest,
  UpdateSecretRequest,
} from '@aws-sdk/client-secrets-manager'
import type { Cloud } from '../cloud/cloud.ts'
import type { Need, Permissions } from '../iam/model/authorize.ts'

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html, and
 * what KMS asks besides where a secret is encrypted with a key of the customer.
 */
export function secretsManagerPermissions(cloud: Cloud): Permissions {
  const onSecret = (operation: string, more: (input: Identified) => readonly Need[] = () => []) =>
    [
      operation,
      (input: Identified) => [
        { action: `secretsmanager:${operation}`, ...target(cloud, input.SecretId) },
        ...more(input),
      ],
    ] as const
  const writing = ({ SecretId }: Identified) =>
    keyNeeds(cloud, keyOf(cloud, SecretId), writeActions)
  const plain = [
    ...['DescribeSecret', 'ListSecretVersionIds', 'UpdateSecretVersionStage', 'DeleteSecret'],
    ...['RestoreSecret', 'TagResource', 'UntagResource'],
    ...['GetResourcePolicy', 'PutResourcePolicy', 'DeleteResourcePolicy'],
  ]
  return {
    prefix: 'secretsmanager',
    needs: {
      ...Object.fromEntries(plain.map((operation) => onSecret(operation))),
      ...Object.fromEntries([
        onSecret('PutSecretValue', writing),
        onSecret('UpdateSecret', (input: Identified & Pick<UpdateSecretRequest, 'KmsKeyId'>) =>
          keyNeeds(cloud, input.KmsKeyId ?? keyOf(cloud, input.SecretId), writeActions),
        ),
      ]),
      GetSecretValue: (input: GetSecretValueRequest) => readNeeds(cloud, input),
      CreateSecret: ({ Name, KmsKeyId, Tags = [] }: CreateSecretRequest) => [
        { action: 'secretsmanager:CreateSecret', ...target(cloud, Name) },
        // Whoever creates a secret with tags tags it.
        ...(Tags.length > 0
          ? [{ action: 'secretsmanager:TagResource', ...target(cloud, Name) }]
          : []),
        ...keyNeeds(cloud, KmsKeyId, writeActions),
      ],
    },
  }
}

interface Identified {
  readonly SecretId?: string | undefined
}

/** What reading the value of a secret needs. */
export function readNeeds(cloud: Cloud, { SecretId: id }: Identified): readonly Need[] {
  return [
    {
      action: 'secretsmanager:GetSecretValue',
      ...target(cloud, id),
      resourcePolicy: cloud.secrets.find(id ?? '')?.resourcePolicy,
    },
    ...keyNeeds(cloud, keyOf(cloud, id), ['kms:Decrypt']),
  ]
}

const writeActions = ['kms:GenerateDataKey', 'kms:Decrypt']

function keyOf({ secrets }: Cloud, id: string | undefined): string | undefined {
  return secrets.find(id ?? '')?.kmsKeyId
}

/** A secret that is not there has no six characters yet: `??????` fits what policies have for them. */
function target({ secrets }: Cloud, id = ''): Pick<Need, 'resource' | 'context'> {
  const found = secrets.find(id)
  const missing = id.startsWith('arn:') ? id : secrets.arnOf(id, '??????')
  return {
    resource: found?.arn ?? missing,
    context: new Map([['secretsmanager:secretid', [found?.arn ?? id]]]),
  }
}

/** AWS's own key asks nothing of the caller. */
function keyNeeds(
  { arns }: Cloud,
  key: string | undefined,
  actions: readonly string[],
): readonly Need[] {
  if (key === undefined || key.endsWith('alias/aws/secretsmanager')) return []
  const named = key.startsWith('alias/') ? key : `key/${key}`
  const resource = key.startsWith('arn:') ? key : arns.of('kms', named)
  const context = new Map([['kms:viaservice', [`secretsmanager.${arns.region}.amazonaws.com`]]])
  return actions.map((action) => ({
    action,
    resource,
    context,
    refusal: 'Access to KMS is not allowed',
  }))
}
