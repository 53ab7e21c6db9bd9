import type { RunFacts } from '../host.ts'
import { limitComment } from '../summary/limit.ts'
import { link } from '../summary/markdown.ts'

/** GitHub refuses longer ones. */
const maximumCharacters = 65_536

/** How a comment of ours begins, which nobody sees: by it the next run finds what to bring up to date. */
export function marker(action: string, target: string): string {
  return `<!-- deploy-actions: ${action} ${encodeURIComponent(target.toWellFormed())} -->`
}

/** The text of a comment: the hidden marker, the Markdown as far as GitHub takes it, and the run that it is of. */
export function commentBody(beginning: string, markdown: string, run: RunFacts): string {
  const room = maximumCharacters - beginning.length - 500
  return [beginning, limitComment(markdown, room).trim(), '', origin(run)].join('\n').trim()
}

/** A comment outlives the run that wrote it: readers have to see which commit it speaks of. */
function origin({ url, id, sha }: RunFacts): string {
  return url === undefined ? '' : `_From ${link(`run ${id}`, url)}, commit ${sha.slice(0, 7)}._`
}
