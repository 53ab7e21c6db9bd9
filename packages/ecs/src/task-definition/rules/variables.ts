import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { findArn } from '@deploy-actions/aws'
import { containersOf } from '../definition.ts'
import { duplicates } from './duplicates.ts'
import type { DefinitionRule } from './rule.ts'

/** Rules about environment variables and secrets of each container. */
export const variableRules: readonly DefinitionRule[] = [
  perContainer(uniqueNames),
  perContainer(notInBoth),
  perContainer(secretReferences),
]

function perContainer(
  rule: (container: ContainerDefinition) => readonly Problem[],
): DefinitionRule {
  return (definition) =>
    containersOf(definition).flatMap((container, i) =>
      rule(container).map(({ path, message }) => ({
        path: `containerDefinitions[${i}].${path}`,
        message,
      })),
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
  return (container.secrets ?? []).flatMap(({ valueFrom }, i) =>
    isSecretReference(valueFrom ?? '')
      ? []
      : [
          {
            path: `secrets[${i}].valueFrom`,
            message:
              'must be the ARN of a secret (…:secret:name-AbCdEf, with :key:stage:version for a part of it) ' +
              'or the ARN or name of an SSM parameter',
          },
        ],
  )
}

/** An SSM parameter's ARN or name, or a secret's ARN, which may go on with `:key:stage:version`. */
function isSecretReference(valueFrom: string): boolean {
  const arn = findArn(valueFrom)
  if (arn === undefined) return /^[A-Za-z0-9_.\-/]{1,2048}$/.test(valueFrom)
  if (arn.service === 'ssm') return arn.resource.startsWith('parameter/')
  if (arn.service !== 'secretsmanager') return false
  const parts = arn.resource.split(':')
  return parts[0] === 'secret' && Boolean(parts[1]) && (parts.length === 2 || parts.length === 5)
}
