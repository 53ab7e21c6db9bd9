import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  type ServiceDeployment,
  type ServiceDeploymentBrief,
  type ServiceDeploymentStatus,
  type ServiceRevision,
} from '@aws-sdk/client-ecs'
import { call, isAwsError } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import type { ServiceReference } from './service.ts'

/**
 * Whether an ECS says that it knows no service deployments, or none of this service: also by an answer that is not of
 * its protocol, as some implementations give for what they lack.
 */
export function hasNoServiceDeployments(error: unknown): boolean {
  return isAwsError(
    error,
    'InvalidParameterException',
    'UnsupportedFeatureException',
    'UnknownOperationException',
    'InvalidAction',
    'SyntaxError',
  )
}

/** Which service deployments to list. */
export interface DeploymentFilter extends ServiceReference {
  readonly status?: readonly ServiceDeploymentStatus[]
  readonly createdAfter?: Date | undefined
}

/** The service deployments of a service, newest first. */
export async function listServiceDeployments(
  { ecs, signal }: EcsContext,
  { cluster, service, status, createdAfter }: DeploymentFilter,
): Promise<readonly ServiceDeploymentBrief[]> {
  const found: ServiceDeploymentBrief[] = []
  let nextToken: string | undefined
  do {
    const command = new ListServiceDeploymentsCommand({
      cluster,
      service,
      ...(status ? { status: [...status] } : {}),
      ...(createdAfter ? { createdAt: { after: createdAfter } } : {}),
      ...(nextToken === undefined ? {} : { nextToken }),
    })
    const page = await call(ecs, command, { signal })
    found.push(...(page.serviceDeployments ?? []))
    nextToken = page.nextToken
  } while (nextToken !== undefined)
  return found.toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt))
}

/** One service deployment, or undefined where ECS does not know it (yet). */
export async function findServiceDeployment(
  { ecs, signal }: EcsContext,
  arn: string,
): Promise<ServiceDeployment | undefined> {
  const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })
  return (await call(ecs, command, { signal })).serviceDeployments?.[0]
}

/** One service revision, or undefined where ECS no longer keeps it. */
export async function findServiceRevision(
  { ecs, signal }: EcsContext,
  arn: string,
): Promise<ServiceRevision | undefined> {
  const command = new DescribeServiceRevisionsCommand({ serviceRevisionArns: [arn] })
  return (await call(ecs, command, { signal })).serviceRevisions?.[0]
}
