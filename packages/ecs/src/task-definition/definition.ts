import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs'

/** A task definition as RegisterTaskDefinition takes it, in the order in which it was written. */
export type Definition = RegisterTaskDefinitionRequest

/** Fields that DescribeTaskDefinition gives and RegisterTaskDefinition refuses. */
const readOnlyFields = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt',
])

/**
 * The same definition without what only AWS writes (its fields, and the tags `aws:…` that
 * CloudFormation sets and nobody else may); nothing else is touched.
 */
export function withoutReadOnlyFields(definition: object): object {
  const entries = Object.entries(definition).filter(([key]) => !readOnlyFields.has(key))
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'tags' ? withoutReservedTags(value) : value]),
  )
}

function withoutReservedTags(tags: unknown): unknown {
  if (!Array.isArray(tags)) return tags
  return tags.filter((tag: unknown) => !isReservedTag(tag))
}

function isReservedTag(tag: unknown): boolean {
  if (typeof tag !== 'object' || tag === null || !('key' in tag)) return false
  return typeof tag.key === 'string' && /^aws:/i.test(tag.key)
}

/** The containers of a definition; empty where it has none. */
export function containersOf(definition: Definition): readonly ContainerDefinition[] {
  return definition.containerDefinitions ?? []
}

/** Whether the end of this container ends the task; ECS takes true where nothing is said. */
export function isEssential(container: ContainerDefinition): boolean {
  return container.essential ?? true
}

/** The same definition with one container replaced by what `edit` makes of it. */
export function withContainer(
  definition: Definition,
  name: string,
  edit: (container: ContainerDefinition) => ContainerDefinition,
): Definition {
  return {
    ...definition,
    containerDefinitions: containersOf(definition).map((container) =>
      container.name === name ? edit(container) : container,
    ),
  }
}

/** The names of the containers whose end ends a task. */
export function essentialNames(definition: Definition): ReadonlySet<string> {
  return new Set(
    containersOf(definition)
      .filter(isEssential)
      .map(({ name = '' }) => name),
  )
}
