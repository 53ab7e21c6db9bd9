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
