import {
  GetLifecyclePolicy$,
  PutLifecyclePolicy$,
  type GetLifecyclePolicyRequest,
  type GetLifecyclePolicyResponse,
  type PutLifecyclePolicyRequest,
  type PutLifecyclePolicyResponse,
} from '@aws-sdk/client-ecr'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { invalidParameter, type EcrRegistry } from './ecr-registry.ts'

const textLength = { least: 100, most: 30_720 }

/** Get and put the lifecycle policy of a repository; it is kept, and removes nothing. */
export function lifecycleOperations(registry: EcrRegistry): readonly Operation[] {
  return [
    operation(
      PutLifecyclePolicy$,
      (input: PutLifecyclePolicyRequest): PutLifecyclePolicyResponse => {
        const repository = registry.require(input, 'PutLifecyclePolicy')
        const { lifecyclePolicyText = '' } = input
        checkPolicyText(lifecyclePolicyText)
        repository.settings = { ...repository.settings, lifecyclePolicyText }
        const registryId = registry.idOf(repository)
        return { registryId, repositoryName: repository.name, lifecyclePolicyText }
      },
    ),
    operation(
      GetLifecyclePolicy$,
      (input: GetLifecyclePolicyRequest): GetLifecyclePolicyResponse => {
        const repository = registry.require(input, 'GetLifecyclePolicy')
        const { lifecyclePolicyText } = repository.settings
        const registryId = registry.idOf(repository)
        const repositoryName = repository.name
        if (lifecyclePolicyText !== undefined) {
          return { registryId, repositoryName, lifecyclePolicyText }
        }
        throw new AwsError(
          'LifecyclePolicyNotFoundException',
          `Lifecycle policy does not exist for the repository with name '${repositoryName}' in ` +
            `the registry with id '${registryId}'`,
        )
      },
    ),
  ]
}

function checkPolicyText(text: string): void {
  const { least, most } = textLength
  if (text.length < least || text.length > most) {
    const constraint = `Member must have length between ${least} and ${most}`
    throw invalidParameter('lifecyclePolicyText', constraint)
  }
  try {
    JSON.parse(text)
  } catch {
    throw invalidParameter('LifecyclePolicyText', 'Lifecycle policy validation failure')
  }
}
