import { count, formatSeconds } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import type { ServiceCheck } from '../check.ts'
import type { Finding } from '../finding.ts'
import { ageFindings, ageMs } from './age-findings.ts'
import { containerFindings, digestFindings } from './container-findings.ts'
import { countFindings } from './count-findings.ts'
import { deploymentFindings } from './deployment-findings.ts'
import { runningTasks, type ServiceFacts } from './facts.ts'
import { lossFindings } from './loss-findings.ts'

/**
 * Everything that keeps a service from being healthy; empty for a healthy one. What tells most comes first: its
 * remedy is the one that is shown.
 */
export function judgeService(check: ServiceCheck, facts: ServiceFacts): readonly Finding[] {
  if ((facts.service.desiredCount ?? 0) === 0) return [nothingWanted]
  return [
    ...lossFindings(facts),
    ...countFindings(facts),
    ...deploymentFindings(facts),
    ...containerFindings(facts),
    ...digestFindings(facts),
    ...ageFindings(check, facts),
  ]
}

/** What a healthy service shows, in a few words. */
export function seenOf(facts: ServiceFacts): string {
  const { service } = facts
  const ages = runningTasks(facts).map((task) => ageMs(task, facts))
  const definition = nameFromArn(service.taskDefinition ?? '')
  const youngest = formatSeconds(Math.min(...ages) / 1000)
  return `${ages.length} of ${count(service.desiredCount ?? 0, 'task')} of ${definition} run, the youngest for ${youngest}`
}

const nothingWanted: Finding = {
  key: 'nothing wanted',
  message: 'its desired count is 0, so nothing runs that could be healthy',
  remedy:
    'Raise the desired count of the service, or take the service out of the checks while it is to be down.',
}
