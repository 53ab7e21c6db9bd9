import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import { ecrNeeds } from '../../ecr/permissions.ts'
import { AwsError } from '../../protocol/aws-error.ts'
import { parseEcrHost } from '../../registry/model/ecr-host.ts'
import { parseReference } from '../../registry/model/reference.ts'
import type { RegistryUser } from '../../registry/model/registry-hosts.ts'
import { readNeeds } from '../../secrets-manager/permissions.ts'
import { getSecretValue } from '../../secrets-manager/get-secret-value.ts'
import { executionRefusal, executionRoleOf, type ExecutionRole } from './execution-role.ts'
import type { TaskRequest } from './task-request.ts'
import type { StartFault } from './task-resources.ts'

const prefix =
  'ResourceInitializationError: unable to pull secrets or registry auth: ' +
  'execution resource retrieval failed: '
const retried = 'service call has been retried 1 time(s): '
const ecrFailed = `${prefix}unable to retrieve ecr registry auth: ${retried}`
const asmFailed = `${prefix}unable to get registry auth from asm: ${retried}asm fetching `

/** Finds what keeps ECS from logging in to the registries of a task's images. */
export function findRegistryAuthFault(
  cloud: Cloud,
  request: TaskRequest,
  taskId: string,
): StartFault | undefined {
  const role = executionRoleOf(request, taskId)
  for (const definition of request.definition.content.containerDefinitions ?? []) {
    const ecrFault = findEcrFault(cloud, definition, role)
    if (ecrFault !== undefined) return { reason: ecrFailed + ecrFault }
    const asmFault = findAsmFault(cloud, definition, role)
    if (asmFault !== undefined) return { reason: asmFailed + asmFault }
  }
  return undefined
}

/** The credentials of a container for its registry; none where its secret cannot be read any more. */
export function credentialsOf(
  cloud: Cloud,
  { repositoryCredentials }: ContainerDefinition,
): Partial<RegistryUser> {
  const id = repositoryCredentials?.credentialsParameter
  if (id === undefined) return {}
  try {
    return readCredentials(cloud, id)
  } catch (error) {
    if (error instanceof AwsError) return {}
    throw error
  }
}

function readCredentials({ secrets }: Cloud, id: string): Partial<RegistryUser> {
  return parseCredentials(getSecretValue(secrets, { SecretId: id }).SecretString ?? '')
}

function findEcrFault(
  cloud: Cloud,
  { image = '' }: ContainerDefinition,
  role: ExecutionRole,
): string | undefined {
  if (parseEcrHost(parseReference(image).host) === undefined) return undefined
  return executionRefusal(cloud, role, ecrNeeds(cloud, 'GetAuthorizationToken', {}))
}

/** The agent wants a secret with the texts `username` and `password`, neither of them empty. */
function findAsmFault(
  cloud: Cloud,
  definition: ContainerDefinition,
  role: ExecutionRole,
): string | undefined {
  const id = definition.repositoryCredentials?.credentialsParameter
  if (id === undefined) return undefined
  const failed = `secret from the service for ${id}: `
  const refusal = executionRefusal(cloud, role, readNeeds(cloud, { SecretId: id }))
  if (refusal !== undefined) return failed + refusal
  try {
    const credentials = readCredentials(cloud, id)
    const names = ['username', 'password'] as const
    const missing = names.find((name) => (credentials[name] ?? '') === '')
    return missing && `${missing}: AuthorizationData is malformed, empty field`
  } catch (error) {
    if (error instanceof AwsError) return `${failed}${error.name}: ${error.message}`
    throw error
  }
}

function parseCredentials(text: string): Partial<RegistryUser> {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : {}
  } catch {
    return {}
  }
}
