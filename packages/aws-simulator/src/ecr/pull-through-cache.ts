import {
  DescribePullThroughCacheRules$,
  type DescribePullThroughCacheRulesRequest,
  type DescribePullThroughCacheRulesResponse,
} from '@aws-sdk/client-ecr'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import type { EcrRegistry } from './ecr-registry.ts'
import { ecrPage } from './paging.ts'

/** Tells the rules of the pull-through cache; only this account has some. */
export function pullThroughCacheOperations(registry: EcrRegistry): readonly Operation[] {
  return [
    operation(
      DescribePullThroughCacheRules$,
      (input: DescribePullThroughCacheRulesRequest): DescribePullThroughCacheRulesResponse => {
        const { registryId = registry.ownId, ecrRepositoryPrefixes: prefixes } = input
        const own = registryId === registry.ownId ? registry.cloud.pullThroughCacheRules : []
        const found = own.filter(
          ({ ecrRepositoryPrefix }) => prefixes?.includes(ecrRepositoryPrefix) ?? true,
        )
        if (found.length < (prefixes?.length ?? 0)) throw noSuchRule(registryId)
        const { items, nextToken } = ecrPage(found, input)
        return { pullThroughCacheRules: items.map((rule) => ({ ...rule, registryId })), nextToken }
      },
    ),
  ]
}

function noSuchRule(registryId: string): AwsError {
  const message = `Pull through cache rule not found for a prefix in the registry with id '${registryId}'`
  return new AwsError('PullThroughCacheRuleNotFoundException', message)
}
