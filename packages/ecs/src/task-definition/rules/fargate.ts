import type { Problem } from '@deploy-actions/action-kit'
import { containersOf, type Definition } from '../definition.ts'
import type { DefinitionRule } from './rule.ts'

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

/** Rules that hold only where the definition asks for Fargate. */
export const fargateRules: readonly DefinitionRule[] = [
  whereFargate(taskSize),
  whereFargate(networkMode),
  whereFargate(executionRole),
]

function whereFargate(rule: DefinitionRule): DefinitionRule {
  return (definition) =>
    definition.requiresCompatibilities?.includes('FARGATE') ? rule(definition) : []
}

function taskSize({ cpu, memory }: Definition): readonly Problem[] {
  const missing = [
    ...(cpu === undefined
      ? [{ path: 'cpu', message: 'is required for Fargate, such as "512"' }]
      : []),
    ...(memory === undefined
      ? [{ path: 'memory', message: 'is required for Fargate, such as "1024"' }]
      : []),
  ]
  if (cpu === undefined || memory === undefined) return missing
  const [units, mebibytes] = [cpuUnits(cpu), memoryMebibytes(memory)]
  const offered = units === undefined ? undefined : memoryFor[units]
  if (offered === undefined) {
    return [
      {
        path: 'cpu',
        message: `is no size of Fargate; allowed: ${Object.keys(memoryFor).join(', ')}`,
      },
    ]
  }
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

function executionRole(definition: Definition): readonly Problem[] {
  if (definition.executionRoleArn) return []
  const reasons = containersOf(definition).flatMap((container) => [
    ...(container.secrets?.length ? ['reads secrets'] : []),
    ...(container.logConfiguration?.logDriver === 'awslogs' ? ['writes to awslogs'] : []),
    ...(container.repositoryCredentials ? ['has repositoryCredentials'] : []),
    ...(/\.dkr[.-]ecr\./.test(container.image ?? '') ? ['comes from Amazon ECR'] : []),
  ])
  if (reasons.length === 0) return []
  return [
    {
      path: 'executionRoleArn',
      message: `is required: a container ${[...new Set(reasons)].join(', ')}`,
    },
  ]
}

/** `512`, `.5 vCPU` or `0.5 vcpu` as CPU units. */
function cpuUnits(cpu: string): number | undefined {
  const virtual = /^(\d*\.?\d+)\s*vcpu$/i.exec(cpu.trim())
  if (virtual) return Number(virtual[1]) * 1024
  return /^\d+$/.test(cpu.trim()) ? Number(cpu) : undefined
}

/** `1024`, `1 GB` or `0.5GB` as MiB. */
function memoryMebibytes(memory: string): number | undefined {
  const gigabytes = /^(\d*\.?\d+)\s*gb$/i.exec(memory.trim())
  if (gigabytes) return Number(gigabytes[1]) * 1024
  return /^\d+$/.test(memory.trim()) ? Number(memory) : undefined
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step)
}
