import type { CapacityProviderStrategyItem, LaunchType } from '@aws-sdk/client-ecs'

/** Where one task is to run, as far as that is known before it has a place. */
export interface CapacityChoice {
  readonly launchType: LaunchType
  readonly capacityProviderName: string | undefined
}

/**
 * Chooses for the next task: by its launch type, else by the strategy, which first fills the base and then
 * keeps the proportion of the weights. `present` are the providers of the tasks that are there already.
 */
export function chooseCapacity(
  { launchType, strategy = [] }: CapacityDemand,
  defaultStrategy: readonly CapacityProviderStrategyItem[],
  present: readonly (string | undefined)[],
): CapacityChoice {
  if (launchType !== undefined) return { launchType, capacityProviderName: undefined }
  const items = strategy.length > 0 ? strategy : defaultStrategy
  if (items.length === 0) return { launchType: 'FARGATE', capacityProviderName: undefined }
  const countOf = ({ capacityProvider }: CapacityProviderStrategyItem) =>
    present.filter((name) => name === capacityProvider).length
  const short = items.find((item) => countOf(item) < (item.base ?? 0))
  const weighted = items.filter(({ weight = 0 }) => weight > 0)
  const shareOf = (item: CapacityProviderStrategyItem) =>
    (countOf(item) - (item.base ?? 0)) / (item.weight ?? 1)
  const [next = items[0]] = weighted.toSorted((a, b) => shareOf(a) - shareOf(b))
  const capacityProviderName = (short ?? next)?.capacityProvider
  return { launchType: launchTypeOf(capacityProviderName), capacityProviderName }
}

/** What a service or a request says about where its tasks run. */
export interface CapacityDemand {
  readonly launchType: LaunchType | undefined
  readonly strategy: readonly CapacityProviderStrategyItem[] | undefined
}

function launchTypeOf(capacityProvider: string | undefined): LaunchType {
  return capacityProvider === 'FARGATE' || capacityProvider === 'FARGATE_SPOT' ? 'FARGATE' : 'EC2'
}
