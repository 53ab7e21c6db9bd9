import {
  isSecretName,
  mayHideGuess,
  secretPartsOf,
  shortestGuess,
} from '@deploy-actions/action-kit'
import { findArn } from '@deploy-actions/aws'
import { containersOf, type Definition } from './definition.ts'

/** A plain variable that, by its name or its form, holds what belongs into a secret. */
export interface SecretLikeVariable {
  readonly container: string
  readonly name: string
  /**
   * All that must not be shown, in each form in which it may appear in a log; empty where it is a
   * word that the log cannot do without, such as the name of an environment.
   */
  readonly secrets: readonly string[]
}

/**
 * Variables in plain text whose values should be in `secrets`, so that they can be masked and
 * warned about. References by ARN are none. `publicNames` (of cluster and service) and the names in
 * the definition itself are never masked.
 */
export function secretLikeVariables(
  definition: Definition,
  publicNames: readonly string[] = [],
): readonly SecretLikeVariable[] {
  const names = [...publicNames, ...namesIn(definition)]
  return containersOf(definition).flatMap(({ name: container = '', environment = [] }) =>
    environment.flatMap(({ name = '', value = '' }) => {
      const forms = secretForms(name, value)
      if (forms.length === 0) return []
      const secrets = forms.filter((form) => mayHideGuess(form, names))
      return [{ container, name, secrets: [...new Set(secrets)] }]
    }),
  )
}

/** The names that every message about a definition is full of. */
export function namesIn(definition: Definition): readonly string[] {
  return [definition.family ?? '', ...containersOf(definition).map(({ name = '' }) => name)]
}

/** What must not be shown of a value that has a name, in each form in which it may appear in a log. */
export function secretForms(name: string, value: string): readonly string[] {
  if (isPublicValue(value)) return []
  return [...(isSecretName(name) ? [value] : []), ...secretPartsOf(value)].filter(
    (form) => !isPublicValue(form),
  )
}

/** What is a setting, a reference, or too short to be told from any other text. */
export function isPublicValue(value: string): boolean {
  return (
    value.length < shortestGuess ||
    findArn(value) !== undefined ||
    /^(true|false|[+-]?[\d.,_]+)$/i.test(value)
  )
}
