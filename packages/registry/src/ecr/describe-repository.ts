import type { Repository } from '@aws-sdk/client-ecr'
import { ActionError } from '@deploy-actions/action-kit'
import { isAwsError } from '@deploy-actions/aws'
import type { NotChecked } from '../lookup.ts'
import { notCheckedByAws } from '../not-checked.ts'
import { callEcr, named, type EcrCaller } from './call-ecr.ts'
import type { TagMutability } from './tag-mutability.ts'

/** What a registry says about a repository. */
export type RepositoryLookup = FoundRepository | MissingRepository | NotChecked

/** The repository is there. */
export interface FoundRepository {
  readonly kind: 'found'
  readonly tagMutability: TagMutability
}

/** The repository is not there. */
export interface MissingRepository {
  readonly kind: 'missing'
}

/**
 * Asks ECR about a repository. It is not checked where the role may not ask, as is usual for roles that
 * only push. Throws only the run's CancelledError.
 */
export async function describeRepository(caller: EcrCaller): Promise<RepositoryLookup> {
  const { DescribeRepositoriesCommand } = await import('@aws-sdk/client-ecr')
  const { registryId, repositoryName } = named(caller)
  const command = new DescribeRepositoriesCommand({
    registryId,
    repositoryNames: [repositoryName],
  })
  try {
    const { repositories } = await callEcr(caller, command)
    const [repository] = repositories ?? []
    return repository === undefined ? { kind: 'missing' } : found(repository)
  } catch (error) {
    if (isAwsError(error, 'RepositoryNotFoundException')) return { kind: 'missing' }
    if (error instanceof ActionError) return notCheckedByAws(error)
    throw error
  }
}

function found(repository: Repository): FoundRepository {
  const { imageTagMutability = 'MUTABLE', imageTagMutabilityExclusionFilters = [] } = repository
  return {
    kind: 'found',
    tagMutability: {
      mode: imageTagMutability,
      exclusionFilters: imageTagMutabilityExclusionFilters.flatMap(({ filter }) => filter ?? []),
    },
  }
}
