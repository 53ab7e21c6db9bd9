import type { Contract, InputSpec } from '@deploy-actions/action-kit'
import { outputDescriptions } from './outputs.ts'

/** The table of an action's inputs, as Markdown. */
export function inputsTable({ inputs }: Contract): string {
  const rows = Object.entries(inputs).map(([name, spec]) => [
    `\`${name}\``,
    spec.type,
    fallback(spec),
    meaning(spec),
  ])
  return table(['Input', 'Type', 'Default', 'Meaning'], rows)
}

/** The table of an action's outputs, as Markdown. */
export function outputsTable(contract: Contract): string {
  const rows = outputDescriptions(contract).map(([name, text]) => [`\`${name}\``, text])
  return table(['Output', 'What it holds'], rows)
}

/** The table of all actions, as Markdown with links into their folders. */
export function actionsTable(contracts: readonly Contract[]): string {
  const rows = contracts.map(({ name, description }) => [
    `[\`${name}\`](actions/${name}/README.md)`,
    description,
  ])
  return table(['Action', 'What it does'], rows)
}

/** A Markdown table; bars and line breaks within cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function cell(text: string): string {
  return text
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')
}

function fallback({ required, default: value }: InputSpec<unknown>): string {
  if (required) return '**required**'
  return value === undefined ? '' : `\`${value}\``
}

function meaning({ description, allowed, type }: InputSpec<unknown>): string {
  if (allowed === undefined || type === 'bool') return description
  return `${description} One of ${allowed.map((value) => `\`${value}\``).join(', ')}.`
}
