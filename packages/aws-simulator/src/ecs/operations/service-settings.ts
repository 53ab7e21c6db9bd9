import type { CreateServiceRequest, UpdateServiceRequest } from '@aws-sdk/client-ecs'
import type { RevisionSettings, ServiceSettings } from '../model/service.ts'

type Input = CreateServiceRequest | UpdateServiceRequest

const revisionKeys = [
  'capacityProviderStrategy',
  'launchType',
  'loadBalancers',
  'networkConfiguration',
  'platformVersion',
  'serviceConnectConfiguration',
  'serviceRegistries',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const satisfies readonly (keyof RevisionSettings)[]

const serviceKeys = [
  'availabilityZoneRebalancing',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'healthCheckGracePeriodSeconds',
  'placementConstraints',
  'placementStrategy',
  'propagateTags',
  'role',
] as const satisfies readonly (keyof ServiceSettings)[]

/** What of a request belongs to the service revision. */
export function revisionSettings(input: Input): RevisionSettings {
  return pick(input, revisionKeys)
}

/** What of a request the service keeps outside its revisions. */
export function serviceSettings(input: Input): ServiceSettings {
  return pick(input, serviceKeys)
}

function pick<Key extends string>(
  input: Input,
  keys: readonly Key[],
): Pick<CreateServiceRequest, Key & keyof CreateServiceRequest> {
  const given: Record<string, unknown> = { ...input }
  const picked = keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]])
  // The keys are members of the request, and their values are its own.
  return Object.fromEntries(picked) as Pick<CreateServiceRequest, Key & keyof CreateServiceRequest>
}
