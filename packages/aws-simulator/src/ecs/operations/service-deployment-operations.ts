import {
  DescribeServiceDeployments$,
  DescribeServiceRevisions$,
  ListServiceDeployments$,
  ServiceDeploymentStatus,
  StopServiceDeployment$,
  type DescribeServiceDeploymentsRequest,
  type DescribeServiceDeploymentsResponse,
  type DescribeServiceRevisionsRequest,
  type DescribeServiceRevisionsResponse,
  type ListServiceDeploymentsRequest,
  type ListServiceDeploymentsResponse,
  type StopServiceDeploymentRequest,
  type StopServiceDeploymentResponse,
} from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { EcsModel } from '../model/ecs.ts'
import { isUnderWay, type ServiceState } from '../model/service.ts'
import { rememberedDeployments, rememberedRevisions } from '../model/service-history.ts'
import {
  revisionView,
  serviceDeploymentBrief,
  serviceDeploymentView,
} from '../views/service-deployment-view.ts'
import { checkValues } from './check-values.ts'
import { atMost, pageOf } from './paging.ts'

const describedAtOnce = 20

/** List, describe and stop service deployments; describe service revisions. */
export function serviceDeploymentOperations(model: EcsModel): readonly Operation[] {
  return [
    operation(ListServiceDeployments$, (input: ListServiceDeploymentsRequest) =>
      listServiceDeployments(model, input),
    ),
    operation(
      DescribeServiceDeployments$,
      (input: DescribeServiceDeploymentsRequest): DescribeServiceDeploymentsResponse => {
        atMost(input.serviceDeploymentArns, describedAtOnce, 'serviceDeploymentArns')
        const { found, failures } = lookUp(input.serviceDeploymentArns ?? [], (arn) =>
          findServiceDeployment(model, arn),
        )
        const serviceDeployments = found.map(({ service, item }) =>
          serviceDeploymentView(service, item),
        )
        return { serviceDeployments, failures }
      },
    ),
    operation(
      DescribeServiceRevisions$,
      (input: DescribeServiceRevisionsRequest): DescribeServiceRevisionsResponse => {
        atMost(input.serviceRevisionArns, describedAtOnce, 'serviceRevisionArns')
        const { found, failures } = lookUp(input.serviceRevisionArns ?? [], (arn) =>
          findIn(model, (service) => rememberedRevisions(service, model.cloud), arn),
        )
        return {
          serviceRevisions: found.map((one) => revisionView(one.service, one.item)),
          failures,
        }
      },
    ),
    operation(
      StopServiceDeployment$,
      (input: StopServiceDeploymentRequest): StopServiceDeploymentResponse =>
        stopServiceDeployment(model, input),
    ),
  ]
}

function listServiceDeployments(
  { clusters, cloud }: EcsModel,
  input: ListServiceDeploymentsRequest,
): ListServiceDeploymentsResponse {
  const cluster = clusters.require(input.cluster)
  const service = clusters.findService(cluster, input.service ?? '')
  if (service === undefined) throw new AwsError('ServiceNotFoundException', 'Service not found.')
  const { status = [], createdAt = {} } = input
  checkValues('status', status, ServiceDeploymentStatus)
  const listed = rememberedDeployments(service, cloud)
    .filter((state) => status.length === 0 || status.includes(state.status))
    .filter((state) => createdAt.after === undefined || state.createdAt >= createdAt.after)
    .filter((state) => createdAt.before === undefined || state.createdAt <= createdAt.before)
    .toReversed()
  const { items, nextToken } = pageOf(listed, input)
  return {
    serviceDeployments: items.map((state) => serviceDeploymentBrief(service, state)),
    nextToken,
  }
}

function stopServiceDeployment(
  model: EcsModel,
  { serviceDeploymentArn: arn = '', stopType = 'ROLLBACK' }: StopServiceDeploymentRequest,
): StopServiceDeploymentResponse {
  const found = findServiceDeployment(model, arn)
  if (found === undefined) {
    throw new AwsError('ServiceDeploymentNotFoundException', 'Service deployment not found.')
  }
  const { service, item } = found
  if (stopType !== 'ROLLBACK') {
    throw new AwsError('UnsupportedFeatureException', `The stop type ${stopType} is not supported.`)
  }
  if (!isUnderWay(item)) {
    throw new AwsError('ConflictException', `The service deployment is already ${item.status}.`, {
      members: { resourceIds: [arn] },
    })
  }
  const isBeginning = item.status === 'PENDING' || item.status === 'IN_PROGRESS'
  if (isBeginning) model.scheduler.rollouts.stop(service, item)
  return { serviceDeploymentArn: arn }
}

function findServiceDeployment(model: EcsModel, arn: string) {
  return findIn(model, (service) => rememberedDeployments(service, model.cloud), arn)
}

function findIn<Item extends { readonly arn: string }>(
  { clusters }: EcsModel,
  itemsOf: (service: ServiceState) => readonly Item[],
  arn: string,
): { service: ServiceState; item: Item } | undefined {
  for (const service of clusters.services()) {
    const item = itemsOf(service).find((candidate) => candidate.arn === arn)
    if (item !== undefined) return { service, item }
  }
  return undefined
}

function lookUp<Found>(arns: readonly string[], find: (arn: string) => Found | undefined) {
  const found: Found[] = []
  const failures: { arn: string; reason: string }[] = []
  for (const arn of arns) {
    const one = find(arn)
    if (one === undefined) failures.push({ arn, reason: 'MISSING' })
    else found.push(one)
  }
  return { found, failures }
}
