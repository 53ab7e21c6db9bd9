import { call, type LookupContext } from '@deploy-actions/aws'

/** Those of the tags that a service does not have yet; asks nobody where none are wanted. */
export async function readMissingTags(
  { clients, signal }: LookupContext,
  arn: string,
  wanted: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  if (wanted.size === 0) return wanted
  const { ListTagsForResourceCommand } = await import('@aws-sdk/client-apprunner')
  const command = new ListTagsForResourceCommand({ ResourceArn: arn })
  const { Tags = [] } = await call(await clients.appRunner(), command, { signal, resource: arn })
  const has = (name: string, value: string): boolean =>
    Tags.some(({ Key, Value }) => Key === name && Value === value)
  return new Map([...wanted].filter(([name, value]) => !has(name, value)))
}

/** Gives a service tags. */
export async function tagService(
  { clients, signal }: LookupContext,
  arn: string,
  tags: ReadonlyMap<string, string>,
): Promise<void> {
  if (tags.size === 0) return
  const { TagResourceCommand } = await import('@aws-sdk/client-apprunner')
  const command = new TagResourceCommand({
    ResourceArn: arn,
    Tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
  })
  await call(await clients.appRunner(), command, { signal, resource: arn })
}
