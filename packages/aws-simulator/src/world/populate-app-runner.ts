import type { CreateServiceRequest } from '@aws-sdk/client-apprunner'
import { createService } from '../apprunner/operations/service-operations.ts'
import type { Account } from './account.ts'
import type { WorldAppRunnerService } from './world-app-runner.ts'

/** Every service has been created, or has failed to be, by then: the slowest health check takes seven minutes. */
const createdMs = 30 * 60_000

/** Creates a service of the world as CreateService does, and pauses it later if it is to be paused. */
export function populateAppRunner(account: Account, given: WorldAppRunnerService): void {
  const { serviceId: id, subdomain, status, ...input } = given
  const checked = account.check({ operation: 'apprunner:CreateService', input })
  // `check` has decoded it by the schema of this very operation.
  const request = checked as CreateServiceRequest
  const { Service: created } = createService(account.appRunner, request, { id, subdomain })
  if (status !== 'PAUSED') return
  account.cloud.timeline.after(createdMs, () => {
    const ServiceArn = created?.ServiceArn
    account.attempt({ operation: 'apprunner:PauseService', input: { ServiceArn } })
  })
}
