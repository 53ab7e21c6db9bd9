import { hasCollectionKey } from '@deploy-actions/action-kit'
import { LineCounter, parseDocument } from 'yaml'
import { withoutReadOnlyFields, type Definition } from './definition.ts'
import { definitionError, draftDefinition } from './draft.ts'
import { checkRules } from './rules/index.ts'

/**
 * A definition from the text of a JSON or YAML file, also one that was saved from
 * DescribeTaskDefinition. Throws an `input` error with everything that is wrong in it: first what
 * keeps it from being read, else unknown keys, missing keys and wrong types, and broken rules of
 * ECS. `source` names the file in messages.
 */
export function parseDefinition(text: string, source: string): Definition {
  const { definition } = draftDefinition(parseDraft(text, source), {}, { source })
  const broken = checkRules(definition)
  if (broken.length > 0) throw definitionError(source, broken)
  return definition
}

/** The same before anything in it is checked: edits may be about to mend it. */
export function parseDraft(text: string, source: string): object {
  const tree = parseTree(text, source)
  const unwrapped = isMapping(tree) && 'taskDefinition' in tree ? tree.taskDefinition : tree
  if (isMapping(unwrapped)) return withoutReadOnlyFields(unwrapped)
  const message = 'must be a mapping, as RegisterTaskDefinition takes it'
  throw definitionError(source, [{ path: '', message }])
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseTree(text: string, source: string): unknown {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines })
  const problems = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0])
    const what = error.code.toLowerCase().replaceAll('_', ' ')
    return { path: `line ${line}, column ${col}:`, message: `${what}: neither valid JSON nor YAML` }
  })
  if (problems.length > 0) throw definitionError(source, problems)
  if (hasCollectionKey(document)) {
    const message = 'has a list or a mapping for a key; allowed: text'
    throw definitionError(source, [{ path: '', message }])
  }
  return document.toJS({ maxAliasCount: 100 })
}
