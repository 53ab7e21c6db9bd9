import type { LaunchType, RunTaskRequest } from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'
import { chooseCapacity } from '../model/capacity-provider.ts'
import type { ClusterState } from '../model/clusters.ts'
import type { TaskDefinitionState } from '../model/task-definitions.ts'
import { isFargatePair } from '../task-definition/check-fargate.ts'
import { checkCapacity } from './check-capacity.ts'
import { checkNetwork } from './check-service.ts'

const mostTasks = 10
const mostTags = 50
const longestOverrides = 8192

/** Refuses what RunTask refuses before it starts anything. */
export function checkRunTask(
  input: RunTaskRequest,
  definition: TaskDefinitionState,
  cluster: ClusterState,
): void {
  const { count = 1, startedBy, clientToken, tags = [] } = input
  if (count < 1 || count > mostTasks) refuse('Count must be between 1 and 10.')
  if (startedBy !== undefined && !/^[A-Za-z0-9\-/_]{1,128}$/.test(startedBy)) {
    refuse('startedBy contains invalid characters.')
  }
  if (clientToken !== undefined && !/^[!-~]{1,64}$/.test(clientToken)) {
    refuse('clientToken must have between 1 and 64 ASCII characters from ! to ~.')
  }
  if (String(input.propagateTags) === 'SERVICE') {
    refuse('propagateTags: SERVICE is not allowed when running a task.')
  }
  if (tags.length > mostTags) refuse(`A resource has at most ${mostTags} tags.`)
  checkCapacity(input, cluster)
  checkNetwork(definition, input.networkConfiguration)
  checkOverrides(input, definition)
  checkInstances(input, cluster)
  checkAddress(input, cluster)
}

function checkOverrides({ overrides, ...input }: RunTaskRequest, definition: TaskDefinitionState) {
  if (overrides === undefined) return
  const { containerDefinitions = [], requiresCompatibilities = [] } = definition.content
  const names = containerDefinitions.map(({ name }) => name)
  const unknown = overrides.containerOverrides?.find(({ name }) => !names.includes(name))
  if (unknown !== undefined) {
    refuse(`Override for container named ${unknown.name} is not a container in the TaskDefinition.`)
  }
  if (JSON.stringify(overrides).length > longestOverrides) {
    refuse('Container Overrides length must be at most 8192')
  }
  const { cpu = definition.content.cpu, memory = definition.content.memory } = overrides
  const isFargate = input.launchType !== 'EC2' && requiresCompatibilities.includes('FARGATE')
  if (isFargate && !isFargatePair(cpu, memory)) {
    refuse('No Fargate configuration exists for given values.')
  }
}

/** A cluster without any instance cannot even try to run a task on EC2. */
function checkInstances(input: RunTaskRequest, cluster: ClusterState): void {
  if (launchTypeOf(input, cluster) === 'EC2' && cluster.containerInstances?.length === 0) {
    refuse('No Container Instances were found in your cluster.')
  }
}

/** Instances have the addresses that they have. */
function checkAddress(input: RunTaskRequest, cluster: ClusterState): void {
  const { assignPublicIp } = input.networkConfiguration?.awsvpcConfiguration ?? {}
  if (assignPublicIp === 'ENABLED' && launchTypeOf(input, cluster) !== 'FARGATE') {
    refuse('Assign public IP is not supported for this launch type.')
  }
}

function launchTypeOf(input: RunTaskRequest, cluster: ClusterState): LaunchType {
  const demand = { launchType: input.launchType, strategy: input.capacityProviderStrategy }
  return chooseCapacity(demand, cluster.defaultCapacityProviderStrategy, []).launchType
}

function refuse(message: string): never {
  throw new AwsError('InvalidParameterException', message)
}
