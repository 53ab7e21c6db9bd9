import { InvalidValue, type Host, type Problem } from '@deploy-actions/action-kit'
import { rawKey, type Notation } from '../document/index.ts'
import type { Given } from './given.ts'
import { isName } from './name.ts'

/** A variable of the job's environment, and the key that its value is for. */
export interface VariableName {
  readonly key: string
  readonly variable: string
}

/** Reads `KEY`, or `KEY=VARIABLE` where the names differ. The only value of a raw secret has no name of its own. */
export function variableName(item: string, notation: Notation): VariableName {
  const at = item.indexOf('=')
  const key = item.slice(0, at < 0 ? undefined : at).trim()
  const variable = item.slice(at + 1).trim()
  return { key: notation === 'raw' ? rawKey : key, variable }
}

/**
 * Takes values from the job's environment as they are. Throws InvalidValue for variables that are not set: all of
 * them at once.
 */
export function valuesFromVariables(
  names: readonly VariableName[],
  host: Pick<Host, 'readVariable'>,
): Given {
  const values = new Map<string, string>()
  const problems: Problem[] = []
  for (const { key, variable } of names) {
    const value = host.readVariable(variable)
    if (key === '' || variable === '') {
      const message = 'has an item without a name; allowed: KEY or KEY=VARIABLE'
      problems.push({ path: '', message })
    } else if (values.has(key)) {
      problems.push({ path: key, message: 'is given twice' })
    } else if (value === undefined) problems.push(notSet(variable))
    else values.set(key, value)
  }
  if (problems.length > 0) throw new InvalidValue(problems)
  return values
}

function notSet(variable: string): Problem {
  const message = isName(variable)
    ? `names the variable ${variable}, which is not set; put it under env: of this step`
    : 'has an item that names no variable of this step; allowed: KEY or KEY=VARIABLE, with the value under env: (what stands there is not repeated, since it may be a value)'
  return { path: '', message }
}
