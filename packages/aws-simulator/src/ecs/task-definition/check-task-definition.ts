import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'
import { checkDependencies } from './check-dependencies.ts'
import { checkFargate } from './check-fargate.ts'

/** Refuses what RegisterTaskDefinition refuses, with ECS's ClientException. */
export function checkTaskDefinition(input: RegisterTaskDefinitionRequest): void {
  const containers = input.containerDefinitions ?? []
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(input.family ?? '')) {
    refuse('Family contains invalid characters.')
  }
  if (containers.length === 0) refuse('Container definitions should not be empty.')
  for (const container of containers) checkContainer(container)
  const twice = firstTwice(containers.map(({ name = '' }) => name))
  if (twice !== undefined) {
    refuse(`Container name ${twice} is used more than once in the task definition.`)
  }
  if (containers.every(({ essential }) => essential === false)) {
    refuse('Task definition does not have any essential container.')
  }
  checkDependencies(containers)
  checkVolumes(input)
  if (input.requiresCompatibilities?.includes('FARGATE') === true) checkFargate(input)
  else if (input.cpu === undefined || input.memory === undefined) checkContainerMemory(containers)
}

function checkContainer(container: ContainerDefinition): void {
  const { name = '', image = '' } = container
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) {
    refuse('Container.name contains invalid characters.')
  }
  if (image === '') refuse(`Container.image should not be null or empty.`)
  checkVariables(container)
  checkHealthCheck(container)
  checkLogConfiguration(container)
  checkRestartPolicy(container)
}

function checkVariables(container: ContainerDefinition): void {
  const variables = container.environment?.map((pair) => pair.name ?? '') ?? []
  const secrets = container.secrets?.map((secret) => secret.name ?? '') ?? []
  const both = variables.find((variable) => secrets.includes(variable))
  if (both !== undefined) {
    refuse(
      'The secret name must be unique and not shared with any new or existing environment ' +
        `variables set on the container, such as '${both}'.`,
    )
  }
  if (secrets.some((secret, index) => secrets.indexOf(secret) !== index)) {
    refuse('Duplicate secret names in container definition.')
  }
}

function checkLogConfiguration({ logConfiguration }: ContainerDefinition): void {
  const isGroupMissing = logConfiguration?.options?.['awslogs-group'] === undefined
  if (logConfiguration?.logDriver === 'awslogs' && isGroupMissing) {
    refuse('Log driver awslogs requires options: awslogs-group')
  }
}

function checkRestartPolicy({ restartPolicy }: ContainerDefinition): void {
  const { restartAttemptPeriod: period = 300 } = restartPolicy ?? {}
  if (period < 60 || period > 1800) {
    refuse('Container.restartPolicy.restartAttemptPeriod should be between 60 and 1800.')
  }
}

function checkHealthCheck({ healthCheck }: ContainerDefinition): void {
  if (healthCheck === undefined) return
  const { command = [], interval = 30, timeout = 5, retries = 3, startPeriod = 0 } = healthCheck
  if (command.length === 0) refuse('Container.healthCheck.command should not be empty.')
  within('interval', interval, [5, 300])
  within('timeout', timeout, [2, 60])
  within('retries', retries, [1, 10])
  within('startPeriod', startPeriod, [0, 300])
}

function within(name: string, value: number, [least, most]: readonly [number, number]): void {
  if (value < least || value > most) {
    refuse(`Container.healthCheck.${name} should be between ${least} and ${most}.`)
  }
}

function checkVolumes({ volumes = [], containerDefinitions = [] }: RegisterTaskDefinitionRequest) {
  const known = new Set(volumes.map(({ name }) => name))
  for (const { mountPoints = [] } of containerDefinitions) {
    const unknown = mountPoints.find(({ sourceVolume }) => !known.has(sourceVolume))
    if (unknown !== undefined) refuse(`Unknown volume '${unknown.sourceVolume}'.`)
  }
}

function checkContainerMemory(containers: readonly ContainerDefinition[]): void {
  const without = containers.find(
    ({ memory, memoryReservation }) => memory === undefined && memoryReservation === undefined,
  )
  if (without !== undefined) {
    refuse(
      `Invalid setting for container '${without.name}'. At least one of 'memory' or ` +
        "'memoryReservation' must be specified.",
    )
  }
}

function firstTwice(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index)
}

function refuse(message: string): never {
  throw new AwsError('ClientException', message)
}
