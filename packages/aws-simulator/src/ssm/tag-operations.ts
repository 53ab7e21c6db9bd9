import {
  AddTagsToResource$,
  ListTagsForResource$,
  type AddTagsToResourceRequest,
  type AddTagsToResourceResult,
  type ListTagsForResourceRequest,
  type ListTagsForResourceResult,
} from '@aws-sdk/client-ssm'
import type { Cloud } from '../cloud/cloud.ts'
import type { Parameter } from '../cloud/parameter-store.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'

/** Tag parameters, and list their tags. */
export function tagOperations(cloud: Cloud): readonly Operation[] {
  return [
    operation(AddTagsToResource$, (input: AddTagsToResourceRequest): AddTagsToResourceResult => {
      const { name, tags } = requireParameter(cloud, input)
      const added = input.Tags ?? []
      const keys = new Set(added.map(({ Key }) => Key))
      cloud.parameters.tag(name, [...tags.filter(({ Key }) => !keys.has(Key)), ...added])
      return {}
    }),
    operation(
      ListTagsForResource$,
      (input: ListTagsForResourceRequest): ListTagsForResourceResult => ({
        TagList: requireParameter(cloud, input).tags.map(({ Key, Value }) => ({ Key, Value })),
      }),
    ),
  ]
}

function requireParameter(
  { parameters }: Cloud,
  { ResourceType: type, ResourceId: id }: ListTagsForResourceRequest,
): Parameter {
  const found = type === 'Parameter' ? parameters.find(id ?? '') : undefined
  if (found !== undefined) return found
  throw new AwsError(
    'InvalidResourceId',
    'The resource ID is not valid. Verify that you entered the correct ID and try again.',
  )
}
