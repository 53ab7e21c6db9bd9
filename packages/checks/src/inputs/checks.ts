import {
  InvalidValue,
  parseMapping,
  yaml,
  type InputSpec,
  type Problem,
  type Raw,
  type InputOptions,
} from '@deploy-actions/action-kit'
import type { Check } from '../check.ts'
import { httpCheckProblems } from './http-check-rules.ts'
import { httpCheck, namedHttpCheckInputs } from './http-check.ts'

/** A list of checks in YAML, each a mapping with the inputs of one check and a `name`. */
export function checks<const O extends InputOptions>(options: O): InputSpec<readonly Check[]> & O {
  return yaml(options, readChecks)
}

function readChecks(tree: Raw): readonly Check[] {
  if (!Array.isArray(tree) || tree.length === 0) {
    throw new InvalidValue([
      { path: '', message: 'must be a list of checks, each a mapping with at least url' },
    ])
  }
  const found: Check[] = []
  const problems: Problem[] = []
  const entries: readonly Raw[] = tree // Array.isArray makes any of a readonly list
  for (const [index, entry] of entries.entries()) {
    try {
      found.push(readCheck(entry))
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      problems.push(...error.problems.map((problem) => at(index, problem)))
    }
  }
  problems.push(...sameNames(found))
  if (problems.length > 0) throw new InvalidValue(problems)
  return found
}

function readCheck(entry: Raw): Check {
  const fields = parseMapping(namedHttpCheckInputs, entry)
  const problems = httpCheckProblems(fields)
  if (problems.length > 0) throw new InvalidValue(problems)
  return httpCheck(fields)
}

function sameNames(found: readonly Check[]): readonly Problem[] {
  const names = found.map((check) => check.name)
  const twice = names.some((name, index) => names.indexOf(name) !== index)
  const message =
    'has two checks of one name; allowed: a name of its own for each (without one, its url)'
  return twice ? [{ path: '', message }] : []
}

function at(index: number, { path, message }: Problem): Problem {
  return { path: path === '' ? `[${index}]` : `[${index}].${path}`, message }
}
