import type { RegisterTaskDefinitionRequest, TaskOverride } from '@aws-sdk/client-ecs'
import { units } from '../task-definition/check-fargate.ts'

/** What a task takes of the instance that it runs on. */
export interface TaskSize {
  /** CPU units. */
  readonly cpu: number
  readonly memoryMebibytes: number
  /** Ports of the host that no other task may have. */
  readonly hostPorts: readonly number[]
}

/** The memory that all containers of a task may hold together, in MiB; undefined where each has its own limit only. */
export function taskMemoryLimit(
  { memory }: RegisterTaskDefinitionRequest,
  overrides: TaskOverride | undefined,
): number | undefined {
  const text = overrides?.memory ?? memory
  return text === undefined ? undefined : units(text, 'GB')
}

/** The memory that one container may hold, in MiB. */
export function containerMemoryLimit(
  { containerDefinitions = [] }: RegisterTaskDefinitionRequest,
  overrides: TaskOverride | undefined,
  container: string,
): number | undefined {
  const override = overrides?.containerOverrides?.find(({ name }) => name === container)
  return override?.memory ?? containerDefinitions.find(({ name }) => name === container)?.memory
}

/** What a task needs on an instance: its own size, or that of its containers together. */
export function sizeOf(
  content: RegisterTaskDefinitionRequest,
  overrides: TaskOverride | undefined,
): TaskSize {
  const { containerDefinitions = [], networkMode } = content
  const cpu = overrides?.cpu ?? content.cpu
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const mappings = containerDefinitions.flatMap(({ portMappings = [] }) => portMappings)
  const isHost = networkMode === 'host'
  return {
    cpu:
      cpu === undefined ? sum(containerDefinitions.map((one) => one.cpu ?? 0)) : units(cpu, 'VCPU'),
    memoryMebibytes:
      taskMemoryLimit(content, overrides) ??
      sum(containerDefinitions.map((one) => one.memoryReservation ?? one.memory ?? 0)),
    hostPorts:
      networkMode === 'awsvpc'
        ? []
        : mappings
            .map(({ hostPort, containerPort }) => (isHost ? containerPort : hostPort) ?? 0)
            .filter((port) => port !== 0),
  }
}
