import type { ActionError } from '../errors.ts'
import { escapeMarkdown, paragraphs } from './markdown.ts'

/** What a step that could not even begin, or broke off, says in the job's summary. */
export function errorSummary(title: string, error: ActionError): string {
  return paragraphs(
    `### ❌ ${escapeMarkdown(title)}: ${error.code}`,
    escapeMarkdown(error.message),
    `**What to do:** ${escapeMarkdown(error.remedy)}`,
  )
}
