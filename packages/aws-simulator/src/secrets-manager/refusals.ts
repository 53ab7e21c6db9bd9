import { AwsError } from '../protocol/aws-error.ts'

/** The secret, or the version that was asked for, is not there. */
export function notFound(what = 'the specified secret'): AwsError {
  return new AwsError('ResourceNotFoundException', `Secrets Manager can't find ${what}.`)
}

/** No version has this staging label or id; the service ends this sentence without a full stop. */
export function noSuchValue(kind: 'staging label' | 'VersionId', name: string): AwsError {
  const message = `Secrets Manager can't find the specified secret value for ${kind}: ${name}`
  return new AwsError('ResourceNotFoundException', message)
}

/** A parameter is wrong by itself. */
export function invalidParameter(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}

/** A parameter is right, but not for the state that the secret is in. */
export function invalidRequest(message: string): AwsError {
  return new AwsError('InvalidRequestException', message)
}

/** A value is outside of what the API's model allows. */
export function violation(member: string, constraint: string): AwsError {
  const message = `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must ${constraint}`
  return new AwsError('ValidationException', message)
}
