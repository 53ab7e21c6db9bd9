import type { AwsVpcConfiguration, RunTaskRequest, Service } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import type { CapacityProviderShare, Definition } from '@deploy-actions/ecs'
import type { Placement } from './inputs.ts'

/** The network of the task: explicit values win over those of the service, one by one; undefined where there is none. */
export function networkOf(
  { subnets, securityGroups, assignPublicIp }: Placement,
  service: Service | undefined,
): AwsVpcConfiguration | undefined {
  const ofService = service?.networkConfiguration?.awsvpcConfiguration
  const where = subnets ?? ofService?.subnets
  if (where === undefined) return undefined
  const groups = securityGroups ?? ofService?.securityGroups
  const address = assignPublicIp ?? ofService?.assignPublicIp
  return {
    subnets: [...where],
    ...(groups && { securityGroups: [...groups] }),
    ...(address && { assignPublicIp: address }),
  }
}

/** A task has a network of its own with awsvpc, and only with it. */
export function networkProblems(
  placement: Placement,
  { networkMode }: Definition,
  network: AwsVpcConfiguration | undefined,
): readonly Problem[] {
  if (networkMode === 'awsvpc') return network === undefined ? [noNetwork] : []
  const { subnets, securityGroups, assignPublicIp } = placement
  const given = { subnets, 'security-groups': securityGroups, 'assign-public-ip': assignPublicIp }
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([path]) => ({
      path,
      message: `cannot go with the definition, whose networkMode is ${networkMode ?? 'bridge'}; only awsvpc takes it`,
    }))
}

const noNetwork: Problem = {
  path: 'subnets',
  message:
    'is needed, since the definition has networkMode awsvpc; give service, to take its network, or subnets and security-groups',
}

/** Where the task runs: what is given explicitly, else where the service runs. */
export function placeOf(
  { launchType, capacityProviderStrategy, platformVersion: version }: Placement,
  service: Service | undefined,
  { requiresCompatibilities = [] }: Definition,
): Pick<RunTaskRequest, 'launchType' | 'capacityProviderStrategy' | 'platformVersion'> {
  const explicit = version === undefined ? {} : { platformVersion: version }
  const platformVersion = version ?? service?.platformVersion
  const inherited = platformVersion === undefined ? {} : { platformVersion }
  if (launchType !== undefined) {
    return { launchType, ...(launchType === 'FARGATE' ? inherited : explicit) }
  }
  if (capacityProviderStrategy !== undefined) {
    const ofProviders = capacityProviderStrategy.every(isOfFargate) ? inherited : explicit
    return { capacityProviderStrategy: copied(capacityProviderStrategy), ...ofProviders }
  }
  const ofService = placeOfService(service)
  if (ofService !== undefined) return { ...ofService, ...inherited }
  // Without a word about it ECS would look for an instance.
  const isFargate = requiresCompatibilities.includes('FARGATE')
  return isFargate ? { launchType: 'FARGATE', ...inherited } : explicit
}

function placeOfService(
  service: Service | undefined,
): Pick<RunTaskRequest, 'launchType' | 'capacityProviderStrategy'> | undefined {
  const { capacityProviderStrategy: shares = [], launchType } = service ?? {}
  if (shares.length > 0) return { capacityProviderStrategy: copied(shares) }
  return launchType && { launchType }
}

/** Instances know no platform versions. */
function isOfFargate({ capacityProvider }: CapacityProviderShare): boolean {
  return capacityProvider === 'FARGATE' || capacityProvider === 'FARGATE_SPOT'
}

function copied<Share extends object>(shares: readonly Share[]): Share[] {
  return shares.map((share) => ({ ...share }))
}
