/** Text for a place in Markdown where no markup, HTML, mention or table border may come from it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~$#]/g, '\\$&')
    .replaceAll('@', '&#64;')
    .replace(/\s*\n\s*/g, '<br>')
}

/** Text as inline code, whatever characters it has. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  // A bar would end a table's cell, also inside a code span.
  if (line.includes('|') || line.trim() === '') return `<code>${escapeMarkdown(line)}</code>`
  const fence = '`'.repeat(longestRun(line) + 1)
  const space = /^`|`$/.test(line) ? ' ' : ''
  return `${fence}${space}${line}${space}${fence}`
}

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}

/** A link whose text is escaped; the address must be one of ours. */
export function link(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${url.replace(/[()\s]/g, percentEncoded)})`
}

/** Round brackets would end a link's address; encodeURIComponent leaves them alone. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** Lines as they were printed, in a block that they cannot end. */
export function codeBlock(lines: readonly string[], language = 'text'): string {
  const body = lines.join('\n')
  const fence = '`'.repeat(Math.max(2, longestRun(body)) + 1)
  return `${fence}${language}\n${body}\n${fence}`
}

/** A table; the cells are Markdown already. Empty when there are no rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

/** The parts that are not empty, each a paragraph of its own. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part).join('\n\n')}\n`
}
