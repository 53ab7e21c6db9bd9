import { hasCollectionKey, InvalidValue, treeOf, type Problem } from '@deploy-actions/action-kit'
import { LineCounter, parseDocument } from 'yaml'
import { withoutReadOnlyFields } from './definition.ts'
import { definitionError } from './draft.ts'

/**
 * A definition from the text of a JSON or YAML file, also one that was saved from DescribeTaskDefinition, before
 * anything in it is checked: edits may be about to mend it. Throws an `input` error with what keeps it from
 * being read; `source` names the file in it.
 */
export function parseDraft(text: string, source: string): object {
  const tree = parseTree(text, source)
  const unwrapped = isMapping(tree) && 'taskDefinition' in tree ? unwrap(tree, source) : tree
  if (isMapping(unwrapped)) return withoutReadOnlyFields(unwrapped)
  const message = 'must be a mapping, as RegisterTaskDefinition takes it'
  throw definitionError(source, [{ path: '', message }])
}

/** What DescribeTaskDefinition answers has the tags beside the definition, where RegisterTaskDefinition has them in it. */
function unwrap({ taskDefinition, ...rest }: { readonly taskDefinition: unknown }, source: string) {
  const { tags, failures = [], ...others } = rest as Readonly<Record<string, unknown>> // keys are text
  const hasFailures = !Array.isArray(failures) || failures.length > 0
  const unknown = [...Object.keys(others), ...(hasFailures ? ['failures'] : [])]
  const problems: Problem[] = unknown.map((path) => ({
    path,
    message: 'cannot stand beside taskDefinition; allowed there: tags',
  }))
  const isTagged = isMapping(taskDefinition) && 'tags' in taskDefinition
  if (tags !== undefined && isTagged) {
    problems.push({ path: 'tags', message: 'stand in taskDefinition and beside it; keep one' })
  }
  if (problems.length > 0) throw definitionError(source, problems)
  const hasTags = tags !== undefined && !(Array.isArray(tags) && tags.length === 0)
  return isMapping(taskDefinition) && hasTags ? { ...taskDefinition, tags } : taskDefinition
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseTree(text: string, source: string): unknown {
  const lines = new LineCounter()
  const options = { lineCounter: lines, merge: true }
  const document = parseDocument(text.replace(/^\uFEFF/, ''), options)
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
  try {
    return treeOf(document)
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    throw definitionError(source, error.problems)
  }
}
