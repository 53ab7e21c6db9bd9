import type {
  AddTagsToResourceRequest,
  DeleteParameterRequest,
  GetParameterRequest,
  GetParametersRequest,
  ListTagsForResourceRequest,
  PutParameterRequest,
} from '@aws-sdk/client-ssm'
import type { Cloud } from '../cloud/cloud.ts'
import type { Need, Permissions } from '../iam/model/authorize.ts'
import { baseName } from './parameter-reference.ts'

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html */
export function ssmPermissions(cloud: Cloud): Permissions {
  const on = (operation: string, ...names: readonly (string | undefined)[]) =>
    parameterNeeds(cloud, operation, names)
  return {
    prefix: 'ssm',
    needs: {
      GetParameter: ({ Name }: GetParameterRequest) => on('GetParameter', Name),
      GetParameters: ({ Names = [] }: GetParametersRequest) => on('GetParameters', ...Names),
      PutParameter: ({ Name }: PutParameterRequest) => on('PutParameter', Name),
      DeleteParameter: ({ Name }: DeleteParameterRequest) => on('DeleteParameter', Name),
      AddTagsToResource: (input: AddTagsToResourceRequest) =>
        on('AddTagsToResource', input.ResourceId),
      ListTagsForResource: (input: ListTagsForResourceRequest) =>
        on('ListTagsForResource', input.ResourceId),
    },
  }
}

/** What an operation on these parameters needs. */
export function parameterNeeds(
  { arns }: Cloud,
  operation: string,
  names: readonly (string | undefined)[],
): readonly Need[] {
  return names.map((name = '') => ({
    action: `ssm:${operation}`,
    resource: name.startsWith('arn:')
      ? name
      : arns.of('ssm', `parameter/${baseName(name).replace(/^\//, '')}`),
  }))
}
