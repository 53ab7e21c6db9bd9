import { invalid } from './spec.ts'

const form = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/
const secondsPer = [86_400, 3_600, 60, 1] as const

/**
 * A length of time in whole seconds: `7d`, `1h30m`, `10m`, `90s` or `0`.
 * A bare number is refused: nobody can tell seconds from minutes in it.
 */
export function parseDuration(value: string, alsoAllowed = ''): number {
  if (value === '0') return 0
  const match = form.exec(value)
  if (value === '' || match === null) {
    const hint = /^\d{1,9}$/.test(value) ? ' (a number needs its unit)' : ''
    invalid(`is no duration${hint}; allowed: such as 90s, 10m, 1h30m, 7d or 0${alsoAllowed}`)
  }
  const seconds = secondsPer.reduce((sum, unit, i) => sum + unit * Number(match[i + 1] ?? 0), 0)
  return Number.isSafeInteger(seconds) ? seconds : invalid('is longer than can be counted')
}
