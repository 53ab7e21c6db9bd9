import type { FoundSecret } from './look-up-secret.ts'
import type { SecretsManagerReference } from './reference.ts'

/**
 * The id of the version that a reference means: that which it names, or the one with its staging label (AWSCURRENT
 * where it has none). Undefined where there is none.
 */
export function versionOf(
  secret: FoundSecret,
  { stage, versionId }: Pick<SecretsManagerReference, 'stage' | 'versionId'>,
): string | undefined {
  if (versionId !== '') {
    const stages = secret.versions.get(versionId)
    return stages !== undefined && (stage === '' || stages.includes(stage)) ? versionId : undefined
  }
  const label = stage === '' ? 'AWSCURRENT' : stage
  return [...secret.versions].find(([, stages]) => stages.includes(label))?.[0]
}
