import { RegisterTaskDefinitionRequest$ } from '@aws-sdk/client-ecs'
import { ActionError, type Problem } from '@deploy-actions/action-kit'
import { checkShape } from '@deploy-actions/aws'
import { LineCounter, parseDocument } from 'yaml'
import { withoutReadOnlyFields, type Definition } from './definition.ts'
import { checkRules } from './rules/index.ts'

/**
 * A definition from the text of a JSON or YAML file, also one that was saved from
 * DescribeTaskDefinition. Throws an `input` error with everything that is wrong in it: first what
 * keeps it from being read, else unknown keys, missing keys and wrong types, and broken rules of
 * ECS. `source` names the file in messages.
 */
export function parseDefinition(text: string, source: string): Definition {
  const tree = parseTree(text, source)
  const unwrapped = isMapping(tree) && 'taskDefinition' in tree ? tree.taskDefinition : tree
  if (isMapping(unwrapped)) return checkDefinition(withoutReadOnlyFields(unwrapped), source)
  const message = 'must be a mapping, as RegisterTaskDefinition takes it'
  throw definitionError(source, [{ path: '', message }])
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a definition, once its shape and the rules of ECS hold; throws as parseDefinition. */
export function checkDefinition(value: object, source: string): Definition {
  const shape = checkShape(RegisterTaskDefinitionRequest$, value)
  if (shape.length > 0) throw definitionError(source, shape)
  // Its shape was just held against the schema of this very type.
  const definition = value as Definition
  const broken = checkRules(definition)
  if (broken.length > 0) throw definitionError(source, broken)
  return definition
}

function definitionError(source: string, problems: readonly Problem[]): ActionError {
  const lines = problems.map(
    ({ path, message }) => `  - ${path === '' ? '' : `${path} `}${message}`,
  )
  return new ActionError({
    code: 'input',
    message: `The task definition ${source} cannot be registered:\n${lines.join('\n')}`,
    remedy: 'Correct the task definition at the paths named above. Nothing was registered.',
  })
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
  return document.toJS({ maxAliasCount: 100 })
}
