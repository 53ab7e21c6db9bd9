import { RegisterTaskDefinitionRequest$ } from '@aws-sdk/client-ecs'
import { ActionError, inputError, type Problem } from '@deploy-actions/action-kit'
import { checkShape } from '@deploy-actions/aws'
import type { Definition } from './definition.ts'
import { editDefinition, type DefinitionEdits } from './edit.ts'
import { checkRules } from './rules/index.ts'

/**
 * Edits a definition that nobody has checked yet, and holds the result to its shape and the rules of
 * ECS: an edit may mend what the file gets wrong. Throws one `input` error with the problems of the
 * definition and of the edits together; `source` names the definition in it.
 */
export function editDraft(draft: object, edits: DefinitionEdits, source: string): Definition {
  const shape = checkShape(RegisterTaskDefinitionRequest$, draft)
  if (shape.length > 0) {
    const { problems = [] } = editDefinition(skeletonOf(draft), edits)
    throw definitionError(source, [...shape, ...problems.map(ofInput)])
  }
  // Its shape was just held against the schema of this very type.
  const result = editDefinition(draft as Definition, edits)
  const broken = checkRules(result.problems ? result.partly : result.definition)
  if (broken.length > 0) {
    throw definitionError(source, [...broken, ...(result.problems ?? []).map(ofInput)])
  }
  if (result.problems) throw inputError(result.problems)
  return result.definition
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
