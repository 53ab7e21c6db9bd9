import type { Duration } from './world.ts'

/** A service that exists when the world begins: the input of CreateService, and what AWS would choose. */
export interface WorldAppRunnerService extends Readonly<Record<string, unknown>> {
  readonly ServiceName: string
  /** Its id, of 32 hexadecimal digits, so that its ARN is known. */
  readonly serviceId?: string
  /** The first label of its address. */
  readonly subdomain?: string
  /** What it has become before the world begins. Default `RUNNING`. */
  readonly status?: 'RUNNING' | 'PAUSED' | 'CREATE_FAILED'
}

/** How long the parts of an App Runner operation take. */
export interface WorldAppRunnerTimings {
  readonly scheduling?: Duration
  readonly pull?: Duration
  readonly provisioning?: Duration
  readonly failing?: Duration
  readonly routing?: Duration
  readonly rollback?: Duration
  readonly configuring?: Duration
  readonly pausing?: Duration
  readonly deleting?: Duration
  readonly autoDeployment?: Duration
  readonly restart?: Duration
}

/** An auto scaling configuration; the same name again makes the next revision. */
export interface WorldAutoScalingConfiguration {
  readonly AutoScalingConfigurationName: string
  readonly MaxConcurrency?: number
  readonly MinSize?: number
  readonly MaxSize?: number
  readonly Status?: 'ACTIVE' | 'INACTIVE'
}

/** A VPC connector; the same name again makes the next revision. */
export interface WorldVpcConnector {
  readonly VpcConnectorName: string
  readonly Subnets?: readonly string[]
  readonly SecurityGroups?: readonly string[]
  readonly Status?: 'ACTIVE' | 'INACTIVE'
}

/** An observability configuration; the same name again makes the next revision. */
export interface WorldObservabilityConfiguration {
  readonly ObservabilityConfigurationName: string
  readonly TraceConfiguration?: { readonly Vendor: 'AWSXRAY' }
  readonly Status?: 'ACTIVE' | 'INACTIVE'
}

/** App Runner in the account. */
export interface WorldAppRunner {
  readonly services?: readonly WorldAppRunnerService[]
  /** If given, no others exist but the default one. */
  readonly autoScalingConfigurations?: readonly WorldAutoScalingConfiguration[]
  /** If given, no others exist. */
  readonly vpcConnectors?: readonly WorldVpcConnector[]
  /** If given, no others exist. */
  readonly observabilityConfigurations?: readonly WorldObservabilityConfiguration[]
  /** How many services the account may have. Default 30. */
  readonly serviceQuota?: number
  readonly timings?: WorldAppRunnerTimings
}
