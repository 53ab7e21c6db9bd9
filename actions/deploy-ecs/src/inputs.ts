import type { ContextOf, Parsed } from '@deploy-actions/action-kit'
import { secretsOf, type Verification } from '@deploy-actions/checks'
import type { PreflightGrade, ServiceReference, ServiceSettings } from '@deploy-actions/ecs'
import { registryLogin, type RegistryCredentials } from '@deploy-actions/registry'
import type { contract } from './contract.ts'
import { rules } from './input-rules.ts'

export type Context = ContextOf<typeof contract>

/** What is to run. */
export type Wanted =
  | { readonly kind: 'definition'; readonly definition: string }
  | {
      readonly kind: 'images'
      readonly image: string | undefined
      readonly images: ReadonlyMap<string, string> | undefined
    }
  /** A version that the service ran before. */
  | { readonly kind: 'past-version'; readonly version: string }
  /** What runs already, in new tasks. */
  | { readonly kind: 'same-again' }
  /** What runs already; only settings change. */
  | { readonly kind: 'as-it-is' }

export interface Inputs {
  readonly reference: ServiceReference
  readonly wanted: Wanted
  readonly settings: ServiceSettings
  /** Path of what to create the service from, if it may be created. */
  readonly serviceDefinition: string | undefined
  readonly pinImages: boolean
  readonly preflight: PreflightGrade
  readonly credentials: RegistryCredentials | undefined
  readonly forceNewDeployment: boolean
  readonly skipUnchanged: boolean
  readonly inFlight: 'supersede' | 'wait' | 'fail'
  readonly staleRun: 'refuse' | 'allow'
  readonly verification: Verification | undefined
  readonly wait: boolean
  /** Seconds; `auto` is found out from the service. */
  readonly timeout: number | 'auto'
  readonly failFast: boolean
  readonly onFailure: 'rollback' | 'leave'
  readonly onCancel: 'rollback' | 'leave'
  readonly dryRun: boolean
  /** For a comment on the pull request, where one is asked for. */
  readonly commentToken: string | undefined
  readonly region: string | undefined
}

type Values = Parsed<(typeof contract)['inputs']>

/** Reads the inputs; throws one error with everything that is wrong with them. */
export function readInputs(context: Context): Inputs {
  const inputs = context.parseInputs({ rules })
  for (const secret of secretsOf(inputs.verify?.checks ?? [])) context.host.mask(secret)
  return {
    reference: { cluster: inputs.cluster, service: inputs.service },
    wanted: wantedOf(inputs),
    settings: settingsOf(inputs),
    serviceDefinition: inputs.create === 'if-missing' ? inputs.serviceDefinition : undefined,
    pinImages: inputs.pin === 'digest',
    preflight: inputs.preflight,
    credentials: registryLogin(inputs),
    forceNewDeployment: inputs.forceNewDeployment,
    skipUnchanged: inputs.skipUnchanged,
    inFlight: inputs.inFlight,
    staleRun: inputs.staleRun,
    verification: inputs.verify,
    wait: inputs.wait,
    timeout: inputs.timeout,
    failFast: inputs.failFast,
    onFailure: inputs.onFailure,
    onCancel: inputs.onCancel,
    dryRun: inputs.dryRun,
    commentToken: inputs.commentOnPr ? inputs.githubToken : undefined,
    region: inputs.awsRegion,
  }
}

function wantedOf(inputs: Values): Wanted {
  const { taskDefinition, image, images, rollbackTo } = inputs
  if (taskDefinition !== undefined) return { kind: 'definition', definition: taskDefinition }
  if (image !== undefined || images !== undefined) return { kind: 'images', image, images }
  if (rollbackTo !== undefined) return { kind: 'past-version', version: rollbackTo }
  return inputs.forceNewDeployment ? { kind: 'same-again' } : { kind: 'as-it-is' }
}

function settingsOf(inputs: Values): ServiceSettings {
  return {
    desiredCount: inputs.desiredCount,
    enableExecuteCommand: inputs.enableExecuteCommand,
    propagateTags: inputs.propagateTags,
    capacityProviderStrategy: inputs.capacityProviderStrategy,
    platformVersion: inputs.platformVersion,
    healthCheckGracePeriodSeconds: inputs.healthCheckGracePeriod,
    deployment: deploymentOf(inputs),
  }
}

function deploymentOf(inputs: Values): ServiceSettings['deployment'] {
  const deployment = {
    strategy: inputs.strategy === 'rolling' ? ('ROLLING' as const) : undefined,
    minimumHealthyPercent: inputs.minimumHealthyPercent,
    maximumPercent: inputs.maximumPercent,
    deploymentCircuitBreaker: breakerOf(inputs.circuitBreaker),
    alarms: alarmsOf(inputs.alarms),
  }
  return Object.values(deployment).some((value) => value !== undefined) ? deployment : undefined
}

function breakerOf(given: Values['circuitBreaker']) {
  return given && { enable: given !== 'off', rollback: given === 'rollback' }
}

function alarmsOf(given: Values['alarms']) {
  if (given === undefined) return undefined
  const isOff = given.length === 1 && given[0] === 'off'
  return { alarmNames: isOff ? [] : [...given], enable: !isOff, rollback: !isOff }
}
