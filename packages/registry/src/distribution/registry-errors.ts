import type { Answer } from '../http/ask.ts'
import { findJsonObject, findText, objectsIn } from '../manifest/json.ts'

/** An error as a registry answers it. */
export interface RegistryFault {
  /** Of the specification, such as `NAME_UNKNOWN`. */
  readonly code: string
  /** In the registry's own words; empty where it says nothing. */
  readonly message: string
}

/**
 * The errors in an answer; none where it is no registry's.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
export function faultsIn({ body }: Pick<Answer, 'body'>): readonly RegistryFault[] {
  const content = findJsonObject(Buffer.from(body).toString())
  return objectsIn(content?.['errors']).flatMap(({ code, message }) => {
    const known = findText(code)
    return known === undefined ? [] : [{ code: known, message: findText(message) ?? '' }]
  })
}

const longestWords = 300

/** What a registry says in an answer that is no success, for a message: status, code and words. */
export function wordsIn({ status, body }: Pick<Answer, 'status' | 'body'>): string {
  const [fault] = faultsIn({ body })
  const words = [fault?.code, fault?.message].filter(Boolean).join(': ').slice(0, longestWords)
  return words === '' ? `status ${status}` : `status ${status}, ${words}`
}
