export {
  clusterOf,
  shownUrl,
  subjectOf,
  targetGroupName,
  type Check,
  type HttpCheck,
  type HttpRequest,
  type ServiceCheck,
  type TargetGroupCheck,
} from './check.ts'
export { describeCheck } from './describe-check.ts'
export { unhealthyError } from './explain.ts'
export type { Expectations, JsonExpectation, StatusRange } from './expectations/expectations.ts'
export type { Matcher } from './expectations/matcher.ts'
export type { Address } from './http/address.ts'
export { httpCheckProblems } from './inputs/http-check-rules.ts'
export { checks, sameNames } from './inputs/checks.ts'
export { httpCheck, httpCheckInputs, type HttpCheckFields } from './inputs/http-check.ts'
export { schedule, scheduleInputs, scheduleProblems } from './inputs/schedule.ts'
export type { ExpectedImages } from './inputs/expected-image.ts'
export { inCluster, serviceCheckInputs, serviceChecks } from './inputs/service-check.ts'
export { serviceCheckProblems } from './inputs/service-check-rules.ts'
export { url } from './inputs/url.ts'
export { parseVerification, verification, type Verification } from './inputs/verification.ts'
export type { ProbeResources } from './probe.ts'
export { percentile } from './schedule/latency.ts'
export type { CheckResult, ChecksResult } from './schedule/result.ts'
export { runChecks, type RunOptions } from './schedule/run-checks.ts'
export type { Schedule } from './schedule/schedule.ts'
export { secretsOf } from './secrets.ts'
