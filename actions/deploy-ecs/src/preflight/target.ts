import type { Service } from '@aws-sdk/client-ecs'
import type { Definition, Finding, ServiceSettings } from '@deploy-actions/ecs'

/** The service as it is to be deployed to. */
export interface DeploymentTarget {
  readonly service: Service
  readonly settings: ServiceSettings
  readonly wanted: Definition
}

/** What is told of a service: the place is a field of it. */
export function serviceFinding(
  { service }: DeploymentTarget,
  field: string,
  verdict: Pick<Finding, 'severity' | 'problem' | 'remedy'> &
    Partial<Pick<Finding, 'kind' | 'instead'>>,
): Finding {
  const place = { definition: service.serviceName ?? 'the service', field }
  return { kind: 'service', place, instead: '', ...verdict }
}

/** How many tasks are to run in the end. */
export function desiredCountOf({ service, settings }: DeploymentTarget): number {
  return settings.desiredCount ?? service.desiredCount ?? 1
}
