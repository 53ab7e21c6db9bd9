import type { FoundSecret, Tag } from '@deploy-actions/aws'

/** What a secret is to have besides its value. */
export interface Description {
  readonly description: string | undefined
  readonly kmsKeyId: string | undefined
  readonly tags: ReadonlyMap<string, string>
}

/** What a secret has besides its value. */
export type Described = Pick<FoundSecret, 'description' | 'kmsKeyId' | 'tags'>

/** What of a description a secret does not have yet, in words. */
export function differences(secret: Described, wanted: Description): readonly string[] {
  const tags = missingTags(secret, wanted).map(({ Key }) => Key)
  return [
    ...(hasOtherText(secret, wanted) ? ['description'] : []),
    ...(hasOtherKey(secret, wanted) ? ['kms-key-id'] : []),
    ...(tags.length > 0 ? [`tags ${tags.join(', ')}`] : []),
  ]
}

/** Whether another description is wanted. */
export function hasOtherText(secret: Described, { description: wanted }: Description): boolean {
  return wanted !== undefined && wanted !== secret.description
}

/** Secrets Manager does not name the key that it uses where none is given. */
const ownKey = 'alias/aws/secretsmanager'

/**
 * Whether another key is wanted. A key may be named by its id, its ARN or an alias, and Secrets Manager tells the name that it
 * was given.
 */
export function hasOtherKey(
  { kmsKeyId: stored = ownKey }: Described,
  { kmsKeyId: wanted = stored }: Description,
): boolean {
  return wanted !== stored && !isEndOf(wanted, stored) && !isEndOf(stored, wanted)
}

/** Whether a name is what an ARN ends with. */
function isEndOf(name: string, arn: string): boolean {
  return arn.startsWith('arn:') && (arn.endsWith(`:${name}`) || arn.endsWith(`/${name}`))
}

/** The tags that are wanted and not there as they are wanted. */
export function missingTags({ tags }: Described, wanted: Description): readonly Required<Tag>[] {
  return [...wanted.tags]
    .filter(([name, value]) => !tags.some(({ Key, Value }) => Key === name && Value === value))
    .map(([Key, Value]) => ({ Key, Value }))
}
