import type { FailureCode } from '@deploy-actions/action-kit'

/** A class of reasons that ECS and its agent give; the words change between agent versions. */
interface ReasonClass {
  readonly pattern: RegExp
  readonly code: FailureCode
}

/** The first row that matches decides, so the narrower ones stand above the wider ones. */
const reasonClasses: readonly ReasonClass[] = [
  { pattern: /OutOfMemory|out of memory|memory usage/i, code: 'oom' },
  {
    pattern: /AccessDenied|not authorized to perform|no identity-based policy/i,
    code: 'access-denied',
  },
  { pattern: /CannotPull|pull(ing)? image|manifest unknown|toomanyrequests/i, code: 'image' },
  { pattern: /image .*not found|no match for platform|exec format/i, code: 'image' },
  { pattern: /secret|\basm\b|\bssm\b|parameter store/i, code: 'secret' },
  { pattern: /ELB health checks|target.?group/i, code: 'load-balancer-health' },
  { pattern: /container health checks/i, code: 'container-health' },
  { pattern: /capacity|insufficient|RESOURCE:|unable to place|Spot/i, code: 'capacity' },
]

/** The code of a reason in the words of ECS, or undefined where none of the classes is in it. */
export function classifyReason(reason: string): FailureCode | undefined {
  return reasonClasses.find(({ pattern }) => pattern.test(reason))?.code
}
