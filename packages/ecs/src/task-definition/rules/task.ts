import type { Problem } from '@deploy-actions/action-kit'
import { findArn, isRoleArn } from '@deploy-actions/aws'
import { containersOf, type Definition } from '../definition.ts'
import { duplicates } from './duplicates.ts'
import { isForFargate, namePattern, nameWords, problemIf, type DefinitionRule } from './rule.ts'

/** Rules about the task as a whole: its family, roles, tags and size. */
export const taskRules: readonly DefinitionRule[] = [
  familyName,
  roles,
  rolesThatAreNeeded,
  tags,
  wholeSize,
]

function familyName({ family = '' }: Definition): readonly Problem[] {
  return problemIf(!namePattern.test(family), 'family', nameWords)
}

const roleName = /^[\w+=,.@-]{1,64}$/

/** ECS takes the ARN of a role, and its name too. */
function roles(definition: Definition): readonly Problem[] {
  return (['taskRoleArn', 'executionRoleArn'] as const).flatMap((path) => {
    const role = definition[path]
    if (!role) return []
    const isRole = role.startsWith('arn:') ? isRoleArn(role) : roleName.test(role)
    const kind =
      findArn(role)?.service === 'iam' ? 'is the ARN of something else in IAM' : 'is no role'
    return problemIf(
      !isRole,
      path,
      `${kind}; allowed: the ARN of a role (arn:aws:iam::ACCOUNT:role/NAME), or its name`,
    )
  })
}

/** On any launch type: what the execution role is for besides Fargate's own needs. */
function rolesThatAreNeeded(definition: Definition): readonly Problem[] {
  if (definition.executionRoleArn) return []
  const reasons = containersOf(definition).flatMap((container) => [
    // An empty list counts: https://github.com/aws/aws-sdk-go/issues/2370
    ...(container.secrets === undefined
      ? []
      : [
          container.secrets.length > 0
            ? 'reads secrets'
            : 'has a list of secrets (although it is empty)',
        ]),
    ...(container.repositoryCredentials ? ['has repositoryCredentials'] : []),
    ...(container.logConfiguration?.secretOptions?.length
      ? ['has secretOptions for its logs']
      : []),
    ...(isForFargate(definition) ? reasonsOnFargate(container) : []),
  ])
  return problemIf(
    reasons.length > 0,
    'executionRoleArn',
    `is required: a container ${[...new Set(reasons)].join(', ')}`,
  )
}

function reasonsOnFargate({
  image = '',
  logConfiguration,
  environmentFiles,
}: ReturnType<typeof containersOf>[number]): readonly string[] {
  return [
    ...(environmentFiles?.length ? ['reads environmentFiles'] : []),
    ...(logConfiguration?.logDriver === 'awslogs' ? ['writes to awslogs'] : []),
    ...(/\.dkr[.-]ecr(?:-fips)?\./.test(image) ? ['comes from Amazon ECR'] : []),
  ]
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html */
function tags({ tags: all }: Definition): readonly Problem[] {
  if (all === undefined) return []
  const keys = all.map(({ key = '' }) => key)
  return [
    ...problemIf(all.length > 50, 'tags', `has ${all.length} tags; allowed: up to 50`),
    ...duplicates(keys).map((key) => ({ path: 'tags', message: `has ${key} twice` })),
    ...all.flatMap(({ key = '', value = '' }, i) => [
      ...problemIf(key === '' || key.length > 128, `tags[${i}].key`, 'must be 1 to 128 characters'),
      ...problemIf(value.length > 256, `tags[${i}].value`, 'must be up to 256 characters'),
    ]),
  ]
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const mostBytes = 64 * 1024

function wholeSize(definition: Definition): readonly Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(definition))
  const message = `has ${bytes} bytes as JSON; allowed: up to ${mostBytes}`
  return problemIf(bytes > mostBytes, 'containerDefinitions', message)
}
