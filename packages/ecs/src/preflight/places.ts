import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { containersOf, type Definition } from '../task-definition/index.ts'
import type { Place } from './finding.ts'

/** Something written in a definition, with its place. */
export interface Placed<T> {
  readonly value: T
  readonly place: Place
}

/** What `pick` takes from each container, with the place of each. */
export function fromContainers<T>(
  definition: Definition,
  pick: (container: ContainerDefinition) => readonly {
    readonly value: T
    readonly path: string
    readonly variable?: string | undefined
  }[],
): readonly Placed<T>[] {
  return containersOf(definition).flatMap((container, i) =>
    pick(container).map(({ value, path, variable }) => ({
      value,
      place: {
        definition: definition.family ?? '',
        container: container.name,
        field: `containerDefinitions[${i}].${path}`,
        variable,
      },
    })),
  )
}

/** A place at the top of a definition. */
export function atTop(definition: Definition, field: string): Place {
  return { definition: definition.family ?? '', field }
}
