import type { Attempt } from '../attempt.ts'
import type { Answer } from '../http/get.ts'
import type { MissingImage } from '../lookup.ts'
import { findJsonObject, findText, objectsIn } from '../manifest/json.ts'
import { missingRepository, missingVersion } from '../missing.ts'
import { NotCheckedError } from '../not-checked.ts'
import type { ImageReference } from '../reference/image-reference.ts'
import type { Session } from './session.ts'

/** Where to look for what is there instead. */
export interface MissingContext {
  readonly session: Session
  readonly attempt: Attempt
}

/**
 * What is missing where a manifest is not found. Throws a NotCheckedError where the answer is none of
 * a registry's. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
export async function missingImage(
  reference: ImageReference,
  answer: Answer,
  context: MissingContext,
): Promise<MissingImage> {
  const [code] = errorCodes(answer)
  if (code === undefined) throw noRegistry(reference)
  if (code === 'NAME_UNKNOWN') return missingRepository(reference)
  const tags = await listTags(context)
  return tags === undefined ? missingRepository(reference) : missingVersion(reference, tags)
}

/**
 * The first page of tags, such as 1.10 before 1.9, since registries do not tell their age; none where
 * they cannot be listed, undefined where the repository turns out to be missing itself.
 */
async function listTags({
  session,
  attempt,
}: MissingContext): Promise<readonly string[] | undefined> {
  try {
    const answer = await session.get('tags/list?n=1000', ['application/json'])
    if (errorCodes(answer).includes('NAME_UNKNOWN')) return undefined
    const tags = contentOf(answer)?.['tags']
    const names = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
    return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  } catch (error) {
    attempt.log.debug(`Tags are not listed: ${attempt.explain(error).message}`)
    return []
  }
}

function errorCodes(answer: Answer): readonly string[] {
  return objectsIn(contentOf(answer)?.['errors']).flatMap(({ code }) => findText(code) ?? [])
}

function contentOf({ body }: Answer) {
  return findJsonObject(Buffer.from(body).toString())
}

function noRegistry({ host }: ImageReference): NotCheckedError {
  return new NotCheckedError({
    reason: 'unsupported',
    message: `${host} does not answer as a container registry does.`,
    remedy: 'Correct the host in the name of the image.',
  })
}
