import { variableNameProblem, type Problem } from '@deploy-actions/action-kit'
import type { Document, Value } from '../document/index.ts'
import type { Observed } from '../observe.ts'
import { storedDocument } from '../plan.ts'
import type { SecretRequest } from '../request.ts'

/** A value that the job gets, and its name there. */
export interface ExportedValue {
  /** The secret. */
  readonly id: string
  readonly name: string
  readonly value: Value
}

/** What is exported under which name, and all that keeps it from being exported. */
export function planExports(
  { secrets }: Observed,
  isFile: boolean,
): { readonly values: readonly ExportedValue[]; readonly problems: readonly Problem[] } {
  const values: ExportedValue[] = []
  const problems: Problem[] = []
  for (const { request, stored } of secrets) {
    const document: Document = storedDocument(stored, request) ?? new Map()
    for (const { key, name } of wantedOf(request, document)) {
      const value = document.get(key)
      const problem = nameProblem(name, { isFile, isAsked: request.exports !== undefined })
      const before = values.find((one) => one.name === name)
      if (value === undefined) {
        problems.push({ path: 'export', message: `${request.id} has no key ${key}` })
      } else if (problem !== undefined) {
        problems.push({ path: 'export', message: `${key} of ${request.id}: ${problem}` })
      } else if (before !== undefined) {
        const message = `${before.id} and ${request.id} both have ${name}; rename one of them with KEY=NAME`
        problems.push({ path: 'export', message })
      } else values.push({ id: request.id, name, value })
    }
  }
  return { values, problems }
}

function wantedOf({ exports, notation }: SecretRequest, document: Document) {
  if (exports !== undefined) return exports
  // The one text of a raw secret has no name of its own.
  const isNamed = notation === 'json'
  return [...document.keys()].map((key) => ({ key, name: isNamed ? key : '' }))
}

/** Names by which programs find programs and settings: nobody exports them by not saying what to export. */
const settings = new RegExp(
  `^(?:${[
    'PATH|HOME|SHELL|USER|IFS|ENV|CI|BASH_ENV|PROMPT_COMMAND|LD_.*|DYLD_.*',
    'NODE_.*|NPM_CONFIG_.*|PYTHON.*|JAVA_TOOL_OPTIONS|RUBYOPT|PERL5OPT',
    'AWS_.*|DOCKER_.*|GIT_.*|SSL_.*|.*_PROXY|ACTIONS_.*|INPUT_.*',
  ].join('|')})$`,
  'i',
)

function nameProblem(
  name: string,
  { isFile, isAsked }: { readonly isFile: boolean; readonly isAsked: boolean },
): string | undefined {
  if (name === '') return 'the value has no name; give one in export'
  if (isFile) return undefined
  const problem = variableNameProblem(name)
  if (problem !== undefined) return `its name ${problem}; give another one with KEY=NAME`
  return !isAsked && settings.test(name)
    ? 'programs take a variable of this name for a setting; name what to export, this one included, in export'
    : undefined
}
