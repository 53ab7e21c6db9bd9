import { fillWith, readVariables, type ContextOf, type MapEdit } from '@deploy-actions/action-kit'
import { findArn } from '@deploy-actions/aws'
import type { PreflightGrade } from '@deploy-actions/ecs'
import type { contract } from './contract.ts'
import { rules } from './inputs/rules.ts'
import type { VerificationFor } from './inputs/service-verification.ts'
import type { Settings } from './settings/settings.ts'

export type Context = ContextOf<typeof contract>

export interface Inputs {
  readonly service: string
  /** As it is written; undefined for the image that the service has. */
  readonly image: string | undefined
  readonly mayCreate: boolean
  readonly resume: boolean
  /** What is given, besides image and secrets. */
  readonly settings: Settings
  /** References as they are written. */
  readonly secrets: MapEdit
  readonly tags: ReadonlyMap<string, string>
  readonly kmsKeyArn: string | undefined
  readonly preflight: PreflightGrade
  readonly verify: VerificationFor | undefined
  readonly onFailure: 'rollback' | 'leave'
  readonly onCancel: 'rollback' | 'leave'
  readonly wait: boolean
  readonly timeoutSeconds: number
  readonly inFlight: 'wait' | 'fail'
  readonly dryRun: boolean
  /** For a comment on the pull request, where one is asked for. */
  readonly commentToken: string | undefined
  readonly region: string | undefined
}

type Parsed = ReturnType<Context['parseInputs']>

/** Reads the inputs; throws one error with everything that is wrong with them. */
export async function readInputs(context: Context): Promise<Inputs> {
  const variables = await readVariables(context.host)
  const parsed = context.parseInputs({
    rules,
    fill: variables && fillWith(variables),
  })
  return {
    service: parsed.service,
    image: parsed.image,
    mayCreate: parsed.create === 'if-missing',
    resume: parsed.resume,
    settings: settingsOf(parsed),
    secrets: parsed.secrets ?? new Map(),
    tags: parsed.tags ?? new Map(),
    kmsKeyArn: parsed.kmsKeyArn,
    preflight: parsed.preflight,
    verify: parsed.verify,
    onFailure: parsed.onFailure,
    onCancel: parsed.onCancel,
    wait: parsed.wait,
    timeoutSeconds: parsed.timeout,
    inFlight: parsed.inFlight,
    dryRun: parsed.dryRun,
    commentToken: parsed.commentOnPr ? parsed.githubToken : undefined,
    // A service that is named by its ARN lies in one region only.
    region: parsed.awsRegion ?? findArn(parsed.service)?.region,
  }
}

function settingsOf(parsed: Parsed): Settings {
  return {
    port: parsed.port === undefined ? undefined : String(parsed.port),
    startCommand: parsed.startCommand,
    cpu: parsed.cpu,
    memory: parsed.memory,
    instanceRoleArn: parsed.instanceRoleArn,
    accessRoleArn: parsed.accessRoleArn,
    autoScalingConfigurationArn: parsed.autoScalingConfigurationArn,
    vpcConnectorArn: parsed.vpcConnectorArn,
    isPubliclyAccessible: parsed.publiclyAccessible,
    ipAddressType: parsed.ipAddressType,
    observabilityConfigurationArn: parsed.observabilityConfigurationArn,
    autoDeployments: parsed.autoDeployments,
    environment: parsed.environment ?? new Map(),
    replacesEnvironment:
      parsed.environmentStrategy === 'replace' && parsed.environment !== undefined,
    replacesSecrets: parsed.secretsStrategy === 'replace' && parsed.secrets !== undefined,
    healthCheck: {
      Protocol: parsed.healthCheckProtocol,
      Path: parsed.healthCheckPath,
      Interval: parsed.healthCheckInterval,
      Timeout: parsed.healthCheckTimeout,
      HealthyThreshold: parsed.healthCheckHealthyThreshold,
      UnhealthyThreshold: parsed.healthCheckUnhealthyThreshold,
    },
  }
}
