import type { JsonPath } from './json-path.ts'
import { describeMatcher, type Matcher } from './matcher.ts'

/** HTTP statuses, both ends included. */
export interface StatusRange {
  readonly from: number
  readonly to: number
}

/** What must be at a path of a JSON body. */
export interface JsonExpectation {
  /** As the user wrote it. */
  readonly path: string
  readonly segments: JsonPath
  readonly matcher: Matcher
}

/** All that a check expects of an answer. */
export interface Expectations {
  readonly statuses: readonly StatusRange[]
  readonly body: Matcher | undefined
  readonly json: readonly JsonExpectation[]
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, Matcher>
  readonly maxLatencyMs: number | undefined
  readonly minCertificateDays: number | undefined
}

/** Ranges as the user writes them: `200-299,301`. */
export function formatStatuses(ranges: readonly StatusRange[]): string {
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

/** All that is expected, for the user to read before anything is sent. */
export function describeExpectations(expected: Expectations): string {
  const { body, maxLatencyMs, minCertificateDays } = expected
  const parts = [
    `status ${formatStatuses(expected.statuses)}`,
    ...[...expected.headers].map(
      ([name, matcher]) => `header ${name}: ${describeMatcher(matcher)}`,
    ),
    body && `body with ${describeMatcher(body)}`,
    ...expected.json.map(({ path, matcher }) => `${path}=${describeMatcher(matcher)}`),
    maxLatencyMs && `at most ${maxLatencyMs} ms`,
    minCertificateDays && `certificate valid for ${minCertificateDays} days`,
  ]
  return parts.filter((part) => part).join(', ')
}
