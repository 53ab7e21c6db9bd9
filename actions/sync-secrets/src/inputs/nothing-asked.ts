import type { Problem } from '@deploy-actions/action-kit'
import type { SecretRequest } from '../request.ts'
import type { ValueInputs } from './read-values.ts'

/** What keeps a step from being of any use: nothing to write, or nothing to hold a secret against. */
export function nothingAsked(
  mode: 'push' | 'check' | 'pull',
  request: SecretRequest,
  inputs: ValueInputs,
): readonly Problem[] {
  if (mode === 'push') return nothingGiven(request, inputs)
  return mode === 'check' && request.schema.size === 0 ? [noSchema] : []
}

const noSchema: Problem = {
  path: 'schema',
  message:
    'has to name at least one key with mode: check, which would find nothing wrong without it',
}

/** GitHub gives an empty text for a secret that it does not have: a step that would do nothing, or remove everything, says so. */
function nothingGiven(request: SecretRequest, inputs: ValueInputs): readonly Problem[] {
  const { given, others } = request
  const isValueGiven = [...given.values()].some((value) => value !== undefined)
  if (others === 'remove' && !isValueGiven) {
    const message = `gives no key, so that write: replace would remove all of them; give at least one, or remove single keys by write: merge and !KEY ${emptyText}`
    return [{ path: 'values', message }]
  }
  if (given.size > 0 || asksForMore(request, inputs)) return []
  const message = `nothing is given to write; give values, values-from-env or values-file ${emptyText}`
  return [{ path: 'values', message }]
}

const emptyText = '(one that comes from a secret of GitHub is empty where there is no such secret)'

/** Whether a step that gives no value has something to do: inputs without keys in them were meant so. */
function asksForMore(
  { schema, tags, kmsKeyId, description }: SecretRequest,
  { values, valuesFromEnv, valuesFile }: ValueInputs,
): boolean {
  const isInputThere = [values, valuesFromEnv, valuesFile].some((input) => input !== undefined)
  const makes = [...schema.values()].some(({ generate, derive }) => generate ?? derive)
  return isInputThere || makes || (description ?? kmsKeyId) !== undefined || tags.size > 0
}
