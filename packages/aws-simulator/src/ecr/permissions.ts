import type { Cloud } from '../cloud/cloud.ts'
import type { Need, Permissions } from '../iam/model/authorize.ts'
import { EcrRegistry } from './ecr-registry.ts'

/** What a call names of a repository, if it names one. */
interface Named {
  readonly region?: string | undefined
  readonly registryId?: string | undefined
  readonly repositoryName?: string | undefined
  readonly repositoryNames?: readonly string[] | undefined
}

const onRepository = [
  'BatchCheckLayerAvailability',
  'BatchDeleteImage',
  'BatchGetImage',
  'CreateRepository',
  'DescribeImages',
  'DescribeRepositories',
  'GetDownloadUrlForLayer',
  'GetLifecyclePolicy',
  'ListImages',
  'PutImage',
  'PutLifecyclePolicy',
]

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html */
export function ecrPermissions(cloud: Cloud): Permissions {
  const entries = onRepository.map(
    (operation) => [operation, (input: Named) => ecrNeeds(cloud, operation, input)] as const,
  )
  return { prefix: 'ecr', needs: Object.fromEntries(entries) }
}

/** What an operation of ECR needs: its own action, on each repository that is named. */
export function ecrNeeds(cloud: Cloud, operation: string, named: Named): readonly Need[] {
  const { region, registryId, repositoryName, repositoryNames = [] } = named
  const action = `ecr:${operation}`
  if (operation === 'GetAuthorizationToken') return [{ action, resource: '*' }]
  const names = repositoryName === undefined ? repositoryNames : [repositoryName]
  const registry = new EcrRegistry(cloud, region)
  // Who names none asks about all of them.
  const asked = names.length === 0 ? ['*'] : names
  return asked.map((name) => ({
    action,
    resource: registry.arnOf({ registryId, repositoryName: name }),
  }))
}
