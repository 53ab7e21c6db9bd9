import {
  definitionHash,
  diffDefinitions,
  gradeFindings,
  mutableImages,
  type Definition,
  type DefinitionEdits,
  type Finding,
  type GradedFindings,
  type MutableImage,
} from '@deploy-actions/ecs'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'

/** The definition as it is to be, what is wrong with it, and what tells it from others. */
export interface Plan {
  readonly definition: Definition
  readonly family: string
  readonly hash: string
  readonly findings: GradedFindings
  /** What differs from the latest revision, empty for nothing; undefined where that could not be looked at. */
  readonly diff: string | undefined
  /** Images that stay on a tag, which somebody may move. */
  readonly mutableImages: readonly MutableImage[]
  /** Whether the inputs change nothing: what was read is what comes out. */
  readonly isUnedited: boolean
}

/** Decides from what was found whether the definition may be rendered, and what it changes. */
export function planRendering(inputs: Inputs, { prepared, latest }: Observed): Plan {
  const { definition, findings } = prepared
  return {
    definition,
    family: definition.family ?? '',
    hash: definitionHash(definition),
    findings: gradeFindings(findings, inputs.preflight),
    diff: latest.kind === 'known' ? diffDefinitions(latest.definition, definition) : undefined,
    // What is wrong with an image is said already.
    mutableImages: mutableImages(definition).filter(
      ({ container }) => !findings.some((one) => isAboutImage(one, container)),
    ),
    isUnedited: isUnedited(inputs),
  }
}

function isAboutImage({ kind, severity, place }: Finding, container: string): boolean {
  return kind === 'image' && severity === 'error' && place.container === container
}

function isUnedited({ edits, secretsFrom, fill }: Inputs): boolean {
  return fill === undefined && secretsFrom === undefined && hasNoEdit(edits)
}

function hasNoEdit({ image, images, environment, secrets, containers, task }: DefinitionEdits) {
  const isEmpty = [images, environment, secrets, containers].every((edit) => !edit?.size)
  const ofTask = Object.values(task ?? {})
  return image === undefined && isEmpty && ofTask.every((value) => value === undefined)
}
