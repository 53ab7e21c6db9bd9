import { AwsError } from '../../protocol/aws-error.ts'

/** Refuses values that ECS does not have: no list is filtered by them, so it would be empty in silence. */
export function checkValues(
  name: string,
  values: readonly (string | undefined)[],
  allowed: Readonly<Record<string, string>>,
): void {
  const known = Object.values(allowed)
  if (values.every((value) => value === undefined || known.includes(value))) return
  throw new AwsError('InvalidParameterException', `${name} should be one of ${known.join(', ')}.`)
}
