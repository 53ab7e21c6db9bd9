import type { Host } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import { secretLikeVariables } from '../task-definition/index.ts'

/**
 * Masks what looks secret in the values of secrets that were read for their keys: it may well turn up in the log of a
 * container. `publicNames` are those that the log has to name.
 */
export function maskRead(
  host: Pick<Host, 'mask'>,
  publicNames: readonly string[],
): NonNullable<LookupContext['onSecretRead']> {
  return (values) => {
    const environment = Object.entries(values).map(([name, value]) => ({ name, value }))
    const alike = { family: '', containerDefinitions: [{ environment }] }
    for (const { secrets } of secretLikeVariables(alike, publicNames)) {
      for (const secret of secrets) host.mask(secret)
    }
  }
}
