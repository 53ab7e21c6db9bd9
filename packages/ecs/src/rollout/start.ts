import { UpdateServiceCommand, type Service } from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import { call } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import type { ServiceReference } from './service.ts'
import type { SettingsChange } from './settings.ts'

/** What to change in a service. Only what is given is sent: UpdateService keeps the rest. */
export interface ServiceChange extends ServiceReference {
  readonly taskDefinition?: string
  readonly forceNewDeployment?: boolean
  readonly settings?: SettingsChange
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
  change: ServiceChange & { readonly taskDefinition: string },
): Promise<StartedDeployment> {
  const updated = await updateService({ ecs, signal }, change)
  const started = updated && findPrimary(updated)
  if (started) return started
  throw new ActionError({
    code: 'service-error',
    message: `ECS updated the service ${change.service} and named no PRIMARY deployment in its answer.`,
    remedy: 'Check that the deployment controller of the service is ECS.',
  })
}

/** Updates the service: sends what is given, and nothing else. */
export async function updateService(
  { ecs, signal }: EcsContext,
  { settings, forceNewDeployment, ...change }: ServiceChange,
): Promise<Service | undefined> {
  const command = new UpdateServiceCommand({
    ...change,
    ...settings,
    ...(forceNewDeployment ? { forceNewDeployment } : {}),
  })
  return (await call(ecs, command, { signal })).service
}

/** The deployment that a service is to have, as one that is under way can be followed. */
export function findPrimary(service: Service): StartedDeployment | undefined {
  const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY')
  const { id, createdAt, taskDefinition } = primary ?? {}
  return id && createdAt && taskDefinition ? { id, createdAt, taskDefinition } : undefined
}
