import type { Container, Task } from '@aws-sdk/client-ecs'
import { count, type FailureCode } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { containerHealthRemedy } from './classes/containers.ts'
import type { Diagnosis } from './diagnose.ts'
import { healthRemedy } from './health-remedies.ts'

/** What a load balancer says of a target that is not healthy. */
export interface TargetVerdict {
  readonly taskId: string
  /** The container and port that the service registers. */
  readonly container: string
  readonly port: number | undefined
  /** `unhealthy`, `initial`, `unused`, … */
  readonly state: string
  /** As ELB calls it: `Target.ResponseCodeMismatch`. */
  readonly reason: string
  readonly description: string
}

/** What keeps tasks that live from being healthy, and the container whose log tells more. */
export interface Hanging {
  readonly diagnosis: Diagnosis
  readonly taskId: string
  readonly container: string | undefined
}

/** Tasks that live, found unhealthy by their own checks or by a load balancer; undefined where none is. */
export function diagnoseUnhealthy(
  tasks: readonly Task[],
  verdicts: readonly TargetVerdict[],
): Hanging | undefined {
  return unhealthyContainer(tasks) ?? unhealthyTarget(verdicts)
}

/** Tasks that live and do not get as far as to be called healthy; undefined where none waits. */
export function diagnoseWaiting(
  tasks: readonly Task[],
  verdicts: readonly TargetVerdict[],
): Hanging | undefined {
  return waiting(tasks) ?? waitingTarget(verdicts)
}

function unhealthyContainer(tasks: readonly Task[]): Hanging | undefined {
  const found = tasks.flatMap((task) =>
    (task.containers ?? [])
      .filter(({ healthStatus }) => healthStatus === 'UNHEALTHY')
      .map(({ name = '' }) => ({ task, name })),
  )
  const [first] = found
  if (first === undefined) return undefined
  const many = count(new Set(found.map(({ task }) => task)).size, 'task')
  return {
    diagnosis: told({
      code: 'container-health',
      headline: `${many} of the new version live, and the health check of container ${first.name} fails.`,
      remedy: containerHealthRemedy,
    }),
    taskId: nameFromArn(first.task.taskArn ?? ''),
    container: first.name,
  }
}

function unhealthyTarget(verdicts: readonly TargetVerdict[]): Hanging | undefined {
  const found = verdicts.filter(({ state }) => state !== 'initial')
  const [first] = found
  if (first === undefined) return undefined
  const { container, taskId, reason, description } = first
  return {
    diagnosis: told({
      code: 'load-balancer-health',
      headline: `${count(found.length, 'task')} of the new version live, and the load balancer does not call ${placeOf(first)} healthy: ${reason}: ${description}.`,
      remedy: healthRemedy(description),
    }),
    taskId,
    container,
  }
}

function waitingTarget([first]: readonly TargetVerdict[]): Hanging | undefined {
  if (first?.state !== 'initial') return undefined
  return {
    diagnosis: told({
      code: 'timeout',
      headline: `The new version runs, and the load balancer has not called ${placeOf(first)} healthy yet: ${first.reason}: ${first.description}.`,
      remedy:
        'When the application needs that long to start, raise timeout; else lower interval and healthy threshold of the target group.',
    }),
    taskId: first.taskId,
    container: first.container,
  }
}

function placeOf({ container, port }: TargetVerdict): string {
  return port === undefined ? `container ${container}` : `container ${container} on port ${port}`
}

/** What a task waits for, by the status in which it stays. */
const waitsFor: Readonly<Record<string, string>> = {
  PROVISIONING:
    'ECS looks for room and a network interface: look at the events of the service, and at the capacity provider and its instances.',
  PENDING:
    'The agent reads secrets, pulls the image, or waits for containers that others depend on (dependsOn): look at the size of the image and the way to the registry, and at the containers that run already.',
  ACTIVATING:
    'Containers wait for others (dependsOn), or for a volume or a service registry: look at the containers that do not run yet.',
}

function waiting(tasks: readonly Task[]): Hanging | undefined {
  const stuck = tasks.filter(({ lastStatus = '' }) => lastStatus in waitsFor)
  const [first] = stuck
  if (first === undefined) return undefined
  const { lastStatus = '', containers = [] } = first
  return {
    diagnosis: told({
      code: 'timeout',
      headline: `${count(stuck.length, 'task')} of the new version did not get further than ${lastStatus}.`,
      details:
        containers.length > 1 ? [`Its containers: ${containers.map(stateOf).join(', ')}.`] : [],
      remedy: `${waitsFor[lastStatus] ?? ''} When all that only takes long, raise timeout.`,
    }),
    taskId: nameFromArn(first.taskArn ?? ''),
    container: containers.find(isHoldingUp)?.name,
  }
}

/** A container that runs while others do not is what they wait for. */
function isHoldingUp({ lastStatus, exitCode }: Container): boolean {
  return lastStatus === 'RUNNING' || (exitCode !== undefined && exitCode !== 0)
}

function stateOf({ name, lastStatus, healthStatus, exitCode }: Container): string {
  const health = healthStatus === undefined || healthStatus === 'UNKNOWN' ? '' : `, ${healthStatus}`
  const exit = exitCode === undefined ? '' : `, exit code ${exitCode}`
  return `${name} is ${lastStatus}${health}${exit}`
}

function told(parts: {
  readonly code: FailureCode
  readonly headline: string
  readonly details?: readonly string[]
  readonly remedy: string
}): Diagnosis {
  return { details: [], groups: [], log: undefined, ...parts }
}
