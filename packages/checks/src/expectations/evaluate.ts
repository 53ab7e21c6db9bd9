import type { Finding } from '../finding.ts'
import type { Answer } from '../http/answer.ts'
import { excerpt } from './excerpt.ts'
import type { Expectations, JsonExpectation } from './expectations.ts'
import { formatStatuses } from './expectations.ts'
import { findJson, jsonMatches, textOf, valueAt } from './json-path.ts'
import { describeMatcher, isVersionCheck, matches, searchedPart, type Matcher } from './matcher.ts'
import { statusRemedy } from './status-remedy.ts'

/** An answer as it is judged, and quoted. */
export interface Judged {
  readonly answer: Answer
  /** Hides what may not be shown in a text of the answer; see `hider`. */
  readonly hide: (text: string) => string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/**
 * Everything in an answer that is not as expected; empty for a healthy one. With a wrong status
 * nothing else is looked at: an error page has neither version nor header.
 */
export function evaluate(expected: Expectations, judged: Judged): readonly Finding[] {
  const { status } = judged.answer
  if (!expected.statuses.some(({ from, to }) => from <= status && status <= to)) {
    return [statusFinding(expected, judged)]
  }
  return [
    ...headerFindings(expected, judged),
    ...bodyFindings(expected, judged),
    ...jsonFindings(expected, judged),
    ...latencyFindings(expected, judged),
    ...certificateFindings(expected, judged),
  ]
}

function statusFinding({ statuses }: Expectations, { answer, hide }: Judged): Finding {
  const { status } = answer
  const location = answer.headers.get('location')
  const target = location === undefined ? '' : ` to ${hide(shownLocation(location))}`
  const message = `answered ${status}${target}, expected ${formatStatuses(statuses)}`
  return {
    key: `status ${status}`,
    message: `${message}${quoted(hide(answer.body))}`,
    remedy: statusRemedy(status),
  }
}

/** Where an answer redirects to, without what may be secret in it. */
function shownLocation(location: string): string {
  return excerpt(location.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//'), 120)
}

function* headerFindings({ headers }: Expectations, { answer, hide }: Judged): Generator<Finding> {
  for (const [name, matcher] of headers) {
    const value = answer.headers.get(name)
    if (value !== undefined && matches(matcher, value)) continue
    const actual = value === undefined ? undefined : `${name}: ${hide(value)}`
    yield mismatch({ name, actual, matcher, status: answer.status })
  }
}

function* bodyFindings({ body }: Expectations, { answer, hide }: Judged): Generator<Finding> {
  if (body === undefined) return
  const found = body.kind === 'text' ? answer.body.includes(body.text) : matches(body, answer.body)
  if (found) return
  const verb = body.kind === 'text' ? 'contain' : 'match'
  const part = searchedPart(body, answer.body) || (answer.truncated ? 'in its first MiB' : '')
  const other = speaksOfVersion(body, '', answer.status) ? `: ${otherVersion}` : ''
  yield {
    key: 'body',
    message:
      `answered ${answer.status} with a body that does not ${verb} ${describeMatcher(body)} ${part}`.trimEnd() +
      `${other}${quoted(hide(answer.body))}`,
    remedy: other === '' ? wrongAnswerRemedy : otherVersionRemedy,
  }
}

function* jsonFindings({ json }: Expectations, judged: Judged): Generator<Finding> {
  if (json.length === 0) return
  const { answer, hide } = judged
  const document = findJson(answer.body)
  if (document === undefined) {
    const what = answer.truncated
      ? 'more than 1 MiB, too long to be read as JSON'
      : 'something that is no JSON'
    yield {
      key: 'json',
      message: `answered ${answer.status} with ${what}${quoted(hide(answer.body))}`,
      remedy:
        'Check that url leads to the application and not to a page before it, such as a sign-in page.',
    }
    return
  }
  for (const expectation of json) yield* jsonFinding(expectation, document.root, judged)
}

function* jsonFinding(
  { path, segments, matcher }: JsonExpectation,
  root: unknown,
  { answer, hide }: Judged,
): Generator<Finding> {
  const value = valueAt(root, segments)
  if (jsonMatches(matcher, value)) return
  const text = value === undefined ? undefined : textOf(value)
  const actual = text === undefined ? undefined : `${path}=${hide(text)}`
  const part = searchedPart(matcher, text ?? '')
  yield mismatch({ name: path, actual, matcher, status: answer.status, part })
}

function mismatch(of: {
  readonly name: string
  readonly actual: string | undefined
  readonly matcher: Matcher
  readonly status: number
  /** The part that was searched, where that is not all of it. */
  readonly part?: string
}): Finding {
  const { name, actual, matcher, status, part = '' } = of
  const what = actual === undefined ? `without ${name}` : excerpt(actual, 120)
  const expected = excerpt(describeMatcher(matcher), 120)
  const message = `answered ${what}, expected ${expected} ${part}`.trimEnd()
  if (!speaksOfVersion(matcher, name, status))
    return { key: message, message, remedy: wrongAnswerRemedy }
  return {
    key: message,
    message: `${message}: ${otherVersion}`,
    remedy: otherVersionRemedy,
  }
}

/** Which of two versions is newer cannot be seen: most of them are commits or digests. */
const otherVersion = 'another version answers (perhaps the old one, perhaps a newer)'

/** Only a good answer comes from some version of the application; an error page from anywhere. */
function speaksOfVersion(matcher: Matcher, name: string, status: number): boolean {
  return status >= 200 && status < 300 && isVersionCheck(matcher, name)
}

function* latencyFindings({ maxLatencyMs }: Expectations, { answer }: Judged): Generator<Finding> {
  if (maxLatencyMs === undefined || answer.latencyMs <= maxLatencyMs) return
  yield {
    key: 'latency',
    message: `answered after ${Math.ceil(answer.latencyMs)} ms, expected at most ${maxLatencyMs} ms`,
    remedy:
      'Look whether the application is short of CPU or still warming up, or raise max-latency.',
  }
}

const dayMs = 86_400_000

function* certificateFindings(
  { minCertificateDays }: Expectations,
  { answer, now }: Judged,
): Generator<Finding> {
  if (minCertificateDays === undefined) return
  const { certificateEndsAt } = answer
  const days = certificateEndsAt === undefined ? 0 : Math.floor((certificateEndsAt - now) / dayMs)
  if (days >= minCertificateDays) return
  yield {
    key: 'certificate-days',
    message: `has a certificate that is valid for ${days} more days, expected at least ${minCertificateDays}`,
    remedy:
      'Renew the certificate; one of ACM renews itself while its DNS validation record is in place.',
  }
}

const otherVersionRemedy =
  'Look whether the deployment of the expected version has finished, whether a newer one has followed, and whether url leads to the service that was deployed; ' +
  'when it is only slow, raise timeout.'
const wrongAnswerRemedy =
  'Check that url leads to the application that was deployed, and look into its logs; correct the expectation if it is outdated.'

function quoted(body: string): string {
  const words = excerpt(body, 200)
  return words === '' ? '' : `; it says: ${words}`
}
