import type { StoredImage } from '@deploy-actions/registry'

/** Labels by which this action knows its images again, and says where they come from. */
export const labelNames = {
  revision: 'org.opencontainers.image.revision',
  source: 'org.opencontainers.image.source',
  contentHash: 'deploy-actions.content-hash',
  /** What docker was told, where the content cannot be known. */
  optionsHash: 'deploy-actions.options-hash',
  /** The environment that an image was built for, where it is good for no other. */
  builtFor: 'deploy-actions.built-for',
} as const

/** The value of a label that all platforms of an image share; undefined where they do not. */
export function labelOf(
  { platforms }: Pick<StoredImage, 'platforms'>,
  name: string,
): string | undefined {
  const [first, ...others] = platforms.map(({ labels }) => labels[name] ?? '')
  return first !== '' && others.every((value) => value === first) ? first : undefined
}
