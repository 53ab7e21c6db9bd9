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

/** The same definition without the fields that only AWS writes; nothing else is touched. */
export function withoutReadOnlyFields(definition: object): object {
  return Object.fromEntries(Object.entries(definition).filter(([key]) => !readOnlyFields.has(key)))
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
