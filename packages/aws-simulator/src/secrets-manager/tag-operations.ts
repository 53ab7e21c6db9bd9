import {
  TagResource$,
  UntagResource$,
  type Tag,
  type TagResourceRequest,
  type UntagResourceRequest,
} from '@aws-sdk/client-secrets-manager'
import type { Cloud } from '../cloud/cloud.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { requireWritable } from './find-secret.ts'
import { invalidParameter, violation } from './refusals.ts'

const mostTags = 50

/** Tag and untag secrets. */
export function tagOperations({ secrets }: Cloud): readonly Operation[] {
  return [
    operation(TagResource$, ({ SecretId, Tags: added = [] }: TagResourceRequest) => {
      const secret = requireWritable(secrets, SecretId)
      const keys = new Set(added.map(({ Key }) => Key))
      const tags = [...secret.tags.filter(({ Key }) => !keys.has(Key)), ...added]
      checkTags(tags)
      secret.tags = tags
    }),
    operation(UntagResource$, ({ SecretId, TagKeys: removed = [] }: UntagResourceRequest) => {
      const secret = requireWritable(secrets, SecretId)
      secret.tags = secret.tags.filter(({ Key = '' }) => !removed.includes(Key))
    }),
  ]
}

/**
 * Throws for tags that a secret cannot have.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Tag.html
 */
export function checkTags(tags: readonly Tag[]): void {
  if (tags.length > mostTags) throw invalidParameter(`A secret can have at most ${mostTags} tags.`)
  for (const { Key: key = '', Value: value = '' } of tags) {
    if (key.length === 0 || key.length > 128) {
      throw violation('tags.key', 'have length between 1 and 128')
    }
    if (value.length > 256) throw violation('tags.value', 'have length less than or equal to 256')
    if (key.toLowerCase().startsWith('aws:')) {
      throw invalidParameter(`The tag key ${key} begins with aws:, which is reserved.`)
    }
  }
}
