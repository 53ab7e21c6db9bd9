/** GitHub takes 1 MiB a step and drops the whole summary beyond it; a little room is left. */
const maximumBytes = 1_000_000

/** The Markdown cut to what GitHub accepts, with a word about it where something was cut. */
export function limitSummary(markdown: string): string {
  const bytes = Buffer.from(markdown)
  if (bytes.byteLength <= maximumBytes) return markdown
  const kept = bytes
    .subarray(0, maximumBytes)
    .toString('utf8')
    .replace(/\uFFFD$/, '')
  return `${kept}\n\n_The summary is longer than GitHub shows; the log has the rest._\n`
}
