import { AwsError } from '../protocol/aws-error.ts'

/** There is no parameter of this name. */
export function parameterNotFound(name: string | undefined): AwsError {
  return new AwsError('ParameterNotFound', `Parameter ${name} not found.`)
}

/** The parameter has no such version. */
export function versionNotFound(reference: string): AwsError {
  const message = `Systems Manager could not find the version of ${reference}. Verify the version and try again.`
  return new AwsError('ParameterVersionNotFound', message)
}

/** A value is outside of what the API's model allows. */
export function validation(member: string, constraint: string): AwsError {
  const message = `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must ${constraint}`
  return new AwsError('ValidationException', message)
}
