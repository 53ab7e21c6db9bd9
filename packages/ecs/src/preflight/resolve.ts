import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { findSecretReference, formatSecretReference, versionOf } from '@deploy-actions/aws'
import { parseImageReference, pinned } from '@deploy-actions/registry'
import { containersOf, type Definition } from '../task-definition/index.ts'
import type { Facts } from './facts.ts'

/** What to write more exactly than it was written. */
export interface ResolveOptions {
  /** Images by digest, where the registry told it. */
  readonly pinImages: boolean
  /** Secrets by the id of the version that they mean now. */
  readonly pinSecretVersions: boolean
}

/**
 * The definition with names of secrets and roles, and ARNs without their six characters made full ARNs, and with images and
 * versions pinned as asked. What could not be looked up stays as it is.
 */
export function resolveReferences(
  definition: Definition,
  facts: Facts,
  options: ResolveOptions,
): Definition {
  const secret = (text: string | undefined, isPinned = options.pinSecretVersions) =>
    text === undefined ? undefined : resolvedSecret(text, facts, isPinned)
  const resolveContainer = (container: ContainerDefinition): ContainerDefinition => ({
    ...container,
    ...(container.image && { image: resolvedImage(container.image, facts, options.pinImages) }),
    ...(container.secrets && {
      secrets: container.secrets.map((one) => ({ ...one, valueFrom: secret(one.valueFrom) })),
    }),
    ...(container.logConfiguration?.secretOptions && {
      logConfiguration: {
        ...container.logConfiguration,
        secretOptions: container.logConfiguration.secretOptions.map((one) => ({
          ...one,
          valueFrom: secret(one.valueFrom),
        })),
      },
    }),
    ...(container.repositoryCredentials && {
      repositoryCredentials: {
        ...container.repositoryCredentials,
        // ECS takes nothing behind the ARN here.
        credentialsParameter: secret(container.repositoryCredentials.credentialsParameter, false),
      },
    }),
  })
  const role = (id: string): string => {
    const lookup = facts.roles.get(id)
    return lookup?.kind === 'found' ? lookup.arn : id
  }
  return {
    ...definition,
    ...(definition.taskRoleArn && { taskRoleArn: role(definition.taskRoleArn) }),
    ...(definition.executionRoleArn && { executionRoleArn: role(definition.executionRoleArn) }),
    ...(definition.containerDefinitions && {
      containerDefinitions: containersOf(definition).map(resolveContainer),
    }),
  }
}

function resolvedSecret(text: string, { secrets }: Facts, isPinned: boolean): string {
  const reference = findSecretReference(text)
  if (reference?.kind !== 'secret') return text
  const secret = secrets.get(reference.id)
  if (secret?.kind !== 'found') return text
  const isUnpinned = reference.versionId === '' && !secret.isRotated
  const version = isPinned && isUnpinned ? versionOf(secret, reference) : undefined
  const pinnedParts = version === undefined ? {} : { stage: '', versionId: version }
  return formatSecretReference(secret.arn, { ...reference, ...pinnedParts })
}

function resolvedImage(text: string, { images }: Facts, isPinned: boolean): string {
  const lookup = images.get(text)
  if (!isPinned || lookup?.kind !== 'found') return text
  return parseImageReference(text).digest === undefined ? pinned(text, lookup.digest) : text
}
