import { formatSeconds } from '@deploy-actions/action-kit'
import type { CheckState, WatchState } from './state.ts'

/** A line about what an attempt changed; undefined where it changed nothing. */
export function changeLine(before: CheckState, after: CheckState): string | undefined {
  const { name } = after.check
  if (after.unansweredInRow > 0) {
    const same = before.unansweredInRow > 0 && before.trouble?.key === after.trouble?.key
    return same ? undefined : `? ${name}: ${after.trouble?.message}; asking again`
  }
  if (after.failuresInRow > 0) {
    const same = before.failuresInRow > 0 && keyOf(before) === keyOf(after)
    return same ? undefined : `✗ ${name}: ${findingsText(after)}`
  }
  if (before.steadyAt === undefined && after.steadyAt !== undefined) {
    return `✓ ${name}: healthy, ${after.lastSeen} (${inARow(after)})`
  }
  return before.successesInRow === 0 ? `• ${name}: ${after.lastSeen}` : undefined
}

/** A sign of life for a time in which nothing changes. */
export function stillLine({ checks, healthySince }: WatchState, elapsedMs: number): string {
  const elapsed = formatSeconds(elapsedMs / 1000)
  const failing = checks.filter(({ successesInRow }) => successesInRow === 0)
  if (healthySince !== undefined) return `… after ${elapsed} all are as expected; still watching.`
  const names = failing.map(({ check }) => check.name).join(', ')
  return `… after ${elapsed} still not healthy: ${names}`
}

/** All that was wrong with the last failed attempt of a check, as one text. */
export function findingsText({ findings }: Pick<CheckState, 'findings'>): string {
  return findings.map(({ message }) => message).join('; ')
}

function keyOf({ findings }: CheckState): string {
  return findings.map(({ key }) => key).join('\n')
}

function inARow({ successesInRow }: CheckState): string {
  return `${successesInRow} ${successesInRow === 1 ? 'success' : 'successes'} in a row`
}
