/** GitHub takes 1 MiB a step and drops the whole summary beyond it; a little room is left. */
const maximumSummaryBytes = 1_000_000

/** The Markdown cut to what GitHub accepts, with a word about it where something was cut. */
export function limitSummary(markdown: string): string {
  const bytes = Buffer.from(markdown)
  if (bytes.byteLength <= maximumSummaryBytes) return markdown
  const kept = bytes
    .subarray(0, maximumSummaryBytes)
    .toString('utf8')
    .replace(/\uFFFD$/, '')
  return ended(kept, 'The summary is longer than GitHub shows; the log has the rest.')
}

/** The Markdown cut to so many characters, with a word about it where something was cut. */
export function limitComment(markdown: string, maximumCharacters: number): string {
  if (markdown.length <= maximumCharacters) return markdown
  const note =
    'This is longer than GitHub takes for a comment; the summary of the job has the rest.'
  const room = maximumCharacters - ended('', note).length - longestFence
  const kept = markdown.slice(0, room)
  return ended(kept.slice(0, kept.lastIndexOf('\n') + 1 || room), note)
}

/** Room for the end of a block of code, with its line end. */
const longestFence = 32

/** What was kept of a text, with the block of code ended that it may end in. */
function ended(kept: string, note: string): string {
  const fence = openFence(kept)
  return `${kept}${fence === '' ? '' : `\n${fence}`}\n\n_${note}_\n`
}

/** The fence of the block of code that is still open at the end of the text; empty where none is. */
function openFence(markdown: string): string {
  let open = ''
  for (const line of markdown.split('\n')) {
    const [fence = ''] = /^`{3,}/.exec(line) ?? []
    if (open === '') open = fence
    else if (fence.length >= open.length && line.trim() === fence) open = ''
  }
  return open
}
