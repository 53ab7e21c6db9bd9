import { RegisterTaskDefinitionRequest$ } from '@aws-sdk/client-ecs'
import {
  ActionError,
  asWritten,
  InvalidValue,
  type Fill,
  type Problem,
} from '@deploy-actions/action-kit'
import { checkShape, fillShape } from '@deploy-actions/aws'
import type { Definition } from './definition.ts'
import { editDefinition, type DefinitionEdits } from './edit.ts'

/** A definition of the right shape, with the edits that could be made. */
export interface DraftedDefinition {
  readonly definition: Definition
  /** Edits that could not be made; paths begin with `input`. */
  readonly problems: readonly Problem[]
}

/**
 * Puts variables into a definition that nobody has checked yet, holds it to the shape that ECS takes, and edits it.
 * Throws one `input` error with the problems of shape and edits together; `source` names the definition in it.
 */
export function draftDefinition(
  draft: object,
  edits: DefinitionEdits,
  { source, fill = asWritten }: { readonly source: string; readonly fill?: Fill | undefined },
): DraftedDefinition {
  const filled = fillDraft(draft, source, fill)
  const shape = checkShape(RegisterTaskDefinitionRequest$, filled)
  if (shape.length > 0) {
    const { problems = [] } = editDefinition(skeletonOf(filled), edits)
    throw definitionError(source, [...shape, ...problems.map(ofInput)])
  }
  // Its shape was just held against the schema of this very type.
  const result = editDefinition(filled as Definition, edits)
  return result.problems
    ? { definition: result.partly, problems: result.problems.map(ofInput) }
    : { definition: result.definition, problems: [] }
}

function fillDraft(draft: object, source: string, fill: Fill): object {
  try {
    // A mapping stays one.
    return fillShape(RegisterTaskDefinitionRequest$, draft, fill) as object
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    throw definitionError(source, error.problems)
  }
}

/** An `input` error that lists what is wrong with a definition. */
export function definitionError(source: string, problems: readonly Problem[]): ActionError {
  const lines = problems.map(
    ({ path, message }) => `  - ${path === '' ? '' : `${path} `}${message}`,
  )
  return new ActionError({
    code: 'input',
    message: `The task definition ${source} cannot be registered:\n${lines.join('\n')}`,
    remedy: 'Correct the task definition at the paths named above. Nothing was registered.',
  })
}

function ofInput({ path, message }: Problem): Problem {
  return { path: `input ${path}:`, message }
}

/**
 * Of a definition whose shape is wrong, what edits go by: the names of its containers and which are
 * essential.
 */
function skeletonOf(draft: object): Definition {
  const containers: unknown = 'containerDefinitions' in draft ? draft.containerDefinitions : []
  const items: readonly unknown[] = Array.isArray(containers) ? containers : []
  return {
    family: '',
    containerDefinitions: items.flatMap((item) => {
      if (typeof item !== 'object' || item === null || !('name' in item)) return []
      if (typeof item.name !== 'string') return []
      const essential = !('essential' in item) || item.essential !== false
      return [{ name: item.name, essential }]
    }),
  }
}
