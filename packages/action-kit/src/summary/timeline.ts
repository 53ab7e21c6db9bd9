import { codeBlock } from './markdown.ts'

/** One bar, or a point in time where `end` equals `start`. Times are milliseconds since the epoch. */
export interface TimelineEntry {
  readonly section: string
  readonly label: string
  readonly start: number
  readonly end: number
  readonly mark?: 'done' | 'active' | 'crit'
}

/** A Mermaid Gantt chart of what happened when; empty without entries. */
export function timeline(title: string, entries: readonly TimelineEntry[]): string {
  if (entries.length === 0) return ''
  const sections = new Set(entries.map((entry) => entry.section))
  const lines = [...sections].flatMap((section) => [
    `  section ${plain(section)}`,
    ...entries.filter((entry) => entry.section === section).map(bar),
  ])
  const head = ['gantt', `  title ${plain(title)}`, '  dateFormat x', '  axisFormat %H:%M:%S']
  return codeBlock([...head, ...lines], 'mermaid')
}

function bar({ label, start, end, mark }: TimelineEntry): string {
  const kind = start === end ? 'milestone' : undefined
  const tags = [mark, kind].filter((tag) => tag !== undefined)
  return `  ${plain(label)} :${[...tags, Math.round(start), Math.round(end)].join(', ')}`
}

/** Mermaid reads `:`, `;`, `#` and line ends as syntax. */
function plain(text: string): string {
  return text.replace(/[:;#%,\s]+/g, ' ').trim()
}
