import type { Tag } from '@aws-sdk/client-apprunner'
import { invalidRequest } from '../refusals.ts'

const mostTags = 50

/** Throws InvalidRequestException for tags that nothing in AWS can have. */
export function checkTags(tags: readonly Tag[]): void {
  if (tags.length > mostTags) throw invalidRequest(`A resource has at most ${mostTags} tags.`)
  for (const { Key = '', Value = '' } of tags) {
    if (Key.length < 1 || Key.length > 128 || Value.length > 256 || Key.startsWith('aws:')) {
      throw invalidRequest(`The tag ${Key} is not allowed.`)
    }
  }
}
