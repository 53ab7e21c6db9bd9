import type {
  CapacityProviderStrategyItem,
  DeploymentConfiguration,
  PropagateTags,
  Service,
  UpdateServiceRequest,
} from '@aws-sdk/client-ecs'

/** What of a service is to be set besides its task definition; what is not given stays as it is. */
export interface ServiceSettings {
  readonly desiredCount?: number | undefined
  readonly enableExecuteCommand?: boolean | undefined
  readonly propagateTags?: PropagateTags | undefined
  readonly capacityProviderStrategy?: readonly CapacityProviderStrategyItem[] | undefined
  readonly platformVersion?: string | undefined
  readonly healthCheckGracePeriodSeconds?: number | undefined
  readonly deployment?: DeploymentSettings | undefined
}

/** How deployments of a service are carried out. */
export interface DeploymentSettings {
  readonly strategy?: 'ROLLING' | undefined
  readonly minimumHealthyPercent?: number | undefined
  readonly maximumPercent?: number | undefined
  readonly deploymentCircuitBreaker?:
    | { readonly enable: boolean; readonly rollback: boolean }
    | undefined
  readonly alarms?:
    | { readonly alarmNames: string[]; readonly enable: boolean; readonly rollback: boolean }
    | undefined
}

/** The part of UpdateService that sets what differs: what is set already is not sent again. */
export type SettingsChange = Pick<
  UpdateServiceRequest,
  | 'desiredCount'
  | 'enableExecuteCommand'
  | 'propagateTags'
  | 'capacityProviderStrategy'
  | 'platformVersion'
  | 'healthCheckGracePeriodSeconds'
  | 'deploymentConfiguration'
>

/**
 * What has to be sent so that a service has these settings; empty when it has them. The deployment configuration is sent
 * whole, with what the service has of it and no setting names.
 */
export function settingsChange(settings: ServiceSettings, service: Service): SettingsChange {
  const { deployment, capacityProviderStrategy: strategy, ...plain } = settings
  const wanted: SettingsChange = {
    ...plain,
    ...(strategy && { capacityProviderStrategy: strategy.map((item) => ({ ...item })) }),
    ...(deployment && { deploymentConfiguration: configurationWith(deployment, service) }),
  }
  const differing = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && !isSet(name, value, service),
  )
  return Object.fromEntries(differing)
}

/** A change of these replaces tasks, so it takes a new deployment. */
export function startsDeployment(change: SettingsChange): boolean {
  return change.platformVersion !== undefined || change.capacityProviderStrategy !== undefined
}

function configurationWith(
  deployment: DeploymentSettings,
  { deploymentConfiguration }: Service,
): DeploymentConfiguration {
  const given = Object.entries(deployment).filter(([, value]) => value !== undefined)
  const breaker = deployment.deploymentCircuitBreaker && {
    // A threshold that somebody has configured stays.
    deploymentCircuitBreaker: {
      ...deploymentConfiguration?.deploymentCircuitBreaker,
      ...deployment.deploymentCircuitBreaker,
    },
  }
  return { ...deploymentConfiguration, ...Object.fromEntries(given), ...breaker }
}

function isSet(name: string, value: unknown, service: Service): boolean {
  const current: unknown = new Map<string, unknown>(Object.entries(service)).get(name)
  // ECS tells the version that LATEST stands for.
  if (name === 'platformVersion' && value === 'LATEST') return current !== undefined
  return canonical(current) === canonical(value)
}

/** Equal for values that mean the same, whatever the order of their members. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const members = Object.entries(value).map(([key, item]) => `${key}:${canonical(item)}`)
  return `{${members.toSorted().join(',')}}`
}
