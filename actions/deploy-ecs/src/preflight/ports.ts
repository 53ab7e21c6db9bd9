import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2'
import { whatThereIs } from '@deploy-actions/action-kit'
import { attemptCheck, call, isAwsError, type LookupContext } from '@deploy-actions/aws'
import { containersOf, type Finding } from '@deploy-actions/ecs'
import { serviceFinding, type DeploymentTarget } from './target.ts'

/** Containers and ports that the load balancers of a service know and the definition has not. */
export function judgePorts(target: DeploymentTarget): readonly Finding[] {
  const containers = containersOf(target.wanted)
  return (target.service.loadBalancers ?? []).flatMap(
    ({ containerName = '', containerPort }, i) => {
      const container = containers.find(({ name }) => name === containerName)
      const field = `loadBalancers[${i}]`
      const remedy =
        'Keep the name and the port of the container, or change the load balancers of the service.'
      if (container === undefined) {
        const names = containers.map(({ name = '' }) => name)
        const problem = `The service sends requests to the container ${containerName}, which the definition has not.`
        const instead = whatThereIs(containerName, names).trim()
        return [serviceFinding(target, field, { severity: 'error', problem, instead, remedy })]
      }
      const ports = (container.portMappings ?? []).map((mapping) => mapping.containerPort)
      // A range holds ports that no single mapping names.
      const hasRange = (container.portMappings ?? []).some((mapping) => mapping.containerPortRange)
      if (hasRange || ports.includes(containerPort)) return []
      const problem = `The service sends requests to port ${containerPort} of ${containerName}, which the definition does not map.`
      const instead = ports.length === 0 ? 'It maps none.' : `It maps: ${ports.join(', ')}.`
      return [serviceFinding(target, field, { severity: 'error', problem, instead, remedy })]
    },
  )
}

/** Target groups that do not exist, or that cannot take tasks of the definition. */
export async function judgeTargetGroups(
  context: LookupContext,
  target: DeploymentTarget,
): Promise<readonly Finding[]> {
  const used = (target.service.loadBalancers ?? []).flatMap(({ targetGroupArn: arn }, i) =>
    arn === undefined ? [] : [{ arn, field: `loadBalancers[${i}]` }],
  )
  const findings = await Promise.all(used.map((group) => judgeTargetGroup(context, target, group)))
  return findings.flat()
}

async function judgeTargetGroup(
  context: LookupContext,
  target: DeploymentTarget,
  { arn, field }: { readonly arn: string; readonly field: string },
): Promise<readonly Finding[]> {
  const found = await attemptCheck(() => findTargetGroup(context, arn))
  if (found === undefined) {
    const problem = `There is no target group ${arn}.`
    const remedy = 'Correct the load balancers of the service, or create the target group again.'
    return [serviceFinding(target, field, { severity: 'error', problem, remedy })]
  }
  if ('kind' in found) {
    const problem = `the target group ${arn}: ${found.message}`
    const { remedy } = found
    return [serviceFinding(target, field, { severity: 'not-checked', problem, remedy })]
  }
  const isByAddress = target.wanted.networkMode === 'awsvpc'
  if (found.TargetType === undefined || (found.TargetType === 'ip') === isByAddress) return []
  return [
    serviceFinding(target, field, {
      severity: 'error',
      problem: `The target group ${found.TargetGroupName} takes targets of the type ${found.TargetType}, and tasks with networkMode ${target.wanted.networkMode ?? 'bridge'} are registered by ${isByAddress ? 'address' : 'instance'}.`,
      remedy: `Create a target group of the type ${isByAddress ? 'ip' : 'instance'} for the service, or change networkMode.`,
    }),
  ]
}

async function findTargetGroup(
  { clients, signal }: LookupContext,
  arn: string,
): Promise<TargetGroup | undefined> {
  const { DescribeTargetGroupsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const command = new DescribeTargetGroupsCommand({ TargetGroupArns: [arn] })
  try {
    return (await call(await clients.loadBalancing(), command, { signal })).TargetGroups?.[0]
  } catch (error) {
    if (isAwsError(error, 'TargetGroupNotFoundException', 'TargetGroupNotFound')) return undefined
    throw error
  }
}
