import { isDeepStrictEqual } from 'node:util'
import type { UpdateServiceRequest } from '@aws-sdk/client-ecs'
import { checkStrategy } from './check-capacity.ts'
import type { EcsModel } from '../model/ecs.ts'
import { primaryOf, type RevisionSettings, type ServiceState } from '../model/service.ts'
import {
  checkDeploymentConfiguration,
  checkLoadBalancers,
  checkNetwork,
  checkSupported,
} from './check-service.ts'
import { revisionSettings, serviceSettings } from './service-settings.ts'

/** Changes a service; begins a deployment only where the revision changes or it is forced. */
export function updateService(model: EcsModel, input: UpdateServiceRequest): ServiceState {
  const { clusters, taskDefinitions, scheduler, cloud } = model
  const cluster = clusters.require(input.cluster)
  const service = clusters.requireActiveService(cluster, input.service ?? '')
  const current = primaryOf(service).revision
  const definition =
    input.taskDefinition === undefined
      ? current.taskDefinition
      : taskDefinitions.require(input.taskDefinition)
  const settings = nextSettings(service, input)
  checkSupported(input)
  checkStrategy(input.capacityProviderStrategy, cluster)
  checkNetwork(definition, settings.networkConfiguration)
  checkLoadBalancers(definition, settings.loadBalancers, cloud.targetGroups)
  checkDeploymentConfiguration({
    ...service.deploymentConfiguration,
    ...input.deploymentConfiguration,
  })
  const isDeployment =
    input.forceNewDeployment === true ||
    definition !== current.taskDefinition ||
    !isDeepStrictEqual(deploying(settings), deploying(current.settings))
  // An INACTIVE definition can be scaled, but not deployed again.
  if (isDeployment) taskDefinitions.require(definition.arn)
  applyServiceSettings(service, input)
  if (isDeployment) {
    service.capacityProviderStrategy = undefined
    scheduler.rollouts.begin(service, definition, settings)
  } else {
    service.capacityProviderStrategy =
      input.capacityProviderStrategy ?? service.capacityProviderStrategy
    scheduler.reconcile(service)
  }
  return service
}

/** What the service's revision would be with this change; a strategy takes the place of a launch type. */
function nextSettings(service: ServiceState, input: UpdateServiceRequest): RevisionSettings {
  const { launchType, ...current } = primaryOf(service).revision.settings
  const strategy = input.capacityProviderStrategy ?? service.capacityProviderStrategy
  return {
    ...current,
    ...(launchType !== undefined && strategy === undefined && { launchType }),
    ...revisionSettings(input),
    ...(strategy !== undefined && { capacityProviderStrategy: strategy }),
  }
}

function applyServiceSettings(service: ServiceState, input: UpdateServiceRequest): void {
  if (input.desiredCount !== undefined && input.desiredCount !== service.desiredCount) {
    service.desiredCount = input.desiredCount
    service.isSteady = false
  }
  service.settings = { ...service.settings, ...serviceSettings(input) }
  service.deploymentConfiguration = {
    ...service.deploymentConfiguration,
    ...input.deploymentConfiguration,
  }
}

/** A change of where the tasks run alone starts no deployment. */
function deploying(settings: RevisionSettings): object {
  return { ...settings, capacityProviderStrategy: undefined, launchType: undefined }
}
