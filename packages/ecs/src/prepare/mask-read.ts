import { mayHideGuess, type Host } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import { secretTexts } from './secret-texts.ts'

/**
 * Masks the values of secrets that were read for their keys, all but plain settings: they may well turn up in the log of
 * a container. `publicNames` are those that the log has to name.
 */
export function maskRead(
  host: Pick<Host, 'mask'>,
  publicNames: readonly string[],
): NonNullable<LookupContext['onSecretRead']> {
  return (values) => {
    const texts = Object.entries(values).flatMap(([name, value]) => secretTexts(name, value))
    for (const text of new Set(texts)) {
      if (mayHideGuess(text, publicNames)) host.mask(text)
    }
  }
}
