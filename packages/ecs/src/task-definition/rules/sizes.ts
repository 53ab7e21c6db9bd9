import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { containersOf, type Definition } from '../definition.ts'
import { outOfRange } from './health-checks.ts'
import { isForFargate, perContainer, problemIf, type DefinitionRule } from './rule.ts'
import { cpuUnits, memoryMebibytes } from './task-size.ts'

/**
 * Rules about CPU and memory of containers, and of the task that they share. Zero counts as not given.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const sizeRules: readonly DefinitionRule[] = [
  taskSizeForm,
  perContainer(ownMemory),
  perContainer(withinTask),
  allWithinTask,
  ephemeralStorage,
]

const leastMemory = 4

/** Which pairs Fargate offers is a rule of its own. */
function taskSizeForm(definition: Definition): readonly Problem[] {
  if (isForFargate(definition)) return []
  const { cpu, memory } = definition
  const units = cpu === undefined ? undefined : (cpuUnits(cpu) ?? Number.NaN)
  return [
    ...outOfRange('cpu', units, [128, 196_608]).map(({ path, message }) => ({
      path,
      message: `${message} (CPU units), or such as 1 vCPU`,
    })),
    ...problemIf(
      memory !== undefined && memoryMebibytes(memory) === undefined,
      'memory',
      'is no size; allowed: MiB such as 1024, or such as 1 GB',
    ),
  ]
}

function ownMemory(
  { memory, memoryReservation, cpu = 0 }: ContainerDefinition,
  definition: Definition,
): readonly Problem[] {
  const tooLittle = `is too little for a container; allowed: ${leastMemory} MiB or more`
  return [
    ...problemIf(isTooLittle(memory), 'memory', tooLittle),
    ...problemIf(isTooLittle(memoryReservation), 'memoryReservation', tooLittle),
    ...problemIf(
      !Number.isInteger(cpu) || cpu < 0,
      'cpu',
      'must be a whole number of CPU units, 0 or more',
    ),
    ...problemIf(
      Boolean(memory) && Boolean(memoryReservation) && (memory ?? 0) < (memoryReservation ?? 0),
      'memoryReservation',
      'is more than memory: the soft limit must be below the hard one',
    ),
    ...problemIf(
      definition.memory === undefined && !isForFargate(definition) && !memory && !memoryReservation,
      'memory',
      'is required, here or as memoryReservation, where the task as a whole has no memory',
    ),
  ]
}

function isTooLittle(mebibytes: number | undefined): boolean {
  return Boolean(mebibytes) && !(Number.isInteger(mebibytes) && (mebibytes ?? 0) >= leastMemory)
}

/** No container can have more than the task. */
function withinTask(container: ContainerDefinition, definition: Definition): readonly Problem[] {
  const task = memoryMebibytes(definition.memory ?? '')
  return (['memory', 'memoryReservation'] as const).flatMap((path) =>
    problemIf(
      task !== undefined && (container[path] ?? 0) > task,
      path,
      `is more than the ${task} MiB of the task`,
    ),
  )
}

/** What is reserved for all containers together: the soft limit of each, or else the hard one. */
function allWithinTask(definition: Definition): readonly Problem[] {
  const containers = containersOf(definition)
  const memory = sum(containers.map((one) => one.memoryReservation || one.memory || 0))
  const cpu = sum(containers.map((one) => one.cpu ?? 0))
  const [taskMemory, taskCpu] = [
    memoryMebibytes(definition.memory ?? ''),
    cpuUnits(definition.cpu ?? ''),
  ]
  return [
    ...problemIf(
      taskMemory !== undefined && containers.length > 1 && memory > taskMemory,
      'containerDefinitions',
      `reserve ${memory} MiB of memory together; the task has ${taskMemory}`,
    ),
    ...problemIf(
      taskCpu !== undefined && cpu > taskCpu,
      'containerDefinitions',
      `reserve ${cpu} CPU units together; the task has ${taskCpu}`,
    ),
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function ephemeralStorage({ ephemeralStorage: storage }: Definition): readonly Problem[] {
  return outOfRange('ephemeralStorage.sizeInGiB', storage?.sizeInGiB, [21, 200])
}
