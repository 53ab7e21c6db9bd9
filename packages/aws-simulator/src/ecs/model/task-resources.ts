import type { ContainerDefinition, Secret } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import { type Image, fullReference } from '../../cloud/image-catalog.ts'
import type { LogStream } from '../../cloud/log-store.ts'
import type { SecretStore } from '../../cloud/secret-store.ts'

/** Why a task cannot start, in the words of ECS's agent (facts of real stopped reasons). */
export interface StartFault {
  readonly reason: string
  /** The container whose own reason it is as well. */
  readonly container?: string
}

const secretsPrefix =
  'ResourceInitializationError: unable to pull secrets or registry auth: ' +
  'execution resource retrieval failed: '

/** Finds the first secret that cannot be read: secrets are read once, before the images are pulled. */
export function findSecretFault(
  definitions: readonly ContainerDefinition[],
  secrets: SecretStore,
): StartFault | undefined {
  for (const definition of definitions) {
    const references = [...(definition.secrets ?? []), ...repositoryCredentials(definition)]
    for (const reference of references) {
      const fault = secretFault(reference.valueFrom ?? '', secrets)
      if (fault !== undefined) return { reason: secretsPrefix + fault }
    }
  }
  return undefined
}

function repositoryCredentials({ repositoryCredentials: given }: ContainerDefinition): Secret[] {
  if (given?.credentialsParameter === undefined) return []
  return [{ name: 'credentials', valueFrom: given.credentialsParameter }]
}

function secretFault(valueFrom: string, secrets: SecretStore): string | undefined {
  if (!valueFrom.includes(':secretsmanager:')) return parameterFault(valueFrom, secrets)
  const asm = 'unable to retrieve secret from asm: service call has been retried 1 time(s): '
  const parts = valueFrom.split(':')
  const arn = parts.slice(0, 7).join(':')
  const key = parts[7]
  const secret = secrets.findSecret(arn)
  if (secret === undefined) {
    return (
      `${asm}failed to fetch secret ${arn} from secrets manager: ResourceNotFoundException: ` +
      "Secrets Manager can't find the specified secret."
    )
  }
  return key === undefined || key === '' ? undefined : keyFault(secret.text, key, asm)
}

function keyFault(text: string, key: string, asm: string): string | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return `${asm}invalid character '${text.charAt(0)}' looking for beginning of value`
  }
  if (typeof value === 'object' && value !== null && key in value) return undefined
  return `${asm}retrieved secret from Secrets Manager did not contain json key ${key}`
}

function parameterFault(valueFrom: string, secrets: SecretStore): string | undefined {
  const name = valueFrom.replace(/^arn:[^:]+:ssm:[^:]*:[^:]*:parameter\//, '')
  if (secrets.hasParameter(name)) return undefined
  return (
    'unable to retrieve secrets from ssm: service call has been retried 1 time(s): ' +
    `invalid parameters: ${name}`
  )
}

/** Finds the images of all containers, or why one of them cannot be pulled. */
export function pullImages(
  definitions: readonly ContainerDefinition[],
  cloud: Cloud,
): { images: ReadonlyMap<string, Image> } | { fault: StartFault } {
  const images = new Map<string, Image>()
  for (const { name = '', image: reference = '' } of definitions) {
    const image = cloud.images.find(reference)
    if (image === undefined) {
      const full = fullReference(reference)
      const reason =
        'CannotPullContainerError: ref pull has been retried 1 time(s): ' +
        `failed to resolve reference "${full}": ${full}: not found`
      return { fault: { reason, container: name } }
    }
    images.set(name, image)
  }
  return { images }
}

/** Opens the log streams of all containers that log to CloudWatch, or says why one cannot be. */
export function openLogs(
  definitions: readonly ContainerDefinition[],
  taskId: string,
  cloud: Cloud,
): { logs: ReadonlyMap<string, LogStream> } | { fault: StartFault } {
  const logs = new Map<string, LogStream>()
  for (const { name = '', logConfiguration } of definitions) {
    if (logConfiguration?.logDriver !== 'awslogs') continue
    const options = logConfiguration.options ?? {}
    const group = options['awslogs-group'] ?? ''
    const stream = `${options['awslogs-stream-prefix'] ?? 'ecs'}/${name}/${taskId}`
    const mayCreateGroup = options['awslogs-create-group'] === 'true'
    const nowMs = cloud.timeline.nowMs()
    const opened = cloud.logs.openStream({ group, stream, mayCreateGroup }, nowMs)
    if (opened === undefined) {
      const reason =
        'ResourceInitializationError: failed to validate logger args: create stream has been ' +
        'retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: ' +
        'The specified log group does not exist.'
      return { fault: { reason } }
    }
    logs.set(name, opened)
  }
  return { logs }
}
