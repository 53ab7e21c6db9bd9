import type { Service } from '@aws-sdk/client-apprunner'
import { ActionError } from '@deploy-actions/action-kit'
import type { Inputs } from './inputs.ts'

/** Refuses a service that nothing can be deployed to, whatever is asked for. Throws an `input` error. */
export function refuseService({ service: id, kmsKeyArn }: Inputs, service: Service): void {
  if (service.SourceConfiguration?.CodeRepository !== undefined) {
    throw new ActionError({
      code: 'input',
      message: `The service ${id} is deployed from source code; App Runner cannot switch it to an image.`,
      remedy: 'Create another service for the image (create: if-missing with a new name).',
    })
  }
  const key = service.EncryptionConfiguration?.KmsKey
  if (kmsKeyArn !== undefined && kmsKeyArn !== key) {
    throw new ActionError({
      code: 'input',
      message: `Input kms-key-arn: the service ${id} is encrypted with ${key ?? "App Runner's own key"}, which cannot be changed.`,
      remedy: 'Leave kms-key-arn out, or create another service.',
    })
  }
  if (service.Status === 'DELETE_FAILED') {
    throw new ActionError({
      code: 'input',
      message: `The service ${id} was being deleted, and that failed (DELETE_FAILED).`,
      remedy: 'Delete it again in the console, or deploy to another service.',
    })
  }
}

/** Refuses a service that is not there and is not to be created. Throws an `input` error; `instead` says what there is. */
export function refuseMissing({ service, mayCreate }: Inputs, instead: string): void {
  const isArn = service.startsWith('arn:')
  if (mayCreate && !isArn) return
  const remedy = isArn
    ? 'Correct service. One that is to be created is named, without an ARN, with create: if-missing.'
    : 'Correct service or aws-region, or set create: if-missing.'
  const message = `There is no App Runner service ${service}.${instead}`
  throw new ActionError({ code: 'input', message, remedy })
}
