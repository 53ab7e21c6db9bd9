import {
  BatchGetSecretValue$,
  type APIErrorType,
  type BatchGetSecretValueRequest,
  type BatchGetSecretValueResponse,
  type SecretValueEntry,
} from '@aws-sdk/client-secrets-manager'
import type { Cloud } from '../cloud/cloud.ts'
import { callerRefusal } from '../iam/model/authorize.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { filterSecrets } from './list-secrets.ts'
import { readNeeds } from './permissions.ts'
import { getSecretValue } from './get-secret-value.ts'
import { invalidParameter, violation } from './refusals.ts'
import { secretPage } from './secret-page.ts'

const mostSecrets = 20

/** Reads up to 20 secrets at once; what is wrong with one of them stands beside the values of others. */
export function batchGetSecretValue(cloud: Cloud): Operation {
  return operation(
    BatchGetSecretValue$,
    (input: BatchGetSecretValueRequest): BatchGetSecretValueResponse => {
      const { items, NextToken } = selected(cloud, input)
      const values: SecretValueEntry[] = []
      const errors: APIErrorType[] = []
      for (const id of items) {
        const found = readAs(cloud, id)
        if (found instanceof AwsError) {
          errors.push({ SecretId: id, ErrorCode: found.name, Message: found.message })
        } else values.push(found)
      }
      return { SecretValues: values, Errors: errors, NextToken }
    },
  )
}

function selected({ secrets }: Cloud, input: BatchGetSecretValueRequest) {
  const { SecretIdList: ids, Filters: filters, MaxResults: most = mostSecrets } = input
  if ((ids === undefined) === (filters === undefined)) {
    throw invalidParameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.")
  }
  if (ids !== undefined && (ids.length === 0 || ids.length > mostSecrets)) {
    throw violation('secretIdList', `have length between 1 and ${mostSecrets}`)
  }
  if (ids !== undefined && input.MaxResults !== undefined) {
    throw invalidParameter(
      "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.",
    )
  }
  const found = filterSecrets(secrets.all, filters).filter(
    ({ deletedDate }) => deletedDate === undefined,
  )
  return secretPage(ids ?? found.map(({ arn }) => arn), { ...input, MaxResults: most })
}

/** The caller needs the permission to read each of the secrets, besides that for the batch. */
function readAs(cloud: Cloud, id: string): SecretValueEntry | AwsError {
  for (const need of readNeeds(cloud, { SecretId: id })) {
    const refusal = callerRefusal(cloud.iam, need)
    if (refusal !== undefined) return new AwsError('AccessDeniedException', refusal)
  }
  try {
    return getSecretValue(cloud.secrets, { SecretId: id })
  } catch (error) {
    if (error instanceof AwsError) return error
    throw error
  }
}
