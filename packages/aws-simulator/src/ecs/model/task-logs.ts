import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import type { LogStream } from '../../cloud/log-store.ts'
import { executionRefusal, executionRoleOf, type ExecutionRole } from './execution-role.ts'
import type { Task } from './task.ts'
import type { TaskRequest } from './task-request.ts'
import type { StartFault } from './task-resources.ts'

const prefix =
  'ResourceInitializationError: failed to validate logger args: create stream has been ' +
  'retried 1 times: failed to create Cloudwatch log stream: '

/** Opens the log streams of all containers that log to CloudWatch, or says why one cannot be. */
export function openLogs(
  cloud: Cloud,
  request: TaskRequest,
  { id: taskId, containers }: Pick<Task, 'id' | 'containers'>,
): { logs: ReadonlyMap<string, LogStream> } | { fault: StartFault } {
  const logs = new Map<string, LogStream>()
  const role = executionRoleOf(request, taskId)
  for (const definition of request.definition.content.containerDefinitions ?? []) {
    if (definition.logConfiguration?.logDriver !== 'awslogs') continue
    const runtimeId = containers.find(({ name }) => name === definition.name)?.runtimeId ?? ''
    const destination = destinationOf(definition, { taskId, runtimeId })
    const opened = open(cloud, destination, role)
    if (typeof opened === 'string') return { fault: { reason: prefix + opened } }
    const writing = needOf(cloud, 'PutLogEvents', destination)
    const mayWrite = executionRefusal(cloud, role, [writing]) === undefined
    // A driver that may not write loses the lines, and the container runs on.
    if (mayWrite) logs.set(definition.name ?? '', opened)
  }
  return { logs }
}

interface Destination {
  readonly group: string
  readonly stream: string
  readonly mayCreateGroup: boolean
}

function open(cloud: Cloud, destination: Destination, role: ExecutionRole): LogStream | string {
  const isMissing = !cloud.logs.groups.has(destination.group)
  const needs = [
    ...(destination.mayCreateGroup && isMissing
      ? [needOf(cloud, 'CreateLogGroup', { ...destination, stream: '' })]
      : []),
    needOf(cloud, 'CreateLogStream', destination),
  ]
  const refusal = executionRefusal(cloud, role, needs)
  if (refusal !== undefined) return refusal
  return (
    cloud.logs.openStream(destination, cloud.timeline.nowMs()) ??
    'ResourceNotFoundException: The specified log group does not exist.'
  )
}

function needOf({ arns }: Cloud, operation: string, { group, stream }: Destination) {
  const resource = arns.of('logs', `log-group:${group}:log-stream:${stream}`)
  return { action: `logs:${operation}`, resource }
}

function destinationOf(
  { name = '', logConfiguration }: ContainerDefinition,
  { taskId, runtimeId }: { readonly taskId: string; readonly runtimeId: string },
): Destination {
  const options = logConfiguration?.options ?? {}
  const ofStream = options['awslogs-stream-prefix']
  return {
    group: options['awslogs-group'] ?? '',
    // Without a prefix the driver takes the id that Docker gave the container.
    stream: ofStream === undefined ? runtimeId : `${ofStream}/${name}/${taskId}`,
    mayCreateGroup: options['awslogs-create-group'] === 'true',
  }
}
