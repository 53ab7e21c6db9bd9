import type { Answer, Transport } from '../http/ask.ts'
import type { MissingImage } from '../lookup.ts'
import { findJsonObject } from '../manifest/json.ts'
import { missingRepository, missingVersion } from '../missing.ts'
import { NotCheckedError } from '../not-checked.ts'
import type { ImageReference } from '../reference/image-reference.ts'
import { faultsIn } from './registry-errors.ts'
import type { Session } from './session.ts'

/** Where to look for what is there instead. */
export interface MissingContext {
  readonly session: Session
  readonly transport: Transport
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
  const [code] = codesIn(answer)
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
  transport,
}: MissingContext): Promise<readonly string[] | undefined> {
  try {
    const answer = await session.ask(
      { path: 'tags/list?n=1000', accept: ['application/json'] },
      transport,
    )
    if (codesIn(answer).includes('NAME_UNKNOWN')) return undefined
    const tags = contentOf(answer)?.['tags']
    const names = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
    return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  } catch (error) {
    const { attempt } = transport
    attempt.log.debug(`Tags are not listed: ${attempt.explain(error).message}`)
    return []
  }
}

function codesIn(answer: Answer): readonly string[] {
  return faultsIn(answer).map(({ code }) => code)
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
