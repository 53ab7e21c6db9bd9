import { figuresOf, missesOf, ratioOf } from './measurement.ts'
import type { Group, Measurement, Target } from './measurement.ts'

const columns = ['', 'N', 'ours', 'worst', 'peer', 'worst', 'ratio', 'target', '']

const units: Readonly<Record<Measurement['unit'], (value: number) => string>> = {
  ms: (value) => `${value.toFixed(0)} ms`,
  s: (value) => `${value.toFixed(1)} s`,
  'per minute': (value) => value.toFixed(1),
}

/** The measurements as one table of text: medians and worst, the title of each group above its rows. */
export function renderTable(groups: readonly Group[]): string {
  const rows = groups.map(({ measurements }) => measurements.map(cellsOf))
  const widths = columns.map((column, index) =>
    Math.max(...[columns, ...rows.flat()].map((cells) => (cells[index] ?? column).length)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => aligned(cell, index, widths))
      .join('  ')
      .trimEnd()
  const sections = groups.map(({ title }, index) =>
    [title, ...(rows[index] ?? []).map(line)].join('\n'),
  )
  return [line(columns), ...sections].join('\n\n')
}

/** Words to the left, figures to the right. */
function aligned(cell: string, index: number, widths: readonly number[]): string {
  const width = widths[index] ?? 0
  return index >= 1 && index <= 6 ? cell.padStart(width) : cell.padEnd(width)
}

function cellsOf(measurement: Measurement): readonly string[] {
  const { what, unit, ours, peer, target, fault } = measurement
  const show = (value: number | undefined): string =>
    value === undefined ? '' : units[unit](value)
  const [own, other] = [figuresOf(ours), figuresOf(peer)]
  const verdict = target && (missesOf(measurement).length > 0 ? 'missed' : 'met')
  return [
    `  ${what}`,
    ours.length > 0 ? String(ours.length) : '',
    show(own?.median),
    show(own?.worst),
    show(other?.median),
    show(other?.worst),
    showRatio(ratioOf(measurement)),
    target ? describeTarget(target, units[unit]) : '',
    [verdict, fault].filter(Boolean).join(': '),
  ]
}

function showRatio(ratio: number | undefined): string {
  return ratio === undefined ? '' : ratio.toFixed(ratio < 0.1 ? 4 : 2)
}

function describeTarget({ ratio, median, worst }: Target, show: (value: number) => string): string {
  const parts = [
    ...(ratio === undefined ? [] : [`ratio ${ratio}`]),
    ...(median === undefined ? [] : [`median ${show(median)}`]),
    ...(worst === undefined ? [] : [`worst ${show(worst)}`]),
  ]
  return `≤ ${parts.join(', ')}`
}
