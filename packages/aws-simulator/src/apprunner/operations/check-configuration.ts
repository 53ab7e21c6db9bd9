import { parseEcrHost } from '../../registry/model/ecr-host.ts'
import { parseReference } from '../../registry/model/reference.ts'
import type { AppRunnerModel } from '../model/app-runner.ts'
import {
  imageConfigurationOf,
  imageIdentifierOf,
  type ServiceConfiguration,
} from '../model/configuration.ts'
import { invalidRequest } from '../refusals.ts'

/** Throws InvalidRequestException where the settings of a service do not go together, or mean what is not there. */
export function checkConfiguration(
  model: AppRunnerModel,
  configuration: ServiceConfiguration,
): void {
  if (imageIdentifierOf(configuration) === '') {
    throw invalidRequest('Provide either CodeRepository or ImageRepository.')
  }
  checkRoles(model, configuration)
  checkNetwork(model, configuration)
  checkAutoScaling(model, configuration)
  checkObservability(model, configuration)
}

/** The sentences about roles are App Runner's own (aws/apprunner-roadmap, hashicorp/terraform-provider-aws). */
function checkRoles({ cloud }: AppRunnerModel, configuration: ServiceConfiguration): void {
  const { source, instance } = configuration
  const accessRole = source.AuthenticationConfiguration?.AccessRoleArn
  const instanceRole = instance.InstanceRoleArn
  const isPrivate =
    parseEcrHost(parseReference(imageIdentifierOf(configuration)).host) !== undefined
  if (isPrivate && accessRole === undefined) {
    throw invalidRequest('AuthenticationConfiguration needs an AccessRoleArn for images of ECR.')
  }
  if (accessRole !== undefined && !cloud.iam.isForAppRunner(accessRole, 'build')) {
    throw invalidRequest(`Error in assuming access role ${accessRole}`)
  }
  if (instanceRole !== undefined && !cloud.iam.isForAppRunner(instanceRole, 'tasks')) {
    throw invalidRequest(`Error in assuming instance role ${instanceRole}`)
  }
  const { RuntimeEnvironmentSecrets: secrets = {} } = imageConfigurationOf(configuration)
  if (Object.keys(secrets).length > 0 && instanceRole === undefined) {
    throw invalidRequest(
      'Instance Role have to be provided if passing in RuntimeEnvironmentSecrets.',
    )
  }
}

function checkNetwork({ shared }: AppRunnerModel, { network }: ServiceConfiguration): void {
  const { EgressType = 'DEFAULT', VpcConnectorArn: arn } = network.EgressConfiguration ?? {}
  if ((EgressType === 'VPC') !== (arn !== undefined)) {
    throw invalidRequest('VpcConnectorArn goes with the EgressType VPC, and only with it.')
  }
  if (arn === undefined || shared.vpcConnectors.find(arn)?.isActive === true) return
  throw invalidRequest(`The VPC connector ${arn} does not exist or is not ACTIVE.`)
}

function checkAutoScaling(
  { shared }: AppRunnerModel,
  { autoScalingConfigurationArn: arn }: ServiceConfiguration,
): void {
  if (arn === undefined || shared.autoScaling.find(arn)?.isActive === true) return
  throw invalidRequest(`The auto scaling configuration ${arn} does not exist or is not ACTIVE.`)
}

function checkObservability(
  { shared }: AppRunnerModel,
  { observability }: ServiceConfiguration,
): void {
  const { ObservabilityEnabled: isEnabled, ObservabilityConfigurationArn: arn } = observability
  if (isEnabled !== true) return
  if (arn !== undefined && shared.observability.find(arn)?.isActive === true) return
  throw invalidRequest(`The observability configuration ${arn} does not exist or is not ACTIVE.`)
}
