import type { Service, Task } from '@aws-sdk/client-ecs'
import type { TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2'
import { attemptCheck, call, findArn, nameFromArn, type LookupContext } from '@deploy-actions/aws'
import type { TargetVerdict } from '@deploy-actions/ecs'

type LoadBalancer = NonNullable<Service['loadBalancers']>[number]

/** What load balancers say of tasks, and what they could not be asked. */
export interface TargetsSeen {
  readonly verdicts: readonly TargetVerdict[]
  readonly notes: readonly string[]
}

/** Asks the load balancers of a service for the tasks that they do not call healthy. */
export async function readVerdicts(
  context: LookupContext,
  loadBalancers: readonly LoadBalancer[],
  tasks: readonly Task[],
): Promise<TargetsSeen> {
  const verdicts: TargetVerdict[] = []
  const notes: string[] = []
  for (const loadBalancer of tasks.length === 0 ? [] : loadBalancers) {
    const { targetGroupArn: arn } = loadBalancer
    if (arn === undefined) continue
    const targets = await attemptCheck(() => describeTargets(context, arn))
    if ('kind' in targets) {
      notes.push(`The load balancer was not asked: ${targets.message}. ${targets.remedy}`)
    } else verdicts.push(...verdictsOn(loadBalancer, targets, tasks))
  }
  return { verdicts, notes }
}

async function describeTargets(
  { clients, signal }: LookupContext,
  arn: string,
): Promise<readonly TargetHealthDescription[]> {
  const { DescribeTargetHealthCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const elb = await clients.loadBalancing(findArn(arn)?.region)
  const command = new DescribeTargetHealthCommand({ TargetGroupArn: arn })
  return (await call(elb, command, { signal, resource: arn })).TargetHealthDescriptions ?? []
}

function verdictsOn(
  { containerName: container = '', containerPort: port }: LoadBalancer,
  targets: readonly TargetHealthDescription[],
  tasks: readonly Task[],
): readonly TargetVerdict[] {
  return targets.flatMap(({ Target: target, TargetHealth: health }) => {
    const { State: state = '', Reason: reason = '', Description: description = '' } = health ?? {}
    const task = tasks.find((one) =>
      isTarget(one, container, { id: target?.Id, port: target?.Port }),
    )
    if (task === undefined || state === 'healthy' || state === 'draining') return []
    const taskId = nameFromArn(task.taskArn ?? '')
    return [{ taskId, container, port, state, reason, description }]
  })
}

/** A task is a target by its own address, or by the port of its host. */
function isTarget(
  task: Task,
  name: string,
  { id, port }: { readonly id: string | undefined; readonly port: number | undefined },
): boolean {
  const container = task.containers?.find((one) => one.name === name)
  return (
    (container?.networkInterfaces ?? []).some(({ privateIpv4Address: own }) => own === id) ||
    (container?.networkBindings ?? []).some(({ hostPort }) => hostPort === port)
  )
}

/** The path that a target group checks; undefined where it checks none, or may not be asked. */
export async function healthCheckPath(
  { clients, signal }: LookupContext,
  arn: string,
): Promise<string | undefined> {
  const groups = await attemptCheck(async () => {
    const { DescribeTargetGroupsCommand } =
      await import('@aws-sdk/client-elastic-load-balancing-v2')
    const elb = await clients.loadBalancing(findArn(arn)?.region)
    const command = new DescribeTargetGroupsCommand({ TargetGroupArns: [arn] })
    return (await call(elb, command, { signal })).TargetGroups ?? []
  })
  return 'kind' in groups ? undefined : groups[0]?.HealthCheckPath
}
