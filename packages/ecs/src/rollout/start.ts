import { UpdateServiceCommand, type Service } from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import { call } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import type { ServiceReference } from './service.ts'

/** What to change in a service. Only what is given is sent: UpdateService keeps the rest. */
export interface ServiceChange extends ServiceReference {
  readonly taskDefinition: string
  readonly forceNewDeployment?: boolean
}

/** A deployment that an UpdateService of ours made the PRIMARY of its service. */
export interface StartedDeployment {
  readonly id: string
  readonly taskDefinition: string
  readonly createdAt: Date
  readonly service: Service
}

/**
 * Updates the service and gives the deployment that this started. UpdateService has no client
 * token; sending it twice is harmless all the same, since the same definition again starts nothing.
 */
export async function startDeployment(
  { ecs, signal }: EcsContext,
  { cluster, service, taskDefinition, forceNewDeployment }: ServiceChange,
): Promise<StartedDeployment> {
  const command = new UpdateServiceCommand({
    cluster,
    service,
    taskDefinition,
    ...(forceNewDeployment ? { forceNewDeployment } : {}),
  })
  const { service: updated } = await call(ecs, command, { signal })
  const primary = updated?.deployments?.find((deployment) => deployment.status === 'PRIMARY')
  if (updated && primary?.id && primary.createdAt) {
    return { id: primary.id, taskDefinition, createdAt: primary.createdAt, service: updated }
  }
  throw new ActionError({
    code: 'service-error',
    message: `ECS updated the service ${service} and named no PRIMARY deployment in its answer.`,
    remedy: 'Check that the deployment controller of the service is ECS.',
  })
}
