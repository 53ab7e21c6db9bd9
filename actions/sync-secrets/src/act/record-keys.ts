import { attemptCheck, type FoundSecret, type Tag } from '@deploy-actions/aws'
import type { KeyPlan } from '../plan/plan-secret.ts'
import { leftTags, manifestTags, recordManifest, removeTags } from '../store/manifest.ts'
import { currentVersionId } from '../store/stored.ts'
import type { ActContext, Job } from './job.ts'

/** The tags with the names of a secret's keys; undefined where they are not to be recorded, or do not fit. */
export function manifestOf(
  { log }: Pick<ActContext, 'log'>,
  { plan }: Job,
  { versionId, tagNames }: { versionId: string; tagNames: Iterable<string> },
): readonly Required<Tag>[] | undefined {
  if (!plan.recordsKeys) return undefined
  const isThere = ({ change }: KeyPlan): boolean => change !== 'removed' && change !== 'absent'
  const keys = plan.keys.filter(isThere).map(({ key }) => key)
  const tags = manifestTags(keys, versionId, tagNames)
  if (tags === undefined) {
    log.info(
      `${plan.id}: the names of its keys do not fit into tags (too many or too long, or with characters that tags do not know), so they are not recorded there.`,
    )
  }
  return tags
}

/** Records the names of the keys. Others read them for convenience, so that failing to do it fails nothing. */
export async function recordKeys(
  context: ActContext,
  job: Job,
  secret: FoundSecret,
): Promise<void> {
  const { plan, stored, versionId: newId } = job
  if (plan.forgetsKeys) return forgetKeys(context, job, secret)
  const versionId = plan.action === 'write' ? newId : currentVersionId(stored)
  if (versionId === undefined) return
  const tagNames = [...secret.tags.map(({ Key = '' }) => Key), ...job.request.tags.keys()]
  const tags = manifestOf(context, job, { versionId, tagNames })
  if (tags === undefined) return
  const refused = isRecorded(secret, tags)
    ? undefined
    : await attemptCheck(() => recordManifest(context, secret.arn, tags))
  if (refused !== undefined) {
    context.log.warning(
      `${plan.id}: the names of its keys could not be recorded in its tags (${refused.message}). ${refused.remedy} Or set key-manifest: false.`,
    )
    return
  }
  const left = leftTags(secret.tags, tags)
  if (left.length > 0) await attemptCheck(() => removeTags(context, secret.arn, left))
}

/** Takes the names of the keys out of the tags: they are not to be read there. */
async function forgetKeys(context: ActContext, { plan }: Job, secret: FoundSecret): Promise<void> {
  const left = leftTags(secret.tags, [])
  const refused = await attemptCheck(() => removeTags(context, secret.arn, left))
  if (refused === undefined) return
  context.log.warning(
    `${plan.id}: the names of its keys are still in its tags (${refused.message}). ${refused.remedy}`,
  )
}

function isRecorded({ tags: stored }: FoundSecret, tags: readonly Required<Tag>[]): boolean {
  return tags.every(({ Key, Value }) =>
    stored.some((tag) => tag.Key === Key && tag.Value === Value),
  )
}
