export { shownUrl, type Check, type HttpCheck, type HttpRequest } from './check.ts'
export { unhealthyError } from './explain.ts'
export {
  describeExpectations,
  type Expectations,
  type JsonExpectation,
  type StatusRange,
} from './expectations/expectations.ts'
export type { Matcher } from './expectations/matcher.ts'
export type { Address } from './http/address.ts'
export { httpCheckProblems } from './inputs/http-check-rules.ts'
export { checks } from './inputs/checks.ts'
export { httpCheck, httpCheckInputs, type HttpCheckFields } from './inputs/http-check.ts'
export { schedule, scheduleInputs, scheduleProblems } from './inputs/schedule.ts'
export { url } from './inputs/url.ts'
export { percentile } from './schedule/latency.ts'
export type { CheckResult, ChecksResult } from './schedule/result.ts'
export { runChecks, type RunOptions } from './schedule/run-checks.ts'
export type { Schedule } from './schedule/schedule.ts'
export { secretsOf } from './secrets.ts'
