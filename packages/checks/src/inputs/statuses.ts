import {
  invalid,
  list,
  type InputSpec,
  type Raw,
  type InputOptions,
} from '@deploy-actions/action-kit'
import type { StatusRange } from '../expectations/expectations.ts'

const allowed = 'allowed: statuses from 200 to 599 and ranges of them, such as 200-299,301'

/** HTTP statuses and ranges of them: `200-299,301`. */
export function statuses<const O extends InputOptions>(
  options: O,
): InputSpec<readonly StatusRange[]> & O {
  const items = list({ description: '' })
  const parse = (raw: Raw): readonly StatusRange[] => {
    const ranges = items.parse(raw).map(parseRange)
    return ranges.length > 0 ? ranges : invalid(`names no status; ${allowed}`)
  }
  return { ...options, type: 'statuses', parse }
}

function parseRange(item: string): StatusRange {
  const match = /^(\d{3})(?:\s*-\s*(\d{3}))?$/.exec(item)
  if (match === null) return invalid(`has a part that is no status; ${allowed}`)
  const from = Number(match[1])
  const to = Number(match[2] ?? match[1])
  if (from > to) invalid(`has a range that ends before it begins; ${allowed}`)
  return from >= 200 && to <= 599 ? { from, to } : invalid(`has a status out of range; ${allowed}`)
}
