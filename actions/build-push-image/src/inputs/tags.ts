import type { ContextOf, Problem } from '@deploy-actions/action-kit'
import { parseImageReference } from '@deploy-actions/registry'
import type { contract } from '../contract.ts'
import { cacheTag, stagingTag } from '../tags/own-tags.ts'

type Parsed = ReturnType<ContextOf<typeof contract>['parseInputs']>

/** The tags that are asked for. A copied image keeps its own: the commit of this run is not what it was made from. */
export function tagsOf(parsed: Pick<Parsed, 'tags' | 'promoteFrom' | 'target' | 'cache'>): {
  readonly templates: readonly string[]
  readonly problems: readonly Problem[]
} {
  const { tags, promoteFrom } = parsed
  if (tags !== undefined) return { templates: tags, problems: reservedProblems(tags, parsed) }
  if (promoteFrom === undefined) return { templates: ['{short-sha}'], problems: [] }
  const { tag, digest } = parseImageReference(promoteFrom)
  if (tag !== undefined || digest === undefined)
    return { templates: [tag ?? 'latest'], problems: [] }
  const message = 'is required, since promote-from names a digest without a tag'
  return { templates: [], problems: [{ path: 'tags', message }] }
}

/** What this action writes under tags of its own would take the place of the image. */
function reservedProblems(
  tags: readonly string[],
  { promoteFrom, target, cache }: Pick<Parsed, 'promoteFrom' | 'target' | 'cache'>,
): readonly Problem[] {
  if (promoteFrom !== undefined) return []
  const hasCacheTag = cache !== 'off' && cache !== 'gha'
  const reserved = [stagingTag, ...(hasCacheTag ? [cacheTag({ target })] : [])]
  return tags
    .filter((tag) => reserved.includes(tag))
    .map((tag) => ({
      path: 'tags',
      message: `has ${tag}, under which this action keeps something of its own; choose another one`,
    }))
}
