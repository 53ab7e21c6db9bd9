import type { HealthCheckConfiguration } from '@aws-sdk/client-apprunner'
import type { MapEdit } from '@deploy-actions/action-kit'

/** What of a service is asked for; undefined for what stays as it is. */
export interface Settings {
  readonly port: string | undefined
  readonly startCommand: string | undefined
  /** In units. */
  readonly cpu: string | undefined
  /** In MB. */
  readonly memory: string | undefined
  readonly instanceRoleArn: string | undefined
  readonly accessRoleArn: string | undefined
  readonly autoScalingConfigurationArn: string | undefined
  /** `none` for the internet. */
  readonly vpcConnectorArn: string | undefined
  readonly isPubliclyAccessible: boolean | undefined
  readonly ipAddressType: 'IPV4' | 'DUAL_STACK' | undefined
  /** `none` for none. */
  readonly observabilityConfigurationArn: string | undefined
  readonly autoDeployments: boolean | undefined
  readonly environment: MapEdit
  readonly replacesEnvironment: boolean
  readonly replacesSecrets: boolean
  readonly healthCheck: HealthCheckConfiguration
}

/** An image as App Runner takes it. */
export interface DeployedImage {
  /** In full: with its digest, or as the service has it. */
  readonly identifier: string
  readonly repositoryType: 'ECR' | 'ECR_PUBLIC'
}
