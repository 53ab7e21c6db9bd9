import { findArn } from '../arn.ts'

/** Under which names a parameter may be found that is referred to so, and under which it is only nearly right. */
export interface ParameterSpellings {
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

/** An ARN does not show whether the name begins with a slash; in a plain name it has to be there where it is meant. */
export function spellingsOf(id: string): ParameterSpellings {
  const name = parameterName(id)
  if (findArn(id) === undefined) {
    return { right: [name], wrong: name.startsWith('/') ? [] : [`/${name}`] }
  }
  const bare = name.replace(/^\//, '')
  return { right: bare.includes('/') ? [`/${bare}`] : [bare, `/${bare}`], wrong: [] }
}

/** The name of a parameter, with a slash where an ARN has swallowed it. */
export function parameterName(id: string): string {
  return findArn(id)?.resource.replace(/^parameter/, '') ?? id
}

/**
 * Whether AWS publishes the parameter itself: such are in no list.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
 */
export function isPublishedByAws(id: string): boolean {
  return parameterName(id).startsWith('/aws/')
}

/**
 * The secret that a parameter stands for: `/aws/reference/secretsmanager/NAME`; undefined for all others.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
 */
export function secretBehind(id: string): string | undefined {
  return /^\/aws\/reference\/secretsmanager\/(.+)$/.exec(parameterName(id))?.[1]
}
