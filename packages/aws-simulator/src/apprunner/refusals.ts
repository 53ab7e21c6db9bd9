import { AwsError } from '../protocol/aws-error.ts'

/** What App Runner refuses with; its own errors have their text in `Message`. */
function refusal(name: string, message: string): AwsError {
  return new AwsError(name, message, { members: { Message: message } })
}

/** A parameter is wrong, by itself or beside others. */
export function invalidRequest(message: string): AwsError {
  return refusal('InvalidRequestException', message)
}

/**
 * The state of a service does not allow the operation. For `updated` these are the words of the service
 * (https://github.com/hashicorp/waypoint, builtin/aws/apprunner); the others are formed like them.
 */
export function invalidState(participle: string, status: string): AwsError {
  const message = `Service cannot be ${participle} in the current state: ${status}.`
  return refusal('InvalidStateException', message)
}

/** Nothing in the account has this ARN. The words are ours. */
export function notFound(arn: string): AwsError {
  return refusal('ResourceNotFoundException', `There is no resource with the ARN ${arn}.`)
}

/** The account has as many as it may have. The words are ours. */
export function quotaExceeded(what: string, quota: number): AwsError {
  const message = `You have reached your account quota of ${quota} ${what}.`
  return refusal('ServiceQuotaExceededException', message)
}
