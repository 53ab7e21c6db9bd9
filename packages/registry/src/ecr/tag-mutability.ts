/** Whether tags of a repository may be moved, and which are excluded from that rule. */
export interface TagMutability {
  readonly mode: 'MUTABLE' | 'IMMUTABLE' | 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION'
  /** Names of tags in which `*` stands for any characters; they count in the modes with an exclusion. */
  readonly exclusionFilters: readonly string[]
}

/**
 * Whether a tag keeps its image for ever, once it has one.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
export function isImmutable({ mode, exclusionFilters }: TagMutability, tag: string): boolean {
  const isExcluded = exclusionFilters.some((filter) => matches(filter, tag))
  if (mode === 'IMMUTABLE_WITH_EXCLUSION') return !isExcluded
  if (mode === 'MUTABLE_WITH_EXCLUSION') return isExcluded
  return mode === 'IMMUTABLE'
}

function matches(filter: string, tag: string): boolean {
  const parts = filter.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(tag)
}
