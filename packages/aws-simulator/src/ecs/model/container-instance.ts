import type { WorldContainerInstance } from '../../world/world.ts'
import type { TaskSize } from './task-size.ts'

/** An EC2 instance of a cluster. */
export interface ContainerInstance {
  readonly arn: string
  readonly ec2InstanceId: string
  readonly capacity: WorldContainerInstance
}

/** Why a task cannot be placed on an instance, as RunTask names it. */
export type Shortage = 'RESOURCE:MEMORY' | 'RESOURCE:CPU' | 'RESOURCE:PORTS'

/** What an instance lacks for one more task of this size beside those that it has. */
export function shortageOf(
  { capacity }: ContainerInstance,
  wanted: TaskSize,
  present: readonly TaskSize[],
): Shortage | undefined {
  const sum = (amountOf: (size: TaskSize) => number) =>
    present.reduce((total, size) => total + amountOf(size), 0)
  const ports = new Set(present.flatMap(({ hostPorts }) => hostPorts))
  if (wanted.hostPorts.some((port) => ports.has(port))) return 'RESOURCE:PORTS'
  if (sum((size) => size.cpu) + wanted.cpu > capacity.cpu) return 'RESOURCE:CPU'
  const memory = sum((size) => size.memoryMebibytes) + wanted.memoryMebibytes
  return memory > capacity.memory ? 'RESOURCE:MEMORY' : undefined
}
