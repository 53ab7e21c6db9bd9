import type { EcrSettings } from '../registry/model/repository.ts'

/** Whether a tag that is there may be moved to another image. */
export function isMutable(settings: EcrSettings, tag: string): boolean {
  const { imageTagMutability = 'MUTABLE', imageTagMutabilityExclusionFilters = [] } = settings
  const isExcluded = imageTagMutabilityExclusionFilters.some(({ filter = '' }) =>
    matchesWildcard(filter, tag),
  )
  if (imageTagMutability === 'MUTABLE_WITH_EXCLUSION') return !isExcluded
  if (imageTagMutability === 'IMMUTABLE_WITH_EXCLUSION') return isExcluded
  return imageTagMutability === 'MUTABLE'
}

function matchesWildcard(filter: string, tag: string): boolean {
  const pattern = filter.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pattern.join('.*')}$`).test(tag)
}
