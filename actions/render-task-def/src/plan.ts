import {
  definitionHash,
  editDraft,
  mutableImages,
  type Definition,
  type DefinitionEdits,
  type MutableImage,
} from '@deploy-actions/ecs'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'

/** The definition as it is to be, and what tells it from others. */
export interface Plan {
  readonly definition: Definition
  readonly family: string
  readonly hash: string
  /** Images that stay on a tag, which somebody may move. */
  readonly mutableImages: readonly MutableImage[]
  /** Whether the inputs change nothing: what was read is what comes out. */
  readonly isUnedited: boolean
}

/** Edits the definition and holds the result to the rules of ECS; throws an `input` error. */
export function planRendering({ edits }: Inputs, { draft, name }: Observed): Plan {
  const definition = editDraft(draft, edits, `${name}, with these inputs,`)
  return {
    definition,
    family: definition.family ?? '',
    hash: definitionHash(definition),
    mutableImages: mutableImages(definition),
    isUnedited: hasNoEdit(edits),
  }
}

function hasNoEdit({ image, images, environment, secrets }: DefinitionEdits): boolean {
  return image === undefined && [images, environment, secrets].every((edit) => !edit?.size)
}
