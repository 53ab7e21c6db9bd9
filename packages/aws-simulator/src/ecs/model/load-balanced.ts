import type { LoadBalancer, NetworkBinding } from '@aws-sdk/client-ecs'
import type { Target } from '../../load-balancer/target.ts'
import type { TargetGroups } from '../../load-balancer/target-groups.ts'
import type { Container } from './container.ts'
import type { Task } from './task.ts'

/** A port of a container that a load balancer sends requests to. */
export interface RegisteredTarget {
  readonly target: Target
  readonly containerName: string
  readonly containerPort: number
}

/** Registers a port of a running task in a target group; nothing where the definition lacks the container. */
export function registerTarget(
  task: Task,
  { targetGroupArn, containerName, containerPort = 80 }: LoadBalancer,
  {
    targetGroups,
    onChange,
  }: { targetGroups: TargetGroups; onChange: (target: Target, port: number) => void },
): readonly RegisteredTarget[] {
  const container = task.containers.find(({ name }) => name === containerName)
  if (targetGroupArn === undefined || container === undefined) return []
  const binding = networkBindings(task, container).find(
    (one) => one.containerPort === containerPort,
  )
  const port = binding?.hostPort ?? containerPort
  const target = targetGroups.register(targetGroupArn, {
    id:
      binding === undefined ? task.address : (task.request.instance?.ec2InstanceId ?? task.address),
    port,
    answer: (path, asked) =>
      asked === port
        ? container.answer(path, containerPort)
        : listenerOn(task, asked)?.answer(path, asked),
    onTargetHealthChange: (changed) => onChange(changed, containerPort),
  })
  return [{ target, containerName: container.name, containerPort }]
}

/** The ports of the host that lead to a container's, outside of awsvpc; ECS takes free ones for those not given. */
export function networkBindings(
  { id, request }: Task,
  { definition }: Container,
): readonly NetworkBinding[] {
  const { networkMode } = request.definition.content
  if (networkMode === 'awsvpc' || request.launchType === 'FARGATE') return []
  const firstFree = 32_768 + (parseInt(id.slice(0, 4), 16) % 28_000)
  return (definition.portMappings ?? []).map(
    ({ containerPort, hostPort = 0, protocol }, index) => ({
      bindIP: '0.0.0.0',
      containerPort,
      hostPort: networkMode === 'host' ? containerPort : hostPort || firstFree + index,
      protocol: protocol ?? 'tcp',
    }),
  )
}

/** Whoever says that it listens there, else the container that maps the port. */
function listenerOn({ containers }: Task, port: number): Container | undefined {
  return (
    containers.find(({ ownPort }) => ownPort === port) ??
    containers.find(
      ({ ownPort, definition }) =>
        ownPort === undefined &&
        (definition.portMappings ?? []).some((mapping) => mapping.containerPort === port),
    )
  )
}
