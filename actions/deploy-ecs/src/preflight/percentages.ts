import type { Finding } from '@deploy-actions/ecs'
import { desiredCountOf, serviceFinding, type DeploymentTarget } from './target.ts'

/**
 * Percentages that leave a rolling deployment no room: it may neither start a task more, nor stop one. ECS would wait
 * for ever, and say so in an event.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export function judgePercentages(target: DeploymentTarget): readonly Finding[] {
  const { service, settings } = target
  const configuration = { ...service.deploymentConfiguration, ...settings.deployment }
  const { strategy = 'ROLLING', minimumHealthyPercent, maximumPercent } = configuration
  if (strategy !== 'ROLLING' || service.schedulingStrategy === 'DAEMON') return []
  const desired = desiredCountOf(target)
  const [minimum, maximum] = [minimumHealthyPercent ?? 100, maximumPercent ?? 200]
  const lower = Math.ceil((desired * minimum) / 100)
  const upper = Math.floor((desired * maximum) / 100)
  if (desired === 0 || lower < desired || upper > desired) return []
  const problem = `With minimumHealthyPercent ${minimum} and maximumPercent ${maximum} of ${desired} desired, at least ${lower} and at most ${upper} tasks run: ECS could neither start a new task nor stop an old one.`
  const remedy =
    'Set maximum-percent to 200, or minimum-healthy-percent to 0 where a gap does not matter.'
  return [serviceFinding(target, 'deploymentConfiguration', { severity: 'error', problem, remedy })]
}

/** Nothing runs at a desired count of 0 that could prove a version. */
export function judgeDesiredCount(target: DeploymentTarget): readonly Finding[] {
  if (desiredCountOf(target) > 0) return []
  return [
    serviceFinding(target, 'desiredCount', {
      severity: 'not-checked',
      problem:
        'Whether the version works: the desired count is 0, so nothing runs that could prove it.',
      remedy: 'Set desired-count to 1 or more.',
    }),
  ]
}
