import { NotUnderstoodError, type Problem } from '../problems.ts'
import type { DispatchInput, Template, Workflow } from './model.ts'
import { entriesOf, findValue, itemsOf, literalOf, ProblemCollector } from './tokens.ts'

/** The inputs of a run: typed for the `inputs` context, as text for `github.event.inputs`. */
export interface ResolvedInputs {
  readonly typed: Readonly<Record<string, string | boolean | number>>
  readonly text: Readonly<Record<string, string>>
}

const types = ['string', 'boolean', 'number', 'choice', 'environment'] as const

/** Reads `on.workflow_dispatch.inputs`. */
export function readDispatchInputs(dispatch: Template | undefined): readonly DispatchInput[] {
  return entriesOf(findValue(dispatch, 'inputs')).map(({ key, keyToken, value }) => {
    const preset = literalOf(findValue(value, 'default'))
    const type = literalOf(findValue(value, 'type'))
    return {
      name: key,
      type: types.find((name) => name === type) ?? 'string',
      required: literalOf(findValue(value, 'required')) === 'true',
      ...(preset !== undefined && { default: preset }),
      options: itemsOf(findValue(value, 'options')).map((item) => literalOf(item) ?? ''),
      token: keyToken,
    }
  })
}

/**
 * Gives every input of `workflow_dispatch` its value: the given one, else its default, else the
 * empty value of its type. Throws NotUnderstoodError for missing, unknown and unfitting ones, all
 * at once.
 */
export function resolveInputs(
  workflow: Workflow,
  given: Readonly<Record<string, string>>,
): ResolvedInputs {
  const collector = new ProblemCollector(workflow.file)
  refuseUnknown(workflow, given, collector)
  const typed: Record<string, string | boolean | number> = {}
  const text: Record<string, string> = {}
  for (const input of workflow.dispatchInputs) {
    const value = given[input.name] ?? input.default ?? ''
    checkValue(input, value, collector)
    text[input.name] = input.type === 'boolean' && value === '' ? 'false' : value
    typed[input.name] = typedValue(input, value)
  }
  const problems: readonly Problem[] = collector.problems
  if (problems.length > 0) throw new NotUnderstoodError(problems)
  return { typed, text }
}

function refuseUnknown(
  workflow: Workflow,
  given: Readonly<Record<string, string>>,
  collector: ProblemCollector,
): void {
  const names = workflow.dispatchInputs.map(({ name }) => name)
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue
    const known = names.length > 0 ? `It has: ${names.join(', ')}.` : 'It has none.'
    collector.add(workflow.onToken, `The workflow has no input '${name}'. ${known}`)
  }
}

function checkValue(input: DispatchInput, value: string, collector: ProblemCollector): void {
  if (value === '') {
    if (input.required) {
      const hint = `give it with --input ${input.name}=VALUE, or under github.inputs of the world`
      collector.add(input.token, `The required input '${input.name}' has no value: ${hint}.`)
    }
    return
  }
  const problem = unfitting(input, value)
  if (problem !== undefined) collector.add(input.token, `The input '${input.name}' ${problem}.`)
}

function unfitting({ type, options }: DispatchInput, value: string): string | undefined {
  if (type === 'boolean' && !/^(true|false)$/.test(value)) {
    return `is neither true nor false: '${value}'`
  }
  if (type === 'number' && !Number.isFinite(Number(value))) return `is not a number: '${value}'`
  if (type === 'choice' && !options.includes(value)) {
    return `is '${value}'; it may be: ${options.join(', ')}`
  }
  return undefined
}

function typedValue(input: DispatchInput, value: string): string | boolean | number {
  if (input.type === 'boolean') return value === 'true'
  if (input.type === 'number' && value !== '') return Number(value)
  return value
}
