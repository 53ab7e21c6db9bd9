import { ActionError } from '@deploy-actions/action-kit'
import { checkRules, definitionError, draftDefinition, type Definition } from '../src/index.ts'
import { parseDraft } from '../src/task-definition/parse.ts'

/** The definition in a text, unedited; throws an `input` error with all that keeps ECS from taking it. */
export function parseDefinition(text: string, source: string): Definition {
  const { definition } = draftDefinition(parseDraft(text, source), {}, { source })
  const broken = checkRules(definition)
  if (broken.length > 0) throw definitionError(source, broken)
  return definition
}

/** What is wrong with a definition; fails where nothing is. */
export function complaint(definition: unknown): string {
  try {
    parseDefinition(
      typeof definition === 'string' ? definition : JSON.stringify(definition),
      'task.json',
    )
  } catch (error) {
    if (error instanceof ActionError && error.code === 'input') return error.message
    throw error
  }
  throw new Error('nothing was wrong with it')
}
