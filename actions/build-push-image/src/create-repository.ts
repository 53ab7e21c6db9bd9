import type { Host } from '@deploy-actions/action-kit'
import type { Inputs } from './inputs.ts'
import type { Registry } from './observe.ts'
import { cacheTag } from './tags/own-tags.ts'

/** Creates a repository of ECR. Tags of caches and contents move; all others stay where they are. */
export async function createRepository(
  host: Host,
  { repository: { at, ecr } }: Registry,
  { lifecyclePolicy }: Pick<Inputs, 'lifecyclePolicy'>,
): Promise<void> {
  const mutableTags = [`${cacheTag({ target: undefined })}*`, 'content-*']
  const how = await ecr?.create({ mutableTags, lifecyclePolicy })
  if (how === 'created') host.info(`Created the repository ${at.repository}.`)
}
