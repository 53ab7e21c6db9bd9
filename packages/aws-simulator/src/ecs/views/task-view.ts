import type {
  Container as ContainerView,
  HealthStatus,
  Task as TaskView,
} from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import type { Container } from '../model/container.ts'
import { networkBindings } from '../model/load-balanced.ts'
import type { Task } from '../model/task.ts'

/** A task as `DescribeTasks` shows it. */
export function taskView(task: Task, cloud: Cloud, withTags: boolean): TaskView {
  const { request } = task
  const { content } = request.definition
  return {
    taskArn: task.arn,
    clusterArn: request.clusterArn,
    taskDefinitionArn: request.definition.arn,
    group: request.group,
    startedBy: request.startedBy,
    launchType: request.launchType,
    capacityProviderName: request.capacityProviderName,
    containerInstanceArn: request.instance?.arn,
    ...(request.launchType === 'FARGATE' && {
      platformVersion: request.platformVersion === 'LATEST' ? '1.4.0' : request.platformVersion,
      platformFamily: 'Linux',
    }),
    availabilityZone: `${cloud.arns.region}a`,
    cpu: request.overrides?.cpu ?? content.cpu,
    memory: request.overrides?.memory ?? content.memory,
    enableExecuteCommand: request.enableExecuteCommand ?? false,
    attachments: attachments(task),
    attributes: [],
    overrides: request.overrides ?? { containerOverrides: [], inferenceAcceleratorOverrides: [] },
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    connectivity: task.connectivityAt === undefined ? undefined : 'CONNECTED',
    connectivityAt: task.connectivityAt,
    healthStatus: taskHealth(task),
    createdAt: task.createdAt,
    pullStartedAt: task.pullStartedAt,
    pullStoppedAt: task.pullStoppedAt,
    startedAt: task.startedAt,
    stoppingAt: task.stoppingAt,
    executionStoppedAt: task.executionStoppedAt,
    stoppedAt: task.stoppedAt,
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    containers: task.containers.map((container) => containerView(task, container, cloud)),
    version: task.version,
    tags: withTags ? [...task.tags] : [],
  }
}

/** The worst health among the essential containers that are checked. */
export function taskHealth(task: Task): HealthStatus {
  const checked = task.containers.filter(
    ({ isEssential, healthStatus }) => isEssential && healthStatus !== undefined,
  )
  if (checked.some(({ healthStatus }) => healthStatus === 'UNHEALTHY')) return 'UNHEALTHY'
  if (checked.length === 0) return 'UNKNOWN'
  return checked.every(({ healthStatus }) => healthStatus === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN'
}

function containerView(task: Task, container: Container, cloud: Cloud): ContainerView {
  const path = `container/${task.request.clusterName}/${task.id}/${container.runtimeId.slice(-10)}`
  return {
    containerArn: cloud.arns.of('ecs', path),
    taskArn: task.arn,
    name: container.name,
    image: container.definition.image,
    imageDigest: container.imageDigest,
    runtimeId: container.hasStarted ? container.runtimeId : undefined,
    lastStatus: container.lastStatus,
    healthStatus: container.healthStatus ?? 'UNKNOWN',
    exitCode: container.exitCode,
    reason: container.reason,
    cpu: String(container.definition.cpu ?? 0),
    memory: optionalText(container.definition.memory),
    memoryReservation: optionalText(container.definition.memoryReservation),
    networkBindings: [...networkBindings(task, container)],
    networkInterfaces:
      task.connectivityAt === undefined
        ? []
        : [{ attachmentId: task.id, privateIpv4Address: task.address }],
  }
}

function optionalText(amount: number | undefined): string | undefined {
  return amount === undefined ? undefined : String(amount)
}

function attachments(task: Task): TaskView['attachments'] {
  const subnets = task.request.networkConfiguration?.awsvpcConfiguration?.subnets
  if (subnets === undefined) return []
  const status = task.lastStatus === 'STOPPED' ? 'DELETED' : 'ATTACHED'
  const details = [
    { name: 'subnetId', value: subnets[0] },
    { name: 'networkInterfaceId', value: `eni-${task.id.slice(0, 17)}` },
    { name: 'privateIPv4Address', value: task.address },
  ]
  return [{ id: task.id, type: 'ElasticNetworkInterface', status, details }]
}
