import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'

/** The memory in MiB that Fargate offers for each cpu: least, most, step. */
const memoryFor: ReadonlyMap<number, readonly [number, number, number]> = new Map([
  [512, [1024, 4096, 1024]],
  [1024, [2048, 8192, 1024]],
  [2048, [4096, 16384, 1024]],
  [4096, [8192, 30720, 1024]],
  [8192, [16384, 61440, 4096]],
  [16384, [32768, 122880, 8192]],
])
const memoryForQuarterCpu = [512, 1024, 2048]

/** Refuses a definition for Fargate that Fargate could not run. */
export function checkFargate(input: RegisterTaskDefinitionRequest): void {
  if (input.networkMode !== 'awsvpc') {
    refuse("Fargate only supports network mode 'awsvpc'.")
  }
  if (input.cpu === undefined || input.memory === undefined) {
    refuse('Fargate requires that cpu and memory be defined at the task level.')
  }
  if (!isFargatePair(input.cpu, input.memory)) {
    refuse(
      `No Fargate configuration exists for given values: ${input.cpu} CPU, ${input.memory} memory. ` +
        'See the Amazon ECS documentation for the valid values.',
    )
  }
  const containers = input.containerDefinitions ?? []
  const needing = containers.find((container) => needsExecutionRole(container))
  if (needing !== undefined && input.executionRoleArn === undefined) {
    refuse(
      `Fargate requires task definition to have execution role ARN to support ${reason(needing)}.`,
    )
  }
  for (const { portMappings = [] } of containers) {
    const other = portMappings.find(
      ({ hostPort, containerPort }) =>
        hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort,
    )
    if (other !== undefined) {
      refuse(
        'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
      )
    }
  }
}

/** Whether Fargate offers this memory with this cpu, in any way of writing. */
export function isFargatePair(cpu: string | undefined, memory: string | undefined): boolean {
  return isPair(units(cpu ?? '', 'VCPU'), units(memory ?? '', 'GB'))
}

function isPair(cpu: number, memory: number): boolean {
  if (cpu === 256) return memoryForQuarterCpu.includes(memory)
  const range = memoryFor.get(cpu)
  if (range === undefined) return false
  const [least, most, step] = range
  return memory >= least && memory <= most && (memory - least) % step === 0
}

/** `512` and `.5 vCPU`, `1024` and `1 GB` are the same. */
export function units(text: string, unit: 'VCPU' | 'GB'): number {
  const compact = text.toUpperCase().replaceAll(' ', '')
  return compact.endsWith(unit) ? Number(compact.slice(0, -unit.length)) * 1024 : Number(compact)
}

function needsExecutionRole(container: ContainerDefinition): boolean {
  return reason(container) !== undefined
}

function reason(container: ContainerDefinition): string | undefined {
  if ((container.secrets ?? []).length > 0) return 'secrets'
  if (container.repositoryCredentials !== undefined) return 'private registry images'
  if (container.logConfiguration?.logDriver === 'awslogs') return 'log driver awslogs'
  return /\.dkr\.ecr\./.test(container.image ?? '') ? 'ECR images' : undefined
}

function refuse(message: string): never {
  throw new AwsError('ClientException', message)
}
