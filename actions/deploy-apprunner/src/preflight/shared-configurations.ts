import { ActionError } from '@deploy-actions/action-kit'
import { attemptCheck, call, isAwsError, type LookupContext } from '@deploy-actions/aws'
import { notChecked, type Finding } from '@deploy-actions/ecs'
import type { Configuration } from '../settings/configuration.ts'
import type { Settings } from '../settings/settings.ts'

/** Settings whose shared configurations are named in full, as App Runner tells of them. */
export interface Resolved {
  readonly settings: Settings
  readonly findings: readonly Finding[]
}

interface Shared {
  /** The input that names it. */
  readonly field: string
  /** As it is written. */
  readonly given: string | undefined
  /** What the service has. */
  readonly current: string | undefined
  /** Asks App Runner for the ARN in full. */
  readonly read: (arn: string) => Promise<string | undefined>
}

/**
 * Finds out which revisions the ARNs of shared configurations mean: one without a revision means the latest, and App Runner tells of
 * services by full ARNs only. Nobody is asked about an ARN that is in full, or that means what the service has.
 * https://docs.aws.amazon.com/apprunner/latest/api/API_DescribeAutoScalingConfiguration.html
 */
export async function resolveShared(
  context: LookupContext,
  settings: Settings,
  current: Configuration,
): Promise<Resolved> {
  const scaling = await resolve({
    field: 'auto-scaling-configuration-arn',
    given: settings.autoScalingConfigurationArn,
    current: current.AutoScalingConfigurationArn,
    read: (arn) => readAutoScaling(context, arn),
  })
  const observability = await resolve({
    field: 'observability-configuration-arn',
    given: settings.observabilityConfigurationArn,
    current: current.ObservabilityConfiguration?.ObservabilityConfigurationArn,
    read: (arn) => readObservability(context, arn),
  })
  return {
    settings: {
      ...settings,
      autoScalingConfigurationArn: scaling.arn,
      observabilityConfigurationArn: observability.arn,
    },
    findings: [...scaling.findings, ...observability.findings],
  }
}

async function resolve(shared: Shared): Promise<{
  readonly arn: string | undefined
  readonly findings: readonly Finding[]
}> {
  const { given, current, read, field } = shared
  if (given === undefined || given === 'none' || isInFull(given)) {
    return { arn: given, findings: [] }
  }
  const means = current?.startsWith(`${given}/`) === true ? current : undefined
  if (means !== undefined && hasRevision(given)) return { arn: means, findings: [] }
  const place = { definition: '', field }
  const found = await attemptCheck(async () => ({ arn: await readOrMissing(read, given) }))
  if ('kind' in found) {
    const what = `which revision ${given} means now`
    return {
      arn: means ?? given,
      findings: [{ kind: 'service', place, ...notChecked(what, found) }],
    }
  }
  if (found.arn !== undefined) return { arn: found.arn, findings: [] }
  const remedy = `Correct ${field}, its region or its account, or create the configuration.`
  const problem = `There is no configuration ${given} that is active.`
  const finding: Finding = {
    kind: 'service',
    severity: 'error',
    place,
    problem,
    instead: '',
    remedy,
  }
  return { arn: given, findings: [finding] }
}

/** `…/name/3/0123…`: name, revision and id. */
function isInFull(arn: string): boolean {
  return arn.split('/').length >= 4
}

function hasRevision(arn: string): boolean {
  return arn.split('/').length >= 3
}

async function readOrMissing(read: Shared['read'], arn: string): Promise<string | undefined> {
  try {
    return await read(arn)
  } catch (error) {
    if (error instanceof ActionError && isAwsError(error, 'ResourceNotFoundException')) {
      return undefined
    }
    throw error
  }
}

async function readAutoScaling(
  { clients, signal }: LookupContext,
  arn: string,
): Promise<string | undefined> {
  const { DescribeAutoScalingConfigurationCommand } = await import('@aws-sdk/client-apprunner')
  const command = new DescribeAutoScalingConfigurationCommand({ AutoScalingConfigurationArn: arn })
  const answer = await call(await clients.appRunner(), command, { signal, resource: arn })
  return answer.AutoScalingConfiguration?.AutoScalingConfigurationArn
}

async function readObservability(
  { clients, signal }: LookupContext,
  arn: string,
): Promise<string | undefined> {
  const { DescribeObservabilityConfigurationCommand } = await import('@aws-sdk/client-apprunner')
  const command = new DescribeObservabilityConfigurationCommand({
    ObservabilityConfigurationArn: arn,
  })
  const answer = await call(await clients.appRunner(), command, { signal, resource: arn })
  return answer.ObservabilityConfiguration?.ObservabilityConfigurationArn
}
