import { findArn } from '@deploy-actions/aws'
import { containersOf, type Definition } from './definition.ts'

/** A plain variable that, by its name or its form, holds what belongs into a secret. */
export interface SecretLikeVariable {
  readonly container: string
  readonly name: string
  /** The part that must not be shown. */
  readonly secret: string
}

/** Only the end of a name tells: TOKEN_TTL and SECRET_NAME hold no secret. */
const secretName = /(password|passwd|secret|token|api_?key|private_?key|access_?key|credentials?)$/i

/**
 * Variables in plain text whose values should be in `secrets`, so that they can be masked and
 * warned about. References by ARN are none.
 */
export function secretLikeVariables(definition: Definition): readonly SecretLikeVariable[] {
  return containersOf(definition).flatMap(({ name: container = '', environment = [] }) =>
    environment.flatMap(({ name = '', value = '' }) => {
      const secret = secretPart(name, value)
      return secret === undefined ? [] : [{ container, name, secret }]
    }),
  )
}

function secretPart(name: string, value: string): string | undefined {
  if (value === '' || findArn(value)) return undefined
  if (secretName.test(name)) return value
  return URL.canParse(value) ? new URL(value).password || undefined : undefined
}
