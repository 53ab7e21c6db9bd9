import type { ContainerDefinition, Secret } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import { parameterNames } from '../../cloud/parameter-store.ts'
import { AwsError } from '../../protocol/aws-error.ts'
import { readNeeds } from '../../secrets-manager/permissions.ts'
import { getSecretValue } from '../../secrets-manager/get-secret-value.ts'
import { parameterNeeds } from '../../ssm/permissions.ts'
import {
  executionRefusal,
  executionRoleOf,
  findRoleFault,
  type ExecutionRole,
} from './execution-role.ts'
import type { TaskRequest } from './task-request.ts'
import type { StartFault } from './task-resources.ts'

const prefix =
  'ResourceInitializationError: unable to pull secrets or registry auth: ' +
  'execution resource retrieval failed: '
const asm = 'unable to retrieve secret from asm: service call has been retried 1 time(s): '
const ssm = 'unable to retrieve secrets from ssm: service call has been retried 1 time(s): '

/**
 * Finds what keeps ECS from acting for a task: a role that it cannot assume, or the first secret that it
 * cannot read. Secrets are read once, before the images are pulled.
 */
export function findSecretFault(
  cloud: Cloud,
  request: TaskRequest,
  taskId: string,
): StartFault | undefined {
  const { containerDefinitions: definitions = [] } = request.definition.content
  const role = executionRoleOf(request, taskId)
  return findRoleFault(cloud, request) ?? firstFault(definitions, cloud, role)
}

function firstFault(
  definitions: readonly ContainerDefinition[],
  cloud: Cloud,
  role: ExecutionRole,
): StartFault | undefined {
  for (const definition of definitions) {
    for (const { valueFrom = '' } of secretsOf(definition)) {
      const fault = findReferenceFault(valueFrom, cloud, role)
      if (fault !== undefined) return { reason: prefix + fault }
    }
  }
  return undefined
}

/** Finds why a role cannot read what a reference means: a secret or one of its keys, or a parameter. */
export function findReferenceFault(
  valueFrom: string,
  cloud: Cloud,
  role: ExecutionRole,
): string | undefined {
  return valueFrom.includes(':secretsmanager:')
    ? secretFault(valueFrom, cloud, role)
    : parameterFault(valueFrom, cloud, role)
}

function secretsOf({ secrets, logConfiguration }: ContainerDefinition): readonly Secret[] {
  return [...(secrets ?? []), ...(logConfiguration?.secretOptions ?? [])]
}

/** A reference is an ARN of seven parts, then key, staging label and version id, each of which may be empty. */
function secretFault(valueFrom: string, cloud: Cloud, role: ExecutionRole): string | undefined {
  const parts = valueFrom.split(':')
  const arn = parts.slice(0, 7).join(':')
  const [key = '', stage = '', version = ''] = parts.slice(7)
  const failed = `${asm}failed to fetch secret ${arn} from secrets manager: `
  const refusal = executionRefusal(cloud, role, readNeeds(cloud, { SecretId: arn }))
  if (refusal !== undefined) return failed + refusal
  try {
    const { SecretString: text = '' } = getSecretValue(cloud.secrets, {
      SecretId: arn,
      VersionStage: stage === '' ? undefined : stage,
      VersionId: version === '' ? undefined : version,
    })
    return key === '' ? undefined : keyFault(text, key)
  } catch (error) {
    if (error instanceof AwsError) return `${failed}${error.name}: ${error.message}`
    throw error
  }
}

function keyFault(text: string, key: string): string | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return `${asm}invalid character '${text.charAt(0)}' looking for beginning of value`
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, key)) return undefined
  return `${asm}retrieved secret from Secrets Manager did not contain json key ${key}`
}

function parameterFault(valueFrom: string, cloud: Cloud, role: ExecutionRole): string | undefined {
  const refusal = executionRefusal(cloud, role, parameterNeeds(cloud, 'GetParameters', [valueFrom]))
  if (refusal !== undefined) return ssm + refusal
  const names = parameterNames(valueFrom)
  if (names.some((name) => cloud.parameters.find(name) !== undefined)) return undefined
  return `${ssm}invalid parameters: ${names.at(-1)}`
}
