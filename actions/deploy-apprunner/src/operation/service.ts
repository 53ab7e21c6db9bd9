import type { Service } from '@aws-sdk/client-apprunner'
import { ActionError, whatThereIs } from '@deploy-actions/action-kit'
import { call, findArn, isAwsError, type LookupContext } from '@deploy-actions/aws'

/** A service that is there, or the names of those that are. */
export type FoundService =
  | { readonly kind: 'found'; readonly arn: string; readonly service: Service }
  | { readonly kind: 'missing'; readonly instead: string }

/** Finds a service by its name or ARN; a deleted one is not there. Throws an ActionError where the role may not look. */
export async function findService(context: LookupContext, id: string): Promise<FoundService> {
  if (findArn(id) !== undefined) return describe(context, id)
  const { names, arn } = await listServices(context, id)
  if (arn === undefined) return { kind: 'missing', instead: whatThereIs(id, names) }
  return describe(context, arn)
}

async function describe(context: LookupContext, arn: string): Promise<FoundService> {
  try {
    const service = await describeService(context, arn)
    return service.Status === 'DELETED'
      ? { kind: 'missing', instead: '' }
      : { kind: 'found', arn, service }
  } catch (error) {
    if (!isAwsError(error, 'ResourceNotFoundException')) throw error
    return { kind: 'missing', instead: '' }
  }
}

/** Asks about a service. Throws an ActionError where it is not there. */
export async function describeService(
  { clients, signal }: LookupContext,
  arn: string,
): Promise<Service> {
  const { DescribeServiceCommand } = await import('@aws-sdk/client-apprunner')
  const command = new DescribeServiceCommand({ ServiceArn: arn })
  const { Service: service } = await call(await clients.appRunner(), command, {
    signal,
    resource: arn,
  })
  if (service !== undefined) return service
  throw new ActionError({
    code: 'service-error',
    message: `App Runner says nothing of the service ${arn}.`,
    remedy: 'Run the step again.',
  })
}

async function listServices(
  { clients, signal }: LookupContext,
  name: string,
): Promise<{ readonly names: readonly string[]; readonly arn: string | undefined }> {
  const { ListServicesCommand } = await import('@aws-sdk/client-apprunner')
  const client = await clients.appRunner()
  const names: string[] = []
  let token: string | undefined
  do {
    const command = new ListServicesCommand({ MaxResults: 20, NextToken: token })
    const { ServiceSummaryList = [], NextToken } = await call(client, command, { signal })
    const there = ServiceSummaryList.filter(({ Status }) => Status !== 'DELETED')
    const found = there.find(({ ServiceName }) => ServiceName === name)
    if (found !== undefined) return { names, arn: found.ServiceArn }
    names.push(...there.map(({ ServiceName = '' }) => ServiceName))
    token = NextToken
  } while (token !== undefined)
  return { names, arn: undefined }
}
