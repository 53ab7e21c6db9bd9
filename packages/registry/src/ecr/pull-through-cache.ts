import type { PullThroughCacheRule } from '@aws-sdk/client-ecr'
import type { MissingImage, NotChecked } from '../lookup.ts'
import { missingRepository } from '../missing.ts'
import { formatImage, type ImageReference } from '../reference/image-reference.ts'
import { listPullThroughCacheRules, type EcrRepository } from './ecr-repository.ts'

/** The prefix of a rule that is for all repositories without a rule of their own. */
const anyPrefix = 'ROOT'

/**
 * What it means that ECR has no repository of a name: a pull-through cache makes its repositories when somebody
 * pulls from them first.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-working.html
 */
export async function noRepositoryYet(
  reference: ImageReference,
  repository: EcrRepository,
): Promise<MissingImage | NotChecked> {
  const rules = await findRules(repository)
  if (rules === undefined) {
    const caveat =
      'Whether a pull-through cache would make it was not looked for: that needs ecr:DescribePullThroughCacheRules.'
    return missingRepository(reference, caveat)
  }
  const rule = rules.find(
    ({ ecrRepositoryPrefix: prefix = '' }) =>
      prefix === anyPrefix || reference.repository.startsWith(`${prefix}/`),
  )
  return rule === undefined ? missingRepository(reference) : notYetPulled(reference, rule)
}

/** Undefined where the role may not ask. */
async function findRules(
  repository: EcrRepository,
): Promise<readonly PullThroughCacheRule[] | undefined> {
  try {
    return await listPullThroughCacheRules(repository)
  } catch (error) {
    const { attempt } = repository.transport
    attempt.log.debug(`Pull-through cache rules are not listed: ${attempt.explain(error).message}`)
    return undefined
  }
}

function notYetPulled(
  reference: ImageReference,
  { ecrRepositoryPrefix: prefix, upstreamRegistryUrl: upstream }: PullThroughCacheRule,
): NotChecked {
  return {
    kind: 'not-checked',
    reason: 'unsupported',
    message: `${formatImage(reference, reference)} was not pulled through yet: the pull-through cache rule ${prefix} makes its repository of ${upstream} when somebody pulls it first.`,
    remedy:
      'Pull the image once, so that it can be checked; the execution role needs ecr:BatchImportUpstreamImage and ecr:CreateRepository where its tasks are to be the first.',
  }
}
