import {
  DeleteResourcePolicy$,
  GetResourcePolicy$,
  PutResourcePolicy$,
  type DeleteResourcePolicyRequest,
  type DeleteResourcePolicyResponse,
  type GetResourcePolicyRequest,
  type GetResourcePolicyResponse,
  type PutResourcePolicyRequest,
  type PutResourcePolicyResponse,
} from '@aws-sdk/client-secrets-manager'
import type { Cloud } from '../cloud/cloud.ts'
import { parsePolicy, PolicyError } from '../iam/policy/policy.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { requireSecret, requireWritable } from './find-secret.ts'

/** Read, write and delete the policies that secrets have of their own. */
export function policyOperations({ secrets }: Cloud): readonly Operation[] {
  return [
    operation(
      GetResourcePolicy$,
      ({ SecretId }: GetResourcePolicyRequest): GetResourcePolicyResponse => {
        const { arn, name, resourcePolicy } = requireSecret(secrets, SecretId)
        return { ARN: arn, Name: name, ResourcePolicy: resourcePolicy }
      },
    ),
    operation(
      PutResourcePolicy$,
      ({ SecretId, ResourcePolicy }: PutResourcePolicyRequest): PutResourcePolicyResponse => {
        const secret = requireWritable(secrets, SecretId)
        checkPolicy(ResourcePolicy ?? '')
        secret.resourcePolicy = ResourcePolicy
        return { ARN: secret.arn, Name: secret.name }
      },
    ),
    operation(
      DeleteResourcePolicy$,
      ({ SecretId }: DeleteResourcePolicyRequest): DeleteResourcePolicyResponse => {
        const secret = requireWritable(secrets, SecretId)
        secret.resourcePolicy = undefined
        return { ARN: secret.arn, Name: secret.name }
      },
    ),
  ]
}

function checkPolicy(text: string): void {
  try {
    parsePolicy(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof PolicyError)) throw error
    throw new AwsError(
      'MalformedPolicyDocumentException',
      'This resource policy contains invalid Json.',
    )
  }
}
