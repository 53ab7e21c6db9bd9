import { formatSeconds } from '@deploy-actions/action-kit'
import { subjectOf, type Check, type ServiceCheck } from './check.ts'
import { describeExpectations } from './expectations/expectations.ts'

/** What a check does and what it expects, in one line. */
export function describeCheck(check: Check): string {
  const subject = subjectOf(check)
  const name = subject.startsWith(check.name) ? '' : `${check.name}: `
  const method = check.kind === 'http' ? `${check.request.method} ` : ''
  return `${name}${method}${subject}, expecting ${expectedOf(check)}`
}

function expectedOf(check: Check): string {
  if (check.kind === 'http') return describeExpectations(check.expected)
  return check.kind === 'service' ? describeService(check) : 'every target healthy'
}

function describeService({ minTaskAgeSeconds: age, expectedImage }: ServiceCheck): string {
  const parts = [
    'every task running and healthy',
    age === undefined || age === 0 ? undefined : `for at least ${formatSeconds(age)}`,
    expectedImage && `with ${expectedImage}`,
  ]
  return parts.filter((part) => part).join(', ')
}
