import type {
  CreateServiceRequest,
  DeploymentConfiguration,
  LoadBalancer,
  NetworkConfiguration,
  NetworkMode,
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
    checkTargetGroup(targetGroupArn, content.networkMode, targetGroups)
  }
}

function checkTargetGroup(
  arn: string,
  networkMode: NetworkMode | undefined,
  targetGroups: TargetGroups,
): void {
  const { loadBalancerArns = [], targetType } = targetGroups.find(arn) ?? {}
  if (loadBalancerArns.length === 0) {
    refuse(`The target group with targetGroupArn ${arn} does not have an associated load balancer.`)
  }
  const isVpc = networkMode === 'awsvpc'
  if (targetType !== undefined && (targetType === 'ip') !== isVpc) {
    refuse(
      `The provided target group ${arn} has target type ${targetType}, which is incompatible with ` +
        `the ${networkMode ?? 'bridge'} network mode specified in the task definition.`,
    )
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
  checkFailureDetection(given ?? {})
  checkEarlySuccess(given ?? {})
}

function checkFailureDetection({
  alarms,
  deploymentCircuitBreaker,
}: DeploymentConfiguration): void {
  if (alarms?.enable === true && (alarms.alarmNames ?? []).length === 0) {
    refuse('alarmNames must contain at least one alarm when alarms are enabled.')
  }
  const { value = 1 } = deploymentCircuitBreaker?.thresholdConfiguration ?? {}
  if (!Number.isInteger(value) || value < 1) {
    refuse('The value of the thresholdConfiguration must be a positive integer.')
  }
}

function checkEarlySuccess({
  earlySuccessCriteria: criteria,
  minimumHealthyPercent = 100,
}: DeploymentConfiguration): void {
  if (criteria?.enable !== true) return
  const { healthyPercent, sourceServiceRevisionCleanup: cleanup } = criteria
  if (healthyPercent === undefined || cleanup === undefined) {
    return refuse(
      'healthyPercent and sourceServiceRevisionCleanup must be specified when the early success criteria are enabled.',
    )
  }
  if (healthyPercent > 100 || healthyPercent < minimumHealthyPercent) {
    refuse(
      'The healthyPercent of the early success criteria must be between minimumHealthyPercent and 100.',
    )
  }
}

/** What the simulator does not play it refuses, rather than playing something else. */
export function checkSupported(input: CreateServiceRequest | UpdateServiceRequest): void {
  if (input.desiredCount !== undefined && input.desiredCount < 0) {
    refuse('Desired count should not be negative.')
  }
  const { strategy = 'ROLLING' } = input.deploymentConfiguration ?? {}
  const type = input.deploymentController?.type ?? 'ECS'
  if (strategy !== 'ROLLING' || type !== 'ECS') {
    unsupported(`deployments of type ${type} with strategy ${strategy}`)
  }
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
