import {
  ListTagsForResource$,
  TagResource$,
  UntagResource$,
  type ListTagsForResourceRequest,
  type ListTagsForResourceResponse,
  type TagResourceRequest,
  type TagResourceResponse,
  type UntagResourceRequest,
  type UntagResourceResponse,
} from '@aws-sdk/client-apprunner'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { Services } from '../model/services.ts'
import { checkTags } from './check-tags.ts'

/** Tag services, take tags away, and list them. */
export function tagOperations(services: Services): readonly Operation[] {
  return [
    operation(
      TagResource$,
      ({ ResourceArn, Tags: added = [] }: TagResourceRequest): TagResourceResponse => {
        const service = services.require(ResourceArn)
        const keys = new Set(added.map(({ Key }) => Key))
        const tags = [...service.tags.filter(({ Key }) => !keys.has(Key)), ...added]
        checkTags(tags)
        service.tags = tags
        return {}
      },
    ),
    operation(
      UntagResource$,
      ({ ResourceArn, TagKeys = [] }: UntagResourceRequest): UntagResourceResponse => {
        const service = services.require(ResourceArn)
        service.tags = service.tags.filter(({ Key = '' }) => !TagKeys.includes(Key))
        return {}
      },
    ),
    operation(
      ListTagsForResource$,
      ({ ResourceArn }: ListTagsForResourceRequest): ListTagsForResourceResponse => ({
        Tags: [...services.require(ResourceArn).tags],
      }),
    ),
  ]
}
