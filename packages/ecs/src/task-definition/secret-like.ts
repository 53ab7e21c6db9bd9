import { mayHideGuess, shortestGuess } from '@deploy-actions/action-kit'
import { findArn } from '@deploy-actions/aws'
import { publicPrefix } from './baked-in.ts'
import { containersOf, type Definition } from './definition.ts'
import { secretPartsOf } from './secret-parts.ts'

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
  const containers = containersOf(definition)
  const names = [
    ...publicNames,
    definition.family ?? '',
    ...containers.map(({ name = '' }) => name),
  ]
  return containers.flatMap(({ name: container = '', environment = [] }) =>
    environment.flatMap(({ name = '', value = '' }) => {
      const forms = secretForms(name, value)
      if (forms.length === 0) return []
      const secrets = forms.filter((form) => mayHideGuess(form, names))
      return [{ container, name, secrets: [...new Set(secrets)] }]
    }),
  )
}

function secretForms(name: string, value: string): readonly string[] {
  if (isPublicValue(value)) return []
  return [...(isSecretName(name) ? [value] : []), ...secretPartsOf(value)].filter(
    (form) => !isPublicValue(form),
  )
}

/** What is a setting, a reference, or too short to be told from any other text. */
function isPublicValue(value: string): boolean {
  return (
    value.length < shortestGuess ||
    findArn(value) !== undefined ||
    /^(true|false|[+-]?[\d.,_]+)$/i.test(value)
  )
}

const secretWords = 'password|passwd|passphrase|pass|pwd|secret|token|credentials?'
const keyKinds =
  'access|account|api|app|auth|cookie|crypt|encryption|hmac|jwt|license|master|private|secret|session|shared|signing|storage|webhook'

/** Only the end of a name tells: TOKEN_TTL and SECRET_NAME hold no secret. PASSWORD_1 is one. */
const secretName = new RegExp(
  `(?:(?:^|_)(?:${secretWords}|(?:${keyKinds})_?key)|password|passwd|secret|token)(?:_?\\d+)?$`,
)

/** Whether what is called so holds, by its name, what belongs into a secret. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[-.]/g, '_')
    .toLowerCase()
  // PWD and OLDPWD are the shell's working directories.
  return secretName.test(words) && !publicPrefix.test(words) && !/^(old)?pwd$/.test(words)
}
