import {
  CreateService$,
  DeleteService$,
  DescribeServices$,
  ListServices$,
  UpdateService$,
  type CreateServiceRequest,
  type CreateServiceResponse,
  type DeleteServiceRequest,
  type DeleteServiceResponse,
  type DescribeServicesRequest,
  type DescribeServicesResponse,
  type Failure,
  type ListServicesRequest,
  type ListServicesResponse,
  type Service,
  type UpdateServiceRequest,
  type UpdateServiceResponse,
} from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { EcsModel } from '../model/ecs.ts'
import { serviceView } from '../views/service-view.ts'
import { createService } from './create-service.ts'
import { atMost, pageOf } from './paging.ts'
import { updateService } from './update-service.ts'

const describedAtOnce = 10

/** Create, update, delete, describe and list services. */
export function serviceOperations(model: EcsModel): readonly Operation[] {
  const { arns } = model.cloud
  return [
    operation(CreateService$, (input: CreateServiceRequest): CreateServiceResponse => {
      return { service: serviceView(createService(model, input), arns, true) }
    }),
    operation(UpdateService$, (input: UpdateServiceRequest): UpdateServiceResponse => {
      return { service: serviceView(updateService(model, input), arns, false) }
    }),
    operation(DeleteService$, (input: DeleteServiceRequest): DeleteServiceResponse =>
      deleteService(model, input),
    ),
    operation(DescribeServices$, (input: DescribeServicesRequest): DescribeServicesResponse =>
      describeServices(model, input),
    ),
    operation(ListServices$, (input: ListServicesRequest): ListServicesResponse => {
      const cluster = model.clusters.require(input.cluster)
      const active = [...cluster.services.values()].filter(({ status }) => status !== 'INACTIVE')
      const { items, nextToken } = pageOf(active, { maxResults: 10, ...input })
      return { serviceArns: items.map(({ arn }) => arn), nextToken }
    }),
  ]
}

function describeServices(
  { clusters, cloud }: EcsModel,
  input: DescribeServicesRequest,
): DescribeServicesResponse {
  const cluster = clusters.require(input.cluster)
  atMost(input.services, describedAtOnce, 'services')
  const services: Service[] = []
  const failures: Failure[] = []
  for (const reference of input.services ?? []) {
    const found = clusters.findService(cluster, reference)
    const isArn = reference.startsWith('arn:')
    if (found === undefined) {
      const arn = isArn ? reference : cloud.arns.of('ecs', `service/${cluster.name}/${reference}`)
      failures.push({ arn, reason: 'MISSING' })
    } else services.push(serviceView(found, cloud.arns, input.include?.includes('TAGS') ?? false))
  }
  return { services, failures }
}

function deleteService(
  { clusters, scheduler, cloud }: EcsModel,
  input: DeleteServiceRequest,
): DeleteServiceResponse {
  const cluster = clusters.require(input.cluster)
  const service = clusters.requireActiveService(cluster, input.service ?? '')
  if (service.desiredCount > 0 && input.force !== true) {
    throw new AwsError(
      'InvalidParameterException',
      'The service cannot be stopped while it is scaled above 0.',
    )
  }
  scheduler.drain(service)
  return { service: serviceView(service, cloud.arns, false) }
}
