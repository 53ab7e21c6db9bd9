import { AwsError } from '../../protocol/aws-error.ts'

/** The error of IAM for something that is not there. */
export function noSuchEntity(message: string): AwsError {
  return new AwsError('NoSuchEntity', message, { status: 404 })
}
