import {
  CreateCluster$,
  DescribeClusters$,
  ListClusters$,
  type Cluster,
  type CreateClusterRequest,
  type CreateClusterResponse,
  type DescribeClustersRequest,
  type DescribeClustersResponse,
  type Failure,
  type ListClustersRequest,
  type ListClustersResponse,
} from '@aws-sdk/client-ecs'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { Clusters, ClusterState } from '../model/clusters.ts'
import type { EcsModel } from '../model/ecs.ts'
import { checkStrategy } from './check-capacity.ts'
import { pageOf } from './paging.ts'

/** Create, describe and list clusters. */
export function clusterOperations({ clusters, cloud }: EcsModel): readonly Operation[] {
  return [
    operation(CreateCluster$, (input: CreateClusterRequest): CreateClusterResponse => {
      const created = createCluster(clusters, input)
      return { cluster: clusterView(created, true) }
    }),
    operation(DescribeClusters$, (input: DescribeClustersRequest): DescribeClustersResponse => {
      const found: Cluster[] = []
      const failures: Failure[] = []
      for (const reference of input.clusters ?? ['default']) {
        const cluster = clusters.find(reference)
        if (cluster !== undefined) {
          found.push(clusterView(cluster, input.include?.includes('TAGS') ?? false))
        } else {
          const isArn = reference.startsWith('arn:')
          const arn = isArn ? reference : cloud.arns.of('ecs', `cluster/${reference}`)
          failures.push({ arn, reason: 'MISSING' })
        }
      }
      return { clusters: found, failures }
    }),
    operation(ListClusters$, (input: ListClustersRequest): ListClustersResponse => {
      const { items, nextToken } = pageOf(clusters.all(), input)
      return { clusterArns: items.map(({ arn }) => arn), nextToken }
    }),
  ]
}

/** What every cluster offers that does not say otherwise. */
const fargateProviders = ['FARGATE', 'FARGATE_SPOT']

function createCluster(clusters: Clusters, input: CreateClusterRequest): ClusterState {
  const { clusterName = 'default', tags, capacityProviders } = input
  const { defaultCapacityProviderStrategy: strategy } = input
  const offered = capacityProviders ?? fargateProviders
  checkStrategy(strategy, { name: clusterName, capacityProviders: offered })
  return clusters.create(clusterName, {
    capacityProviders: offered,
    ...(tags && { tags }),
    ...(strategy && { defaultCapacityProviderStrategy: strategy }),
  })
}

function clusterView(cluster: ClusterState, withTags: boolean): Cluster {
  const tasks = [...cluster.tasks.values()].filter(
    ({ desiredStatus }) => desiredStatus === 'RUNNING',
  )
  const runningTasksCount = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length
  const services = [...cluster.services.values()]
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    activeServicesCount: services.filter(({ status }) => status === 'ACTIVE').length,
    runningTasksCount,
    pendingTasksCount: tasks.length - runningTasksCount,
    registeredContainerInstancesCount: cluster.containerInstances?.length ?? 0,
    capacityProviders: [...cluster.capacityProviders],
    defaultCapacityProviderStrategy: [...cluster.defaultCapacityProviderStrategy],
    settings: [],
    statistics: [],
    tags: withTags ? [...cluster.tags] : [],
  }
}
