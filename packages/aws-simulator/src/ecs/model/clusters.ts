import type { CapacityProviderStrategyItem, Tag } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import { AwsError } from '../../protocol/aws-error.ts'
import type { WorldContainerInstance } from '../../world/world.ts'
import type { ContainerInstance } from './container-instance.ts'
import type { ServiceState } from './service.ts'
import type { Task } from './task.ts'

export interface ClusterState {
  readonly name: string
  readonly arn: string
  status: 'ACTIVE' | 'INACTIVE'
  tags: readonly Tag[]
  /** Those that tasks may ask for. */
  readonly capacityProviders: readonly string[]
  /** For services and tasks that name neither a strategy nor a launch type. */
  readonly defaultCapacityProviderStrategy: readonly CapacityProviderStrategyItem[]
  /** Undefined where the world does not limit what runs on EC2. */
  containerInstances: readonly ContainerInstance[] | undefined
  readonly services: Map<string, ServiceState>
  /** Every task that can still be described, of services and others. */
  readonly tasks: Map<string, Task>
}

/** The clusters of the account. */
export class Clusters {
  readonly #cloud: Cloud
  readonly #clusters = new Map<string, ClusterState>()

  constructor(cloud: Cloud) {
    this.#cloud = cloud
  }

  /** Creates a cluster, or returns the one that has this name. */
  create(
    name: string,
    {
      tags = [],
      capacityProviders,
      defaultCapacityProviderStrategy = [],
    }: Pick<ClusterState, 'capacityProviders'> &
      Partial<Pick<ClusterState, 'tags' | 'defaultCapacityProviderStrategy'>>,
  ): ClusterState {
    const existing = this.#clusters.get(name)
    if (existing !== undefined) return existing
    const arn = this.#cloud.arns.of('ecs', `cluster/${name}`)
    const created: ClusterState = {
      name,
      arn,
      status: 'ACTIVE',
      tags,
      capacityProviders,
      defaultCapacityProviderStrategy,
      containerInstances: undefined,
      services: new Map(),
      tasks: new Map(),
    }
    this.#clusters.set(name, created)
    return created
  }

  /** From now on, what runs on EC2 in this cluster needs room on one of these. */
  limitTo(instances: readonly WorldContainerInstance[], cluster: ClusterState): void {
    const { arns } = this.#cloud
    cluster.containerInstances = instances.map((capacity, index) => {
      const number = String(index + 1)
      return {
        arn: arns.of('ecs', `container-instance/${cluster.name}/${number.padStart(32, '0')}`),
        ec2InstanceId: `i-${number.padStart(17, '0')}`,
        capacity,
      }
    })
  }

  all(): readonly ClusterState[] {
    return [...this.#clusters.values()]
  }

  /** Finds by name or ARN; without either, the cluster called `default`. */
  find(reference = 'default'): ClusterState | undefined {
    if (!reference.startsWith('arn:')) return this.#clusters.get(reference)
    return this.all().find(({ arn }) => arn === reference)
  }

  require(reference: string | undefined): ClusterState {
    const found = this.find(reference)
    if (found === undefined) throw new AwsError('ClusterNotFoundException', 'Cluster not found.')
    return found
  }

  /** Finds a service by name or ARN in a cluster. */
  findService(cluster: ClusterState, reference: string): ServiceState | undefined {
    if (!reference.startsWith('arn:')) return cluster.services.get(reference)
    return [...cluster.services.values()].find(({ arn }) => arn === reference)
  }

  /** A service that can be changed; throws what ECS throws when it is missing or deleted. */
  requireActiveService(cluster: ClusterState, reference: string): ServiceState {
    const found = this.findService(cluster, reference)
    if (found === undefined) throw new AwsError('ServiceNotFoundException', 'Service not found.')
    if (found.status !== 'ACTIVE') {
      throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.')
    }
    return found
  }

  /** All services of all clusters, deleted ones included. */
  services(): readonly ServiceState[] {
    return this.all().flatMap(({ services }) => [...services.values()])
  }

  tasks(): readonly Task[] {
    return this.all().flatMap(({ tasks }) => [...tasks.values()])
  }
}
