import type { Check, HttpCheck } from './check.ts'
import { evaluate } from './expectations/evaluate.ts'
import type { Finding } from './finding.ts'
import { fetchAnswer, type Limits } from './http/fetch-answer.ts'
import { noAnswerFinding } from './http/no-answer.ts'
import { hider } from './secrets.ts'

/** What one attempt of a check came to. */
export type Attempt =
  | { readonly passed: true; readonly status: number; readonly latencyMs: number }
  | {
      readonly passed: false
      /** Undefined where there was no answer. */
      readonly status: number | undefined
      readonly findings: readonly [Finding, ...Finding[]]
    }

/**
 * Makes one attempt of a check. An unhealthy answer is a result; it throws only the reason of the
 * signal when that is aborted.
 */
export function attempt(check: Check, limits: Limits): Promise<Attempt> {
  return attempts[check.kind](check, limits)
}

const attempts: Readonly<Record<Check['kind'], typeof attempt>> = { http: attemptHttp }

async function attemptHttp(check: HttpCheck, limits: Limits): Promise<Attempt> {
  const fetched = await fetchAnswer(check.request, limits)
  if (fetched.kind === 'no-answer') {
    return { passed: false, status: undefined, findings: [noAnswerFinding(fetched)] }
  }
  const judged = { answer: fetched, hide: hider(check), now: Date.now() }
  const [first, ...others] = evaluate(check.expected, judged)
  const { status, latencyMs } = fetched
  if (first === undefined) return { passed: true, status, latencyMs }
  return { passed: false, status, findings: [first, ...others] }
}
