import { publicPrefix } from '@deploy-actions/action-kit'
import { containersOf, type Definition } from './definition.ts'

/** A variable of a container, with its path in the definition. */
export interface BakedInVariable {
  readonly definition: string
  readonly container: string | undefined
  readonly variable: string
  readonly field: string
}

/** Variables that have no effect where they are set: front ends read them when they are built. */
export function bakedInVariables(definition: Definition): readonly BakedInVariable[] {
  return containersOf(definition).flatMap(({ name: container, environment = [] }, i) =>
    environment.flatMap(({ name: variable = '' }, j) =>
      publicPrefix.test(variable)
        ? [
            {
              definition: definition.family ?? '',
              container,
              variable,
              field: `containerDefinitions[${i}].environment[${j}]`,
            },
          ]
        : [],
    ),
  )
}
