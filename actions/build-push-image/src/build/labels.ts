import type { RunFacts } from '@deploy-actions/action-kit'
import { labelNames } from '../image-labels.ts'
import type { Observed } from '../observe.ts'

/**
 * The labels that say where an image comes from, and what it was made from. That of the content is set in any case: an image takes
 * over the labels of its base, which was made from something else.
 */
export function labelsFor(
  run: Pick<RunFacts, 'sha' | 'repository' | 'url'>,
  { content, optionsHash }: Pick<Observed, 'content' | 'optionsHash'>,
): ReadonlyMap<string, string> {
  const source = run.url?.replace(/\/actions\/runs\/.*$/, '')
  return new Map([
    ...(run.sha === '' ? [] : [[labelNames.revision, run.sha] as const]),
    ...(source === undefined ? [] : [[labelNames.source, source] as const]),
    [labelNames.contentHash, content?.kind === 'known' ? content.hash : ''],
    [labelNames.optionsHash, optionsHash],
  ])
}
