import { DescribeClustersCommand, type Cluster } from '@aws-sdk/client-ecs'
import { whatThereIs } from '@deploy-actions/action-kit'
import { attemptCheck, call, nameFromArn } from '@deploy-actions/aws'
import type { EcsContext, Finding } from '@deploy-actions/ecs'
import { desiredCountOf, serviceFinding, type DeploymentTarget } from './target.ts'

/** Places that tasks are to run in and that the cluster has not. */
export async function judgeCapacity(
  { ecs, signal }: EcsContext,
  target: DeploymentTarget,
): Promise<readonly Finding[]> {
  const { service, settings } = target
  const shares = settings.capacityProviderStrategy ?? service.capacityProviderStrategy ?? []
  const needsInstances = shares.length === 0 && service.launchType === 'EC2'
  if (shares.length === 0 && !needsInstances) return []
  const clusterArn = service.clusterArn ?? ''
  const cluster = await attemptCheck(async () => {
    const command = new DescribeClustersCommand({ clusters: [clusterArn] })
    const { clusters = [] } = await call(ecs, command, { signal, resource: clusterArn })
    return clusters[0]
  })
  if (cluster === undefined) return []
  if ('kind' in cluster) {
    const { message, remedy } = cluster
    const problem = `the capacity of the cluster ${nameFromArn(clusterArn)}: ${message}`
    return [serviceFinding(target, 'cluster', { severity: 'not-checked', problem, remedy })]
  }
  return needsInstances ? instances(target, cluster) : providers(target, shares, cluster)
}

function instances(target: DeploymentTarget, cluster: Cluster): readonly Finding[] {
  // Where tasks of the service run there is a place for them, whatever the cluster counts.
  const isRunning = (target.service.runningCount ?? 0) > 0
  const hasInstances = cluster.registeredContainerInstancesCount !== 0
  if (isRunning || hasInstances || desiredCountOf(target) === 0) return []
  return [
    serviceFinding(target, 'launchType', {
      kind: 'capacity',
      severity: 'error',
      problem: `The service runs on EC2, and the cluster ${cluster.clusterName} has no container instance.`,
      remedy: 'Register instances with the cluster, or give a capacity-provider-strategy.',
    }),
  ]
}

function providers(
  target: DeploymentTarget,
  shares: readonly { readonly capacityProvider: string | undefined }[],
  { clusterName, capacityProviders = [] }: Cluster,
): readonly Finding[] {
  const unknown = shares
    .map(({ capacityProvider = '' }) => capacityProvider)
    .filter((name) => !capacityProviders.includes(name))
  return unknown.map((name) =>
    serviceFinding(target, 'capacityProviderStrategy', {
      kind: 'capacity',
      severity: 'error',
      problem: `The cluster ${clusterName} has no capacity provider ${name}.`,
      instead: whatThereIs(name, capacityProviders).trim(),
      remedy: 'Add it to the cluster (PutClusterCapacityProviders), or correct the strategy.',
    }),
  )
}
