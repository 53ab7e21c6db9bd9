import type { Behaviour } from '../../world/world.ts'
import type { Container } from './container.ts'
import { behaviourFor } from './running-image.ts'
import type { Task } from './task.ts'
import type { StartFault } from './task-resources.ts'
import { containerMemoryLimit, taskMemoryLimit } from './task-size.ts'

/** What a container of a task is going to do, or why it cannot even start. */
export function behaviourOf(
  task: Task,
  container: Container,
  ofImage: Behaviour,
): { readonly behaviour: Behaviour } | { readonly fault: StartFault } {
  const command = commandOf(task, container)
  const behaviour = behaviourFor(ofImage, command)
  if (behaviour.missingExecutable === true) {
    const [executable = ''] = [...(container.definition.entryPoint ?? []), ...command]
    return { fault: notFound(task, container, executable) }
  }
  const { port } = behaviour
  return { behaviour: port !== undefined && isTaken(task, port) ? addressInUse(port) : behaviour }
}

/** The container that the kernel must end for the memory that is held, if there is one. */
export function overweight({ containers, request }: Task): Container | undefined {
  const { definition, overrides } = request
  const own = containers.find((container) => {
    const limit = containerMemoryLimit(definition.content, overrides, container.name)
    return limit !== undefined && container.memoryMebibytes > limit
  })
  if (own !== undefined) return own
  const limit = taskMemoryLimit(definition.content, overrides) ?? Infinity
  const held = containers.reduce((total, { memoryMebibytes }) => total + memoryMebibytes, 0)
  if (held <= limit) return undefined
  return containers.toSorted((a, b) => b.memoryMebibytes - a.memoryMebibytes)[0]
}

function commandOf({ request }: Task, { name, definition }: Container): readonly string[] {
  const overrides = request.overrides?.containerOverrides ?? []
  const override = overrides.find((candidate) => candidate.name === name)
  return override?.command ?? definition.command ?? []
}

/** Containers of a task in one network share its ports. */
function isTaken({ request, containers }: Task, port: number): boolean {
  const { networkMode } = request.definition.content
  const isShared = networkMode === 'awsvpc' || networkMode === 'host'
  return isShared && containers.some(({ ownPort }) => ownPort === port)
}

function addressInUse(port: number): Behaviour {
  return {
    startup: { healthyAfter: 'never' },
    logs: [{ line: `listen tcp 0.0.0.0:${port}: bind: address already in use` }],
    exit: { after: '100ms', code: 1 },
  }
}

function notFound({ request }: Task, { name }: Container, executable: string): StartFault {
  const runtime =
    'failed to create shim task: OCI runtime create failed: runc create failed: unable to start ' +
    `container process: exec: "${executable}": executable file not found in $PATH: unknown`
  const containerReason =
    request.launchType === 'FARGATE'
      ? `CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: ${runtime}`
      : `CannotStartContainerError: Error response from daemon: failed to create task for container: ${runtime}`
  return { reason: 'Task failed to start', container: name, containerReason }
}
