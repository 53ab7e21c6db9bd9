import type {
  CreateServiceRequest,
  DeploymentConfiguration,
  LoadBalancer,
  NetworkConfiguration,
  UpdateServiceRequest,
} from '@aws-sdk/client-ecs'
import type { TargetGroups } from '../../load-balancer/target-groups.ts'
import { AwsError } from '../../protocol/aws-error.ts'
import type { TaskDefinitionState } from '../model/task-definitions.ts'

/** An awsvpc task needs subnets, and no other task may have any. */
export function checkNetwork(
  { content }: TaskDefinitionState,
  network: NetworkConfiguration | undefined,
): void {
  const isVpc = content.networkMode === 'awsvpc'
  const hasSubnets = (network?.awsvpcConfiguration?.subnets ?? []).length > 0
  if (isVpc && !hasSubnets) {
    refuse(
      "Network Configuration must be provided when networkMode 'awsvpc' is specified in the task definition.",
    )
  }
  if (!isVpc && network !== undefined) {
    refuse('Network Configuration is not valid for the given networkMode of this task definition.')
  }
}

/** A load balancer's container and port must be in the definition, and its target group must exist. */
export function checkLoadBalancers(
  { content }: TaskDefinitionState,
  loadBalancers: readonly LoadBalancer[] | undefined,
  targetGroups: TargetGroups,
): void {
  for (const { containerName, containerPort, targetGroupArn = '' } of loadBalancers ?? []) {
    const container = content.containerDefinitions?.find(({ name }) => name === containerName)
    if (container === undefined) {
      refuse(`The container ${containerName} does not exist in the task definition.`)
    }
    const ports = container.portMappings?.map((mapping) => mapping.containerPort) ?? []
    if (!ports.includes(containerPort)) {
      refuse(
        `The container ${containerName} did not have a container port ${containerPort} defined.`,
      )
    }
    if (targetGroups.find(targetGroupArn) === undefined) {
      refuse(
        `The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`,
      )
    }
  }
}

/** Percentages that no rolling deployment could be made with are refused. */
export function checkDeploymentConfiguration(given: DeploymentConfiguration | undefined): void {
  const { maximumPercent, minimumHealthyPercent } = given ?? {}
  if (maximumPercent !== undefined && maximumPercent < 100) {
    refuse('maximumPercent must be at least 100.')
  }
  if (minimumHealthyPercent !== undefined && minimumHealthyPercent < 0) {
    refuse('minimumHealthyPercent must not be negative.')
  }
  if (maximumPercent === 100 && minimumHealthyPercent === 100) {
    refuse(
      'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.',
    )
  }
}

/** What the simulator does not play it refuses, rather than playing something else. */
export function checkSupported(input: CreateServiceRequest | UpdateServiceRequest): void {
  if (input.desiredCount !== undefined && input.desiredCount < 0) {
    refuse('Desired count should not be negative.')
  }
  const { strategy = 'ROLLING', alarms } = input.deploymentConfiguration ?? {}
  const type = input.deploymentController?.type ?? 'ECS'
  if (strategy !== 'ROLLING' || type !== 'ECS') {
    unsupported(`deployments of type ${type} with strategy ${strategy}`)
  }
  if (alarms?.enable === true) unsupported('deployment alarms')
  if ('schedulingStrategy' in input && input.schedulingStrategy === 'DAEMON') {
    unsupported('the scheduling strategy DAEMON')
  }
}

function refuse(message: string): never {
  throw new AwsError('InvalidParameterException', message)
}

function unsupported(what: string): never {
  throw new AwsError('UnsupportedFeatureException', `The simulator does not play ${what}.`)
}
