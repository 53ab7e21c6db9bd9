import { ActionError } from '@deploy-actions/action-kit'
import { accessDenied } from '@deploy-actions/aws'
import type { Answer } from '../http/ask.ts'
import { repositoryArn } from '../ecr/call-ecr.ts'
import { NotCheckedError } from '../not-checked.ts'
import { findEcrRegistry, type EcrRegistry } from '../reference/ecr-registry.ts'
import type { Identity } from './identity.ts'
import { faultsIn } from './registry-errors.ts'

/** How the last of the identities fared. */
export interface Refusal {
  readonly host: string
  readonly repository: string
  readonly purpose: 'pull' | 'push'
  readonly identity: Identity
  /** What the registry answered. */
  readonly answer: Answer
  /** The status by which the credentials were refused; undefined where they were taken. */
  readonly refusedStatus: number | undefined
  /** There are credentials, and they are for another host. */
  readonly isForOtherHost: boolean
}

/**
 * What it means that nobody was let in. Registries answer the same for a repository that does not
 * exist as for one that they do not show; ECR names the permission that is missing.
 */
export function refusal(refused: Refusal): Error {
  const { host, identity, refusedStatus, answer } = refused
  const words = faultsIn(answer)[0]?.message ?? ''
  if (/not authorized to perform: ecr:/.test(words)) {
    return accessDenied(undefined, words, { iamAction: 'ecr:BatchGetImage', resource: '*' })
  }
  const registry = findEcrRegistry(host)
  if (registry !== undefined) return refusalOfEcr(refused, registry, words)
  if (identity === 'anonymous') return anonymousRefusal(refused)
  if (refusedStatus === 401) {
    return new NotCheckedError({
      reason: 'credentials',
      message: `${host} does not accept the user name and password given.`,
      remedy: `Correct registry-username and registry-password: most registries want an access token, which may have expired, as the password.`,
    })
  }
  return new NotCheckedError({
    reason: refusedStatus === undefined ? 'access-denied' : 'credentials',
    ...(refused.purpose === 'pull' ? mayNotPull(refused) : mayNotPush(refused, words)),
  })
}

const pullActions = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html */
const pushActions = [
  ...pullActions,
  'ecr:BatchCheckLayerAvailability',
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:CompleteLayerUpload',
  'ecr:PutImage',
]

/** ECR refuses without a word where the request was only to ask whether something is there. */
function refusalOfEcr(
  { repository, purpose, answer }: Refusal,
  registry: EcrRegistry,
  words: string,
): ActionError {
  const statement = {
    Effect: 'Allow',
    Action: purpose === 'pull' ? pullActions : pushActions,
    Resource: repositoryArn(registry, repository),
  }
  return new ActionError({
    code: 'access-denied',
    message: `ECR does not let the role of this job ${purpose === 'pull' ? 'pull from' : 'push to'} ${repository} (status ${answer.status}${words === '' ? '' : `: ${words}`}).`,
    remedy: `Add this statement to the role's policy: ${JSON.stringify(statement)} In another account the policy of the repository has to allow it, too.`,
  })
}

function mayNotPull({ host, repository }: Refusal) {
  return {
    message: `${host} does not let the user given read ${repository}, or has no such repository.`,
    remedy: `Give the user of registry-username the permission to pull ${repository}, check that the token in registry-password is valid and may read packages, and check the spelling of the repository.`,
  }
}

function mayNotPush({ host, repository }: Refusal, words: string) {
  const why = words === '' ? '' : `: ${words}`
  const remedy =
    host === 'ghcr.io'
      ? `Give the job the permission packages: write, and in the settings of the package, under Manage Actions access, give this repository the role Write.`
      : `Give the user of registry-username the permission to push to ${repository}, check that the token in registry-password is valid and may write, and check the spelling of the repository.`
  return { message: `${host} does not let the user given push to ${repository}${why}.`, remedy }
}

function anonymousRefusal({ host, repository, purpose, isForOtherHost }: Refusal): NotCheckedError {
  const message =
    purpose === 'pull'
      ? `${host} does not show ${repository} without a login, or has no such repository.`
      : `${host} does not let anybody push to ${repository} without a login.`
  return new NotCheckedError({
    reason: 'credentials',
    message,
    remedy: isForOtherHost
      ? `The credentials given are for another host. Check the spelling of the repository, and that its host is meant.`
      : `Set registry-username and registry-password to a user of ${host} who may ${purpose === 'pull' ? 'pull' : 'push to'} ${repository}, and check the spelling of the repository.`,
  })
}
