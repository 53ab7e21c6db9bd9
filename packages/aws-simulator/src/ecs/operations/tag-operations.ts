import {
  ListTagsForResource$,
  TagResource$,
  UntagResource$,
  type ListTagsForResourceRequest,
  type ListTagsForResourceResponse,
  type Tag,
  type TagResourceRequest,
  type TagResourceResponse,
  type UntagResourceRequest,
  type UntagResourceResponse,
} from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { EcsModel } from '../model/ecs.ts'

const mostTags = 50

interface Tagged {
  readonly arn: string
  tags: readonly Tag[]
}

/** Tag, untag, and list the tags of whatever has an ARN. */
export function tagOperations(model: EcsModel): readonly Operation[] {
  return [
    operation(TagResource$, (input: TagResourceRequest): TagResourceResponse => {
      const resource = requireResource(model, input.resourceArn ?? '')
      const added = input.tags ?? []
      const keys = new Set(added.map(({ key }) => key))
      const tags = [...resource.tags.filter(({ key }) => !keys.has(key)), ...added]
      if (tags.length > mostTags) {
        throw new AwsError('InvalidParameterException', `A resource has at most ${mostTags} tags.`)
      }
      resource.tags = tags
      return {}
    }),
    operation(UntagResource$, (input: UntagResourceRequest): UntagResourceResponse => {
      const resource = requireResource(model, input.resourceArn ?? '')
      resource.tags = resource.tags.filter(({ key }) => !input.tagKeys?.includes(key ?? ''))
      return {}
    }),
    operation(
      ListTagsForResource$,
      (input: ListTagsForResourceRequest): ListTagsForResourceResponse => ({
        tags: [...requireResource(model, input.resourceArn ?? '').tags],
      }),
    ),
  ]
}

function requireResource({ clusters, taskDefinitions }: EcsModel, arn: string): Tagged {
  const resources: readonly (Tagged | undefined)[] = [
    taskDefinitions.find(arn),
    ...clusters.all(),
    ...clusters.services(),
    ...clusters.tasks(),
  ]
  const found = resources.find((resource) => resource?.arn === arn)
  if (found !== undefined) return found
  throw new AwsError('InvalidParameterException', 'The specified resource was not found.')
}
