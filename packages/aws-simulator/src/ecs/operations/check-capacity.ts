import type { CapacityProviderStrategyItem, LaunchType } from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'
import type { ClusterState } from '../model/clusters.ts'

type Offering = Pick<ClusterState, 'name' | 'capacityProviders'>

const mostProviders = 20

/** Refuses a strategy that the cluster cannot follow. */
export function checkStrategy(
  strategy: readonly CapacityProviderStrategyItem[] | undefined,
  cluster: Offering,
): void {
  if (strategy === undefined || strategy.length === 0) return
  if (strategy.length > mostProviders) {
    refuse('The capacity provider strategy cannot contain more than 20 capacity providers.')
  }
  const unknown = strategy.find(
    ({ capacityProvider = '' }) => !cluster.capacityProviders.includes(capacityProvider),
  )
  if (unknown !== undefined) {
    const { capacityProvider: name = '' } = unknown
    refuse(
      isFargate(name)
        ? `The capacity provider ${name} is not associated with the cluster ${cluster.name}.`
        : `The specified capacity provider '${name}' was not found. Specify a valid name or ARN and try again.`,
    )
  }
  const kinds = new Set(strategy.map(({ capacityProvider = '' }) => isFargate(capacityProvider)))
  if (kinds.size > 1) {
    refuse(
      'The specified capacity provider strategy cannot contain both Fargate and Auto Scaling group capacity providers.',
    )
  }
  if (strategy.filter(({ base = 0 }) => base > 0).length > 1) {
    refuse('Only one capacity provider in a strategy can have a base value greater than 0.')
  }
  if (strategy.length > 1 && strategy.every(({ weight = 0 }) => weight === 0)) {
    refuse(
      'The specified capacity provider strategy must contain at least one capacity provider with a weight greater than 0.',
    )
  }
}

/** A strategy and a launch type exclude each other. */
export function checkCapacity(
  {
    capacityProviderStrategy: strategy,
    launchType,
  }: {
    readonly capacityProviderStrategy?: CapacityProviderStrategyItem[] | undefined
    readonly launchType?: LaunchType | undefined
  },
  cluster: Offering,
): void {
  if (launchType !== undefined && (strategy ?? []).length > 0) {
    refuse(
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    )
  }
  checkStrategy(strategy, cluster)
}

function isFargate(capacityProvider: string): boolean {
  return capacityProvider === 'FARGATE' || capacityProvider === 'FARGATE_SPOT'
}

function refuse(message: string): never {
  throw new AwsError('InvalidParameterException', message)
}
