import { checkRules, definitionError, draftDefinition, type Definition } from '../src/index.ts'
import { parseDraft } from '../src/task-definition/parse.ts'

/** The definition in a text, unedited; throws an `input` error with all that keeps ECS from taking it. */
export function parseDefinition(text: string, source: string): Definition {
  const { definition } = draftDefinition(parseDraft(text, source), {}, { source })
  const broken = checkRules(definition)
  if (broken.length > 0) throw definitionError(source, broken)
  return definition
}
