import { tagConflict, type ImageRepository } from '@deploy-actions/registry'

/** Gives an image of a repository further tags. Throws `conflict` for one that is immutable and another image's. */
export async function giveTags(
  repository: ImageRepository,
  { digest, tags }: { readonly digest: string; readonly tags: readonly string[] },
): Promise<void> {
  for (const tag of tags) {
    const outcome = await repository.addTag({ digest, tag })
    if (outcome.kind === 'conflict') {
      throw tagConflict(repository.at, { tag, wanted: digest, existing: outcome.digest })
    }
  }
}
