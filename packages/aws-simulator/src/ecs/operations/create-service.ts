import { isDeepStrictEqual } from 'node:util'
import type { CreateServiceRequest } from '@aws-sdk/client-ecs'
import { checkCapacity } from './check-capacity.ts'
import { AwsError } from '../../protocol/aws-error.ts'
import type { EcsModel } from '../model/ecs.ts'
import type { ServiceState } from '../model/service.ts'
import {
  checkDeploymentConfiguration,
  checkLoadBalancers,
  checkNetwork,
  checkSupported,
} from './check-service.ts'
import { revisionSettings, serviceSettings } from './service-settings.ts'

/** Creates a service and begins its first deployment; the same request again returns what it made. */
export function createService(model: EcsModel, input: CreateServiceRequest): ServiceState {
  const { clusters, taskDefinitions, scheduler, cloud } = model
  const cluster = clusters.require(input.cluster)
  const name = input.serviceName ?? ''
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) {
    throw new AwsError('InvalidParameterException', 'Service name contains invalid characters.')
  }
  const existing = cluster.services.get(name)
  if (existing !== undefined && existing.status !== 'INACTIVE') {
    if (existing.status === 'ACTIVE' && isDeepStrictEqual(existing.createdWith, input))
      return existing
    throw new AwsError('InvalidParameterException', 'Creation of service was not idempotent.')
  }
  const definition = taskDefinitions.require(input.taskDefinition)
  checkSupported(input)
  checkCapacity(input, cluster)
  checkNetwork(definition, input.networkConfiguration)
  checkLoadBalancers(definition, input.loadBalancers, cloud.targetGroups)
  checkDeploymentConfiguration(input.deploymentConfiguration)
  const service: ServiceState = {
    name,
    arn: cloud.arns.of('ecs', `service/${cluster.name}/${name}`),
    cluster,
    createdAt: cloud.timeline.now(),
    createdWith: input,
    status: 'ACTIVE',
    desiredCount: input.desiredCount ?? 0,
    deploymentConfiguration: {
      strategy: 'ROLLING',
      maximumPercent: 200,
      minimumHealthyPercent: 100,
      ...input.deploymentConfiguration,
    },
    settings: serviceSettings(input),
    capacityProviderStrategy: undefined,
    tags: input.tags ?? [],
    deployments: [],
    serviceDeployments: [],
    revisions: [],
    events: [],
    tasks: new Set(),
    lastCompleted: undefined,
    isSteady: false,
  }
  cluster.services.set(name, service)
  scheduler.rollouts.begin(service, definition, revisionSettings(input))
  return service
}
