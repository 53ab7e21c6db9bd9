import { inputError } from '@deploy-actions/action-kit'
import {
  checkDefinition,
  definitionHash,
  editDefinition,
  type Definition,
} from '@deploy-actions/ecs'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'

/** The definition as it is to be, and what tells it from others. */
export interface Plan {
  readonly definition: Definition
  readonly family: string
  readonly hash: string
  /** Images that stay on a tag, which somebody may move: container to image. */
  readonly mutableImages: readonly { readonly container: string; readonly image: string }[]
}

/** Edits the definition and holds the result to the rules of ECS; throws an `input` error. */
export function planRendering({ edits }: Inputs, { definition, name }: Observed): Plan {
  const result = editDefinition(definition, edits)
  if (result.problems) throw inputError(result.problems)
  const edited = checkDefinition(result.definition, `${name}, with these inputs,`)
  return {
    definition: edited,
    family: edited.family ?? '',
    hash: definitionHash(edited),
    mutableImages: (edited.containerDefinitions ?? [])
      .map((container) => ({ container: container.name ?? '', image: container.image ?? '' }))
      .filter(({ image }) => !image.includes('@sha256:')),
  }
}
