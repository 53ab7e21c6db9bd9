import {
  CreateRepository$,
  DescribeRepositories$,
  type CreateRepositoryRequest,
  type CreateRepositoryResponse,
  type DescribeRepositoriesRequest,
  type DescribeRepositoriesResponse,
  type Repository as RepositoryView,
} from '@aws-sdk/client-ecr'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import type { Repository } from '../registry/model/repository.ts'
import { invalidParameter, type EcrRegistry } from './ecr-registry.ts'
import { ecrPage } from './paging.ts'

const namePattern = '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*'

/** Create and describe repositories. */
export function repositoryOperations(registry: EcrRegistry): readonly Operation[] {
  return [
    operation(CreateRepository$, (input: CreateRepositoryRequest): CreateRepositoryResponse => {
      const { registryId = registry.ownId, repositoryName = '' } = input
      if (registryId !== registry.ownId) {
        throw registry.accessDenied({ registryId, repositoryName }, 'CreateRepository')
      }
      return { repository: repositoryView(registry, createRepository(registry, input)) }
    }),
    operation(DescribeRepositories$, (input: DescribeRepositoriesRequest) =>
      describeRepositories(registry, input),
    ),
  ]
}

/** Makes a repository, in any account; throws what CreateRepository throws. */
export function createRepository(
  registry: EcrRegistry,
  input: CreateRepositoryRequest,
): Repository {
  const { registryId = registry.ownId, repositoryName: name = '', ...settings } = input
  if (!new RegExp(`^${namePattern}$`).test(name) || name.length < 2 || name.length > 256) {
    throw invalidParameter('repositoryName', `must satisfy regular expression '${namePattern}'`)
  }
  checkFilters(settings)
  const { images } = registry.cloud
  const at = { host: registry.hostOf(registryId), name }
  if (images.find(at) !== undefined) {
    throw new AwsError(
      'RepositoryAlreadyExistsException',
      `The repository with name '${name}' already exists in the registry with id '${registryId}'`,
    )
  }
  const added = images.ensure(at)
  added.settings = settings
  added.isPrivate = true
  return added
}

const filterPattern = '[0-9a-zA-Z._*-]{1,128}'
const mostFilters = 5

/** Filters go with the modes that have an exclusion, and those with filters. */
function checkFilters(
  settings: Omit<CreateRepositoryRequest, 'registryId' | 'repositoryName'>,
): void {
  const { imageTagMutability = 'MUTABLE', imageTagMutabilityExclusionFilters } = settings
  const filters = imageTagMutabilityExclusionFilters ?? []
  const parameter = 'imageTagMutabilityExclusionFilters'
  const isExcluding = imageTagMutability.endsWith('_WITH_EXCLUSION')
  if (isExcluding !== filters.length > 0 || filters.length > mostFilters) {
    throw invalidParameter(parameter, `Member must have length between 1 and ${mostFilters}`)
  }
  const pattern = new RegExp(`^${filterPattern}$`)
  if (filters.every(({ filter = '' }) => pattern.test(filter))) return
  throw invalidParameter(parameter, `must satisfy regular expression '${filterPattern}'`)
}

function describeRepositories(
  registry: EcrRegistry,
  input: DescribeRepositoriesRequest,
): DescribeRepositoriesResponse {
  const { registryId, repositoryNames } = input
  const found = repositoryNames?.map((repositoryName) =>
    registry.require({ registryId, repositoryName }, 'DescribeRepositories'),
  )
  const all = found ?? registry.cloud.images.repositoriesOf(registry.hostOf(registryId))
  const { items, nextToken } = ecrPage(all, input)
  return { repositories: items.map((one) => repositoryView(registry, one)), nextToken }
}

function repositoryView(registry: EcrRegistry, repository: Repository): RepositoryView {
  const { settings, host, name } = repository
  const { imageScanningConfiguration, imageTagMutabilityExclusionFilters } = settings
  const registryId = registry.idOf(repository)
  return {
    repositoryArn: registry.arnOf({ registryId, repositoryName: name }),
    registryId,
    repositoryName: name,
    repositoryUri: `${host}/${name}`,
    createdAt: repository.createdAt,
    imageTagMutability: settings.imageTagMutability ?? 'MUTABLE',
    imageTagMutabilityExclusionFilters,
    imageScanningConfiguration: { scanOnPush: imageScanningConfiguration?.scanOnPush ?? false },
    encryptionConfiguration: settings.encryptionConfiguration ?? { encryptionType: 'AES256' },
  }
}
