import type { Service } from '@aws-sdk/client-apprunner'
import { ActionError } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import type { Deciding } from './deployment.ts'
import { describeOperation, isOver, listOperations } from './operation/operations.ts'
import { configurationOf, imageOf } from './settings/configuration.ts'
import { deviationFrom, hasExactly } from './settings/differences.ts'

/** How many settings a message names. */
const named = 5

/** Whether somebody else has given a service another configuration than the one that was deployed. */
export function isTheirs(service: Service, { observed }: Deciding): boolean {
  return !hasExactly(configurationOf(service), observed.wanted)
}

/** What of a deployed configuration a service has no longer, as the rest of a sentence; what others have put to it takes nothing away. */
function lossOf(service: Service, { observed }: Deciding): string | undefined {
  const image = imageOf(service)
  if (image !== observed.image.identifier) return `its image is ${image}`
  const { lost } = deviationFrom(observed.wanted, configurationOf(service))
  if (lost.length === 0) return undefined
  const more = lost.length > named ? ` and ${lost.length - named} more` : ''
  return `it has another ${lost.slice(0, named).join(', ')}${more}`
}

/** The error that somebody else has changed, paused or deleted a service since it was deployed; undefined where it is as it was left. */
export async function findOvertaking(
  aws: LookupContext,
  service: Service,
  deciding: Deciding,
): Promise<ActionError | undefined> {
  const { Status: status } = service
  if (status === 'PAUSED' || status === 'DELETED') return overtaken(deciding, `it is ${status}`)
  const loss = lossOf(service, deciding)
  if (loss !== undefined) return overtaken(deciding, loss)
  if (status !== 'OPERATION_IN_PROGRESS') return undefined
  const operations = await listOperations(aws, deciding.begun.arn)
  const ending = operations.find(
    (one) => !isOver(one) && (one.Type === 'PAUSE_SERVICE' || one.Type === 'DELETE_SERVICE'),
  )
  if (ending === undefined) return undefined
  return overtaken(deciding, `${describeOperation(ending)} is under way`)
}

function overtaken({ observed }: Deciding, how: string): ActionError {
  return new ActionError({
    code: 'superseded',
    message: `The operation succeeded, and the service is not as it was left: ${how}, and ${observed.image.identifier} was deployed.`,
    remedy:
      'Somebody else was at work after this step. Look at the operations of the service, and run the step again.',
  })
}
