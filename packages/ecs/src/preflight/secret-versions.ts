import { versionOf } from '@deploy-actions/aws'
import type { UsedSecret } from './collect.ts'
import type { Facts } from './facts.ts'
import type { Placed } from './places.ts'

/** The version of a secret that tasks of a definition get when they start now. */
export interface SecretVersion {
  readonly arn: string
  readonly name: string
  /** Staging label in the reference; empty for AWSCURRENT. */
  readonly stage: string
  readonly versionId: string
  /** No version of the secret is younger. */
  readonly lastChangedAt: Date | undefined
}

/**
 * The versions of the secrets that tasks get by their staging labels, each once. A reference that names its version
 * gets the same for ever, and is left out.
 */
export function secretVersionsOf(
  used: readonly Placed<UsedSecret>[],
  { secrets }: Facts,
): readonly SecretVersion[] {
  const versions = used.flatMap(({ value: { reference, use } }): readonly SecretVersion[] => {
    if (reference.kind !== 'secret' || reference.versionId !== '' || use === 'mentioned') return []
    const secret = secrets.get(reference.id)
    if (secret?.kind !== 'found') return []
    const versionId = versionOf(secret, reference)
    if (versionId === undefined) return []
    const { arn, name, lastChangedAt } = secret
    return [{ arn, name, stage: reference.stage, versionId, lastChangedAt }]
  })
  return [
    ...new Map(versions.map((version) => [`${version.arn} ${version.stage}`, version])).values(),
  ]
}
