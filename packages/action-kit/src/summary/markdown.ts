/** Text for a place in Markdown where no markup, HTML, mention or table border may come from it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|<>~@$]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\s*\n\s*/g, '<br>')
}

/** Text as inline code, whatever characters it has. */
export function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`
}

/** A link whose text is escaped; the address must be one of ours. */
export function link(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${url.replace(/[()\s]/g, encodeURIComponent)})`
}

/** Lines as they were printed, in a block that they cannot end. */
export function codeBlock(lines: readonly string[], language = 'text'): string {
  const body = lines.join('\n')
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
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
