import { ActionError } from '@deploy-actions/action-kit'
import { isAwsError } from '@deploy-actions/aws'
import { callEcr, named, type EcrCaller } from './call-ecr.ts'

/** How a repository is made. */
export interface RepositorySettings {
  /** Tags that may be moved although all others are immutable, such as that of a build cache; `*` stands for any characters. */
  readonly mutableTags: readonly string[]
  /** Text of the policy, as `parseLifecyclePolicy` gives it; none without it. */
  readonly lifecyclePolicy?: string | undefined
}

/**
 * Makes a repository whose tags are immutable and whose images are scanned when they are pushed.
 * Returns `adopted` for one that somebody else made meanwhile: its settings are left alone. Throws
 * `access-denied` and `service-error`.
 */
export async function createRepository(
  caller: EcrCaller,
  { mutableTags, lifecyclePolicy }: RepositorySettings,
): Promise<'created' | 'adopted'> {
  const { CreateRepositoryCommand } = await import('@aws-sdk/client-ecr')
  const filters = mutableTags.map((filter) => ({ filterType: 'WILDCARD' as const, filter }))
  const command = new CreateRepositoryCommand({
    ...named(caller),
    imageTagMutability: filters.length === 0 ? 'IMMUTABLE' : 'IMMUTABLE_WITH_EXCLUSION',
    ...(filters.length > 0 && { imageTagMutabilityExclusionFilters: filters }),
    imageScanningConfiguration: { scanOnPush: true },
  })
  try {
    await callEcr(caller, command)
  } catch (error) {
    if (isAwsError(error, 'RepositoryAlreadyExistsException')) return 'adopted'
    throw error
  }
  if (lifecyclePolicy !== undefined) await putLifecyclePolicy(caller, lifecyclePolicy)
  return 'created'
}

async function putLifecyclePolicy(caller: EcrCaller, lifecyclePolicyText: string): Promise<void> {
  const { PutLifecyclePolicyCommand } = await import('@aws-sdk/client-ecr')
  const command = new PutLifecyclePolicyCommand({ ...named(caller), lifecyclePolicyText })
  try {
    await callEcr(caller, command)
  } catch (error) {
    throw error instanceof ActionError ? withoutPolicy(caller, error) : error
  }
}

/** The next run finds a repository that is there, and does not touch its settings. */
function withoutPolicy({ name, registry }: EcrCaller, error: ActionError): ActionError {
  const { region } = registry
  return new ActionError({
    code: error.code,
    message: `The repository ${name} was created, and is without its lifecycle policy: ${error.message}`,
    remedy: `${error.remedy} Then put the policy by hand, since a repository that is there is left as it is: aws ecr put-lifecycle-policy --region ${region} --repository-name ${name} --lifecycle-policy-text file://POLICY.json`,
    cause: error,
  })
}
