import { code, escapeMarkdown, table } from '@deploy-actions/action-kit'
import type { Finding } from './finding.ts'

/** Findings as a table for a summary, under a title; empty where there are none. */
export function findingsTable(title: string, findings: readonly Finding[]): string {
  const rows = findings.map(({ place, problem, instead, remedy }) => [
    [place.container, place.variable]
      .filter((part) => part)
      .map((part) => code(part ?? ''))
      .join(' ') || '–',
    code(place.field),
    escapeMarkdown(problem),
    escapeMarkdown(instead),
    escapeMarkdown(remedy),
  ])
  if (rows.length === 0) return ''
  const header = ['Container', 'Field', 'Finding', 'What exists', 'What to do']
  return `#### ${title}\n\n${table(header, rows)}`
}
