import {
  InvalidValue,
  isList,
  parseMapping,
  under,
  yaml,
  type InputSpec,
  type Problem,
  type Raw,
  type InputOptions,
} from '@deploy-actions/action-kit'
import type { Check } from '../check.ts'
import { httpCheckProblems } from './http-check-rules.ts'
import { httpCheck, namedHttpCheckInputs } from './http-check.ts'
import {
  namedServiceInputs,
  namedTargetGroupInputs,
  serviceCheck,
  targetGroupCheck,
} from './service-check.ts'

/**
 * A list of checks in YAML, each a mapping with the inputs of one check and a `name`; what it is about (`url`,
 * `service` or `target-group`) says of what kind it is.
 */
export function checks<const O extends InputOptions>(options: O): InputSpec<readonly Check[]> & O {
  return yaml(options, readChecks)
}

function readChecks(tree: Raw): readonly Check[] {
  if (!isList(tree) || tree.length === 0) {
    const message = `must be a list of checks, each a mapping with ${oneKind}`
    throw new InvalidValue([{ path: '', message }])
  }
  const found: Check[] = []
  const problems: Problem[] = []
  for (const [index, entry] of tree.entries()) {
    try {
      found.push(readCheck(entry))
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      problems.push(...error.problems.map((problem) => under(`[${index}]`, problem)))
    }
  }
  const twice = sameNames(found)
  if (twice !== undefined) problems.push({ path: '', message: twice })
  if (problems.length > 0) throw new InvalidValue(problems)
  return found
}

/** How to read a check, by the key that says what it is about. */
const kinds: Readonly<Record<string, (entry: Raw) => Check>> = {
  url: readHttpCheck,
  service: (entry) => serviceCheck(parseMapping(namedServiceInputs, entry)),
  'target-group': (entry) => targetGroupCheck(parseMapping(namedTargetGroupInputs, entry)),
}

const oneKind = `one of ${Object.keys(kinds).join(', ')}`

function readCheck(entry: Raw): Check {
  if (typeof entry === 'string' || isList(entry)) {
    throw new InvalidValue([{ path: '', message: `must be a mapping with ${oneKind}` }])
  }
  const [kind, ...others] = Object.entries(kinds).filter(([key]) => key in entry)
  if (kind === undefined) {
    throw new InvalidValue([{ path: '', message: `names nothing to check; allowed: ${oneKind}` }])
  }
  if (others.length > 0) {
    const message = `names several things to check; allowed: ${oneKind}, and further checks for the rest`
    throw new InvalidValue([{ path: '', message }])
  }
  const [, read] = kind
  return read(entry)
}

function readHttpCheck(entry: Raw): Check {
  const fields = parseMapping(namedHttpCheckInputs, entry)
  const problems = httpCheckProblems(fields)
  if (problems.length > 0) throw new InvalidValue(problems)
  return httpCheck(fields)
}

/** What is wrong where two checks have one name; undefined where none have. */
export function sameNames(found: readonly Check[]): string | undefined {
  const names = found.map((check) => check.name)
  const twice = names.some((name, index) => names.indexOf(name) !== index)
  return twice
    ? 'has two checks of one name; allowed: a name of its own for each (without one, what it checks)'
    : undefined
}
