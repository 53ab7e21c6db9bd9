import { isImmutable, type RepositoryLookup } from '@deploy-actions/registry'

/** Whether the repository keeps a tag where it is, as far as is known. */
export function isFixed(
  { lookup }: { readonly lookup: RepositoryLookup | undefined },
  tag: string,
): boolean {
  return lookup?.kind === 'found' && isImmutable(lookup.tagMutability, tag)
}
