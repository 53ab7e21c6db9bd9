import type { Cloud } from '../cloud/cloud.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { ecrHost, parseEcrHost } from '../registry/model/ecr-host.ts'
import type { Repository } from '../registry/model/repository.ts'

/** What every operation on a repository is given. */
export interface RepositoryInput {
  readonly registryId?: string | undefined
  readonly repositoryName: string | undefined
}

/** The repositories of ECR in a Region, as callers of its API see them. */
export class EcrRegistry {
  readonly cloud: Cloud
  readonly #region: string

  constructor(cloud: Cloud, region: string = cloud.arns.region) {
    this.cloud = cloud
    this.#region = region
  }

  /** The registry that an operation without `registryId` means. */
  get ownId(): string {
    return this.cloud.arns.account
  }

  /** The host of an account's registry. */
  hostOf(registryId: string | undefined): string {
    return ecrHost({ registryId: registryId ?? this.ownId, region: this.#region })
  }

  /**
   * Finds the repository of a call of `action`; `assumedAccount` is that of the role that calls, where it is another account's. Throws
   * RepositoryNotFoundException, or AccessDeniedException for one that its account keeps for itself.
   */
  require(
    { registryId, repositoryName }: RepositoryInput,
    action: string,
    assumedAccount?: string,
  ): Repository {
    const name = repositoryName ?? ''
    const found = this.cloud.images.find({ host: this.hostOf(registryId), name })
    if (found === undefined) throw repositoryNotFound(name, registryId ?? this.ownId)
    if (this.idOf(found) === assumedAccount || isOpen(found, this.cloud, action)) return found
    throw this.accessDenied({ registryId: this.idOf(found), repositoryName: name }, action)
  }

  /** The account that a repository belongs to. */
  idOf(repository: Repository): string {
    return parseEcrHost(repository.host)?.registryId ?? this.ownId
  }

  arnOf({ registryId = this.ownId, repositoryName }: RepositoryInput): string {
    const own = this.cloud.arns.of('ecr', `repository/${repositoryName}`)
    const [arn, partition, service, , , ...resource] = own.split(':')
    return [arn, partition, service, this.#region, registryId, ...resource].join(':')
  }

  /** The error for a repository that its account does not share. */
  accessDenied(repository: RepositoryInput, action: string): AwsError {
    const caller = this.cloud.arns.global('sts', 'assumed-role/simulator/session')
    return new AwsError(
      'AccessDeniedException',
      `User: ${caller} is not authorized to perform: ecr:${action} on resource: ` +
        `${this.arnOf(repository)} because no resource-based policy allows the ecr:${action} action`,
    )
  }
}

const readActions: ReadonlySet<string> = new Set([
  'BatchCheckLayerAvailability',
  'BatchGetImage',
  'DescribeImages',
  'DescribeRepositories',
  'GetDownloadUrlForLayer',
  'ListImages',
])

/** Whether this account may do `action`: another account lets be read what it has not made private. */
export function isOpen(repository: Repository, { arns }: Cloud, action: string): boolean {
  if (parseEcrHost(repository.host)?.registryId === arns.account) return true
  return !repository.isPrivate && readActions.has(action)
}

/** The error of ECR for a repository that is not there. */
export function repositoryNotFound(name: string, registryId: string): AwsError {
  return new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
  )
}

/** The error of ECR for a value that it does not take. */
export function invalidParameter(name: string, constraint: string): AwsError {
  return new AwsError(
    'InvalidParameterException',
    `Invalid parameter at '${name}' failed to satisfy constraint: '${constraint}'`,
  )
}
