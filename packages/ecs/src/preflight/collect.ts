import { findSecretReference, type SecretReference } from '@deploy-actions/aws'
import type { Definition } from '../task-definition/index.ts'
import { atTop, fromContainers, type Placed } from './places.ts'

/** What a use of a secret is for. */
export type SecretUse =
  | 'variable'
  | 'log-option'
  | 'registry-login'
  | 'file-system-login'
  | 'mentioned'

/** A reference to a secret or a parameter, and what it is for. */
export interface UsedSecret {
  readonly text: string
  readonly reference: SecretReference
  readonly use: SecretUse
}

/** A log group that a container writes to. */
export interface UsedLogGroup {
  readonly name: string
  /** Undefined for that of the job. */
  readonly region: string | undefined
  /** What the names of its streams begin with. */
  readonly streamPrefix: string | undefined
  /** Whether the log driver makes it where it is not there. */
  readonly isMade: boolean
}

/** A role of the task, by its ARN or its name. */
export interface UsedRole {
  readonly id: string
  readonly kind: 'task' | 'execution'
}

/** All that a definition refers to and that has to exist when its tasks start. */
export interface References {
  readonly secrets: readonly Placed<UsedSecret>[]
  readonly images: readonly Placed<string>[]
  readonly logGroups: readonly Placed<UsedLogGroup>[]
  readonly roles: readonly Placed<UsedRole>[]
}

/** Collects the references of a definition; what is no reference by its form is left to the rules. */
export function collectReferences(definition: Definition): References {
  return {
    secrets: [...secretsOf(definition), ...fileSystemLogins(definition)],
    images: fromContainers(definition, ({ image }) =>
      image ? [{ value: image, path: 'image' }] : [],
    ),
    logGroups: logGroupsOf(definition),
    roles: rolesOf(definition),
  }
}

function secretsOf(definition: Definition): readonly Placed<UsedSecret>[] {
  return fromContainers(definition, (container) => [
    ...(container.secrets ?? []).flatMap(({ name, valueFrom }, i) =>
      used(valueFrom, 'variable', { path: `secrets[${i}].valueFrom`, variable: name }),
    ),
    ...(container.logConfiguration?.secretOptions ?? []).flatMap(({ name, valueFrom }, i) => {
      const path = `logConfiguration.secretOptions[${i}].valueFrom`
      return used(valueFrom, 'log-option', { path, variable: name })
    }),
    ...used(container.repositoryCredentials?.credentialsParameter, 'registry-login', {
      path: 'repositoryCredentials.credentialsParameter',
    }),
    // The application reads it by itself: S3 keys, keysets and the like are named by ARN so.
    ...(container.environment ?? []).flatMap(({ name, value = '' }, i) =>
      /^arn:[\w-]+:secretsmanager:/.test(value)
        ? used(value, 'mentioned', { path: `environment[${i}].value`, variable: name })
        : [],
    ),
  ])
}

function used(
  text: string | undefined,
  use: SecretUse,
  at: { readonly path: string; readonly variable?: string | undefined },
) {
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html: ARN or name of a secret.
  const plainNamesAre = use === 'registry-login' ? 'only-secrets' : 'parameters'
  const reference = text === undefined ? undefined : findSecretReference(text, plainNamesAre)
  return text === undefined || reference === undefined
    ? []
    : [{ value: { text, reference, use }, ...at }]
}

/** ECS reads them to mount file systems of FSx for Windows. */
function fileSystemLogins(definition: Definition): readonly Placed<UsedSecret>[] {
  return (definition.volumes ?? []).flatMap((volume, i): readonly Placed<UsedSecret>[] => {
    const text =
      volume.fsxWindowsFileServerVolumeConfiguration?.authorizationConfig?.credentialsParameter
    const reference = text?.startsWith('arn:') ? findSecretReference(text) : undefined
    if (text === undefined || reference === undefined) return []
    const field = `volumes[${i}].fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter`
    const use = 'file-system-login'
    return [{ value: { text, reference, use }, place: atTop(definition, field) }]
  })
}

function logGroupsOf(definition: Definition): readonly Placed<UsedLogGroup>[] {
  return fromContainers(definition, ({ logConfiguration }) => {
    const options = logConfiguration?.options ?? {}
    const name = options['awslogs-group']
    const isMade = options['awslogs-create-group'] === 'true'
    if (logConfiguration?.logDriver !== 'awslogs' || name === undefined) return []
    const path = 'logConfiguration.options.awslogs-group'
    const region = options['awslogs-region']
    const streamPrefix = options['awslogs-stream-prefix']
    return [{ value: { name, region, streamPrefix, isMade }, path }]
  })
}

function rolesOf(definition: Definition): readonly Placed<UsedRole>[] {
  const roles = [
    { field: 'taskRoleArn', kind: 'task', id: definition.taskRoleArn },
    { field: 'executionRoleArn', kind: 'execution', id: definition.executionRoleArn },
  ] as const
  return roles.flatMap(({ field, kind, id }) =>
    id ? [{ value: { id, kind }, place: atTop(definition, field) }] : [],
  )
}
