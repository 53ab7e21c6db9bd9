import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { findArn, findSecretReference } from '@deploy-actions/aws'
import { duplicates } from './duplicates.ts'
import { perContainer, problemIf, type DefinitionRule } from './rule.ts'

/** Rules about environment variables and secrets of each container. */
export const variableRules: readonly DefinitionRule[] = [
  perContainer(possibleNames),
  perContainer(uniqueNames),
  perContainer(notInBoth),
  perContainer(secretReferences),
  perContainer(registryLogin),
]

/** The environment of a process is made of `NAME=value`. */
function possibleNames(container: ContainerDefinition): readonly Problem[] {
  return (['environment', 'secrets'] as const).flatMap((list) =>
    (container[list] ?? []).flatMap(({ name = '' }, i) =>
      problemIf(
        name === '' || /[=\0]/.test(name),
        `${list}[${i}].name`,
        'must be the name of a variable, without =',
      ),
    ),
  )
}

function uniqueNames(container: ContainerDefinition): readonly Problem[] {
  return (['environment', 'secrets'] as const).flatMap((path) => {
    const names = (container[path] ?? []).map((variable) => variable.name ?? '')
    return duplicates(names).map((name) => ({ path, message: `has ${name} twice` }))
  })
}

function notInBoth(container: ContainerDefinition): readonly Problem[] {
  const environment = new Set((container.environment ?? []).map((variable) => variable.name))
  const both = (container.secrets ?? []).filter((secret) => environment.has(secret.name))
  return both.map(({ name }) => ({
    path: 'secrets',
    message: `has ${name}, which environment has as well: ECS refuses a name in both; remove it from one (!${name})`,
  }))
}

function secretReferences(container: ContainerDefinition): readonly Problem[] {
  const lists = {
    secrets: container.secrets,
    'logConfiguration.secretOptions': container.logConfiguration?.secretOptions,
  }
  return Object.entries(lists).flatMap(([list, secrets = []]) =>
    secrets.flatMap(({ valueFrom = '' }, i) => {
      const message = secretReferenceProblem(valueFrom)
      return message === undefined ? [] : [{ path: `${list}[${i}].valueFrom`, message }]
    }),
  )
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html */
function registryLogin({ repositoryCredentials }: ContainerDefinition): readonly Problem[] {
  if (repositoryCredentials === undefined) return []
  const reference = findSecretReference(
    repositoryCredentials.credentialsParameter ?? '',
    'only-secrets',
  )
  const path = 'repositoryCredentials.credentialsParameter'
  if (reference?.kind !== 'secret') {
    const message =
      'must be the ARN or the name of a secret of Secrets Manager; an SSM parameter is not possible here'
    return [{ path, message }]
  }
  const hasParts = repositoryCredentials.credentialsParameter !== reference.id
  return problemIf(
    hasParts,
    path,
    'has more than the ARN or the name of a secret; leave the rest out: ECS reads its keys username and password by itself',
  )
}

function secretReferenceProblem(valueFrom: string): string | undefined {
  const reference = findSecretReference(valueFrom)
  if (reference?.kind === 'parameter') return undefined
  if (reference === undefined) {
    return 'must be the ARN of a secret (…:secret:name-AbCdEf, with :key:stage:version for a part of it) or the ARN or name of an SSM parameter'
  }
  if (findArn(reference.id) === undefined) {
    return 'has the name of a secret, where ECS takes an ARN only; the ARN could not be looked up'
  }
  const parts = valueFrom.split(':').length
  return parts === 7 || parts === 10
    ? undefined
    : 'must have three colons behind the ARN of the secret, or none: :key:stage:version, each of which may be empty'
}
