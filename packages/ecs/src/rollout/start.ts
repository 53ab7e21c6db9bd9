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

/** A deployment that is, or was, the PRIMARY of its service. */
export interface StartedDeployment {
  readonly id: string
  readonly taskDefinition: string
  readonly createdAt: Date
}

/**
 * Updates the service and gives the deployment that this started. UpdateService has no client
 * token: where the answer is lost and the SDK sends it again, the same definition starts nothing
 * more, and a forced deployment begins anew; the last answer names the one that counts.
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
  const started = updated && findPrimary(updated)
  if (started) return started
  throw new ActionError({
    code: 'service-error',
    message: `ECS updated the service ${service} and named no PRIMARY deployment in its answer.`,
    remedy: 'Check that the deployment controller of the service is ECS.',
  })
}

/** The deployment that a service is to have, as one that is under way can be followed. */
export function findPrimary(service: Service): StartedDeployment | undefined {
  const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY')
  const { id, createdAt, taskDefinition } = primary ?? {}
  return id && createdAt && taskDefinition ? { id, createdAt, taskDefinition } : undefined
}
