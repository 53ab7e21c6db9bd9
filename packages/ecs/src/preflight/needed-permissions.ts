import { findArn, type Permission, type SecretLookup } from '@deploy-actions/aws'
import { findEcrRegistry, parseImageReference } from '@deploy-actions/registry'
import { InvalidValue } from '@deploy-actions/action-kit'
import type { References } from './collect.ts'
import type { CheckedPermission, Facts } from './facts.ts'

/** A permission that ECS needs of the execution role to start a task. */
export type NeededPermission = Permission & Pick<CheckedPermission, 'alsoAllowedBy'>

/**
 * What the execution role has to be allowed, so that ECS can pull the images, read what containers are given, and
 * write their logs. Empty where there is no such role: on EC2 the instance then does what it can.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export function neededPermissions(
  references: References,
  { secrets, roles }: Pick<Facts, 'secrets' | 'roles'>,
): readonly NeededPermission[] {
  const id = references.roles.find(({ value }) => value.kind === 'execution')?.value.id
  if (id === undefined) return []
  const lookup = roles.get(id)
  // A role that is not there is told of by itself, and IAM knows no role by a name alone.
  const role = lookup?.kind === 'found' ? lookup.arn : id
  if (lookup?.kind === 'missing' || findArn(role) === undefined) return []
  return [
    ...forSecrets(references, secrets),
    ...forImages(references),
    ...forLogs(references, role),
  ]
    .filter(({ resources }) => resources.length > 0)
    .map((needed) => ({ role, ...needed }))
}

type Needed = Omit<NeededPermission, 'role'>

function forSecrets(
  { secrets: used }: References,
  secrets: ReadonlyMap<string, SecretLookup>,
): readonly Needed[] {
  const read = used.filter(({ value }) => value.use !== 'mentioned')
  const found = read.flatMap(({ value: { reference } }) => {
    const secret = reference.kind === 'secret' ? secrets.get(reference.id) : undefined
    return secret?.kind === 'found' ? secret : []
  })
  const parameters = read.flatMap(({ value: { reference } }) =>
    reference.kind === 'parameter' && findArn(reference.id) !== undefined ? reference.id : [],
  )
  const keys = found.flatMap(({ arn, kmsKeyId }) => keyArn(arn, kmsKeyId) ?? [])
  const keysByRegion = Map.groupBy(new Set(keys), (key) => findArn(key)?.region ?? '')
  return [
    {
      actions: ['secretsmanager:GetSecretValue'],
      resources: [...new Set(found.map(({ arn }) => arn))],
      alsoAllowedBy: 'secret',
    },
    { actions: ['ssm:GetParameters'], resources: [...new Set(parameters)] },
    ...[...keysByRegion].map(([region, resources]): Needed => ({
      actions: ['kms:Decrypt'],
      resources,
      alsoAllowedBy: 'key',
      context: { 'kms:ViaService': `secretsmanager.${region}.${domainOf(resources[0] ?? '')}` },
    })),
  ]
}

function domainOf(arn: string): string {
  return findArn(arn)?.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
}

/** The ARN of a key; undefined for AWS's own, and for an alias, by which no policy names a key. */
function keyArn(secretArn: string, key: string | undefined): string | undefined {
  if (key === undefined || /(?:^|:)alias\//.test(key)) return undefined
  const { partition, region, account } = findArn(secretArn) ?? {}
  return key.startsWith('arn:') ? key : `arn:${partition}:kms:${region}:${account}:key/${key}`
}

function forImages({ images }: References): readonly Needed[] {
  const repositories = [...new Set(images.flatMap(({ value }) => repositoryArn(value) ?? []))]
  const regions = new Set(repositories.map((arn) => findArn(arn)?.region ?? ''))
  return [
    ...[...regions].map((region) => ({
      actions: ['ecr:GetAuthorizationToken'],
      resources: ['*'],
      context: { 'aws:RequestedRegion': region },
    })),
    {
      actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: repositories,
      alsoAllowedBy: 'repository',
    },
  ]
}

function repositoryArn(image: string): string | undefined {
  try {
    const { host, repository } = parseImageReference(image)
    const registry = findEcrRegistry(host)
    if (registry === undefined) return undefined
    const { partition, region, account } = registry
    return `arn:${partition}:ecr:${region}:${account}:repository/${repository}`
  } catch (error) {
    // What is no reference is told by the rules of definitions.
    if (error instanceof InvalidValue) return undefined
    throw error
  }
}

/** As the agent names the streams: by prefix, container and task. */
const anyTaskId = '0123456789abcdef0123456789abcdef'

function forLogs({ logGroups }: References, role: string): readonly Needed[] {
  const { partition, account } = findArn(role) ?? {}
  const arnsOf = (
    groups: References['logGroups'],
    streamOf: (group: References['logGroups'][number]) => string,
  ) => [
    ...new Set(
      groups.flatMap((group) => {
        const { name, region } = group.value
        if (region === undefined) return []
        return `arn:${partition}:logs:${region}:${account}:log-group:${name}:log-stream:${streamOf(group)}`
      }),
    ),
  ]
  const stream = ({ value: { streamPrefix }, place: { container = '' } }: (typeof logGroups)[0]) =>
    // Without a prefix a stream is called as the container runtime calls the container.
    streamPrefix === undefined ? anyTaskId.repeat(2) : `${streamPrefix}/${container}/${anyTaskId}`
  const made = logGroups.filter(({ value }) => value.isMade)
  return [
    {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: arnsOf(logGroups, stream),
    },
    // What AWS says when it is refused names a stream without a name.
    { actions: ['logs:CreateLogGroup'], resources: arnsOf(made, () => '') },
  ]
}
