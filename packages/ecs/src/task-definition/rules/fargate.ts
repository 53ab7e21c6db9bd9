import type { Problem } from '@deploy-actions/action-kit'
import type { Definition } from '../definition.ts'
import { whereFargate, type DefinitionRule } from './rule.ts'
import { cpuUnits, memoryMebibytes } from './task-size.ts'

/**
 * Memory in MiB that Fargate offers for each number of CPU units. Source: AWS documentation, "Task
 * definition parameters for Fargate", task size.
 */
const memoryFor: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: range(1024, 4096, 1024),
  1024: range(2048, 8192, 1024),
  2048: range(4096, 16_384, 1024),
  4096: range(8192, 30_720, 1024),
  8192: range(16_384, 61_440, 4096),
  16384: range(32_768, 122_880, 8192),
}

/** Sizes of which Fargate has Windows too. */
const sizesForWindows: readonly number[] = [1024, 2048, 4096]

/** Rules about the size of tasks on Fargate, and their network. */
export const fargateRules: readonly DefinitionRule[] = [
  whereFargate(taskSize),
  whereFargate(networkMode),
]

function taskSize({ cpu, memory, runtimePlatform }: Definition): readonly Problem[] {
  const missing = [
    ...(cpu === undefined
      ? [{ path: 'cpu', message: 'is required for Fargate, such as "512"' }]
      : []),
    ...(memory === undefined
      ? [{ path: 'memory', message: 'is required for Fargate, such as "1024"' }]
      : []),
  ]
  if (cpu === undefined || memory === undefined) return missing
  const isWindows = runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ?? false
  const sizes = isWindows ? sizesForWindows : Object.keys(memoryFor).map(Number)
  const units = cpuUnits(cpu)
  const offered = units !== undefined && sizes.includes(units) ? memoryFor[units] : undefined
  if (offered === undefined) {
    const where = isWindows ? 'of Windows on Fargate' : 'of Fargate'
    return [{ path: 'cpu', message: `is no size ${where}; allowed: ${sizes.join(', ')}` }]
  }
  const mebibytes = memoryMebibytes(memory)
  if (mebibytes !== undefined && offered.includes(mebibytes)) return []
  return [
    {
      path: 'memory',
      message: `does not go with cpu ${units} on Fargate; allowed: ${offered.join(', ')}`,
    },
  ]
}

function networkMode({ networkMode: mode }: Definition): readonly Problem[] {
  return mode === 'awsvpc' ? [] : [{ path: 'networkMode', message: 'must be awsvpc for Fargate' }]
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step)
}
