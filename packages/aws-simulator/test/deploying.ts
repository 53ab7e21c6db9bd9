import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
  type ECSClient,
  type RegisterTaskDefinitionCommandInput,
  type Service,
  type ServiceDeployment,
  type Task,
  type UpdateServiceCommandInput,
} from '@aws-sdk/client-ecs'
import { repository, taskDefinition } from './arbiter-world.ts'
import { sleepSeconds } from './in-virtual-time.ts'

export const target = { cluster: 'arbiter-ai', service: 'backend' }
const pollSeconds = 5
const underWay = [
  'PENDING',
  'IN_PROGRESS',
  'STOP_REQUESTED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
]

/** Registers the backend with the image of this tag, and updates the service to it. */
export async function deployTag(
  ecs: ECSClient,
  tag: string,
  update: Partial<UpdateServiceCommandInput> = {},
): Promise<string> {
  return deploy(ecs, taskDefinition(`${repository}:${tag}`), update)
}

/** Registers a definition, and updates the service to it; returns the ARN of the service deployment. */
export async function deploy(
  ecs: ECSClient,
  definition: RegisterTaskDefinitionCommandInput,
  update: Partial<UpdateServiceCommandInput> = {},
): Promise<string> {
  const { taskDefinition: registered } = await ecs.send(
    new RegisterTaskDefinitionCommand(definition),
  )
  const { service } = await ecs.send(
    new UpdateServiceCommand({
      ...target,
      taskDefinition: registered?.taskDefinitionArn,
      ...update,
    }),
  )
  return service?.currentServiceDeployment ?? ''
}

/** Polls a service deployment until it can no longer change; gives up after an hour. */
export async function untilEnded(ecs: ECSClient, arn: string): Promise<ServiceDeployment> {
  for (let polls = 0; polls < 720; polls += 1) {
    const deployment = await describeDeployment(ecs, arn)
    if (!underWay.includes(deployment.status ?? '')) return deployment
    await sleepSeconds(pollSeconds)
  }
  throw new Error(`${arn} has not ended within an hour.`)
}

export async function describeDeployment(ecs: ECSClient, arn: string): Promise<ServiceDeployment> {
  const answer = await ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] }),
  )
  return answer.serviceDeployments?.[0] ?? {}
}

export async function describeService(ecs: ECSClient): Promise<Service> {
  const answer = await ecs.send(
    new DescribeServicesCommand({ cluster: target.cluster, services: [target.service] }),
  )
  return answer.services?.[0] ?? {}
}

/** The service's events, the oldest first, without its name. */
export async function eventsOf(ecs: ECSClient): Promise<readonly string[]> {
  const { events = [] } = await describeService(ecs)
  return events.map(({ message = '' }) => message.replace('(service backend) ', '')).toReversed()
}

export async function describeTasks(
  ecs: ECSClient,
  desiredStatus: 'RUNNING' | 'STOPPED',
): Promise<readonly Task[]> {
  const { taskArns = [] } = await ecs.send(
    new ListTasksCommand({
      cluster: target.cluster,
      serviceName: target.service,
      desiredStatus,
    }),
  )
  if (taskArns.length === 0) return []
  const { tasks = [] } = await ecs.send(
    new DescribeTasksCommand({ cluster: target.cluster, tasks: taskArns }),
  )
  return tasks
}

export async function imagesOf(ecs: ECSClient, revisionArn: string | undefined) {
  const { serviceRevisions } = await ecs.send(
    new DescribeServiceRevisionsCommand({ serviceRevisionArns: [revisionArn ?? ''] }),
  )
  return serviceRevisions?.[0]?.containerImages ?? []
}

export async function listDeployments(ecs: ECSClient) {
  const { serviceDeployments = [] } = await ecs.send(new ListServiceDeploymentsCommand(target))
  return serviceDeployments
}
