import { failedOr, type Attempt, type Limits } from '../attempt.ts'
import type { HttpCheck } from '../check.ts'
import { evaluate } from '../expectations/evaluate.ts'
import { hider } from '../secrets.ts'
import { fetchAnswer } from './fetch-answer.ts'
import { noAnswerFinding } from './no-answer.ts'

/** Sends the request of a check and judges the answer; see `Probe`. */
export async function attemptHttp(check: HttpCheck, limits: Limits): Promise<Attempt> {
  const fetched = await fetchAnswer(check.request, limits)
  if (fetched.kind === 'no-answer') {
    return { verdict: 'failed', status: undefined, findings: [noAnswerFinding(fetched)] }
  }
  const findings = evaluate(check.expected, {
    answer: fetched,
    hide: hider(check),
    now: Date.now(),
  })
  const { status, latencyMs } = fetched
  const seen = `answered ${status} in ${Math.round(latencyMs)} ms`
  return failedOr(findings, { verdict: 'passed', seen, status, latencyMs })
}
