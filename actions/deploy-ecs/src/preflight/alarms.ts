import { attemptCheck, call, type LookupContext } from '@deploy-actions/aws'
import type { Finding } from '@deploy-actions/ecs'
import { serviceFinding, type DeploymentTarget } from './target.ts'

const field = 'deploymentConfiguration.alarms'

/**
 * Alarms that would not guard the deployment: ECS ignores one that is in ALARM when the deployment begins, and one that
 * does not exist. Neither keeps a deployment from working, which may well be the cure.
 */
export async function judgeAlarms(
  { clients, signal }: LookupContext,
  target: DeploymentTarget,
): Promise<readonly Finding[]> {
  const { service, settings } = target
  const alarms = settings.deployment?.alarms ?? service.deploymentConfiguration?.alarms
  const names = alarms?.enable === true ? (alarms.alarmNames ?? []) : []
  if (names.length === 0) return []
  const found = await attemptCheck(async () => {
    const { DescribeAlarmsCommand } = await import('@aws-sdk/client-cloudwatch')
    const command = new DescribeAlarmsCommand({
      AlarmNames: [...names],
      AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
    })
    const answer = await call(await clients.cloudWatch(), command, { signal })
    const all = [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])]
    return new Map(all.map(({ AlarmName = '', StateValue }) => [AlarmName, StateValue]))
  })
  if ('kind' in found) {
    const { message, remedy } = found
    const problem = `the alarms ${names.join(', ')}: ${message}`
    return [serviceFinding(target, field, { severity: 'not-checked', problem, remedy })]
  }
  return names.flatMap((name) => {
    const problem = problemOf(name, found)
    const remedy = 'See that the alarm is right, since nothing but health guards this deployment.'
    return problem === undefined
      ? []
      : [serviceFinding(target, field, { severity: 'warning', problem, remedy })]
  })
}

function problemOf(
  name: string,
  found: ReadonlyMap<string, string | undefined>,
): string | undefined {
  if (!found.has(name)) return `There is no alarm ${name}.`
  return found.get(name) === 'ALARM'
    ? `The alarm ${name} is in ALARM already: ECS ignores it during this deployment.`
    : undefined
}
