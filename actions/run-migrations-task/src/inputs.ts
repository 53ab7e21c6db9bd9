import type { ContextOf, Given, Problem } from '@deploy-actions/action-kit'
import type { CapacityProviderShare, PreflightGrade } from '@deploy-actions/ecs'
import {
  registryLogin,
  registryLoginProblems,
  type RegistryCredentials,
} from '@deploy-actions/registry'
import type { contract } from './contract.ts'

export type Context = ContextOf<typeof contract>
type Table = (typeof contract)['inputs']

/** Where a task runs, as far as the inputs say so. */
export interface Placement {
  readonly subnets: readonly string[] | undefined
  readonly securityGroups: readonly string[] | undefined
  readonly assignPublicIp: 'ENABLED' | 'DISABLED' | undefined
  readonly launchType: 'FARGATE' | 'EC2' | 'EXTERNAL' | undefined
  readonly capacityProviderStrategy: readonly CapacityProviderShare[] | undefined
  readonly platformVersion: string | undefined
}

/** What is different for this task from its definition. */
export interface Overrides {
  readonly command: readonly string[] | undefined
  readonly environment: ReadonlyMap<string, string> | undefined
  readonly cpu: string | undefined
  readonly memory: string | undefined
  readonly taskRoleArn: string | undefined
}

export interface Inputs {
  readonly cluster: string
  readonly taskDefinition: string | undefined
  readonly service: string | undefined
  readonly image: string | undefined
  readonly images: ReadonlyMap<string, string> | undefined
  readonly pinImages: boolean
  readonly container: string | undefined
  readonly overrides: Overrides
  readonly tags: ReadonlyMap<string, string>
  readonly placement: Placement
  readonly timeoutSeconds: number
  readonly onTimeout: 'stop' | 'leave'
  readonly onCancel: 'stop' | 'leave'
  readonly lock: string | undefined
  readonly lockBehavior: 'wait' | 'fail' | 'adopt'
  readonly idempotencyKey: string | undefined
  readonly matrix: string
  readonly logs: 'stream' | 'tail' | 'off'
  readonly successCodes: ReadonlySet<number>
  readonly startAttempts: number
  readonly preflight: PreflightGrade
  readonly credentials: RegistryCredentials | undefined
  readonly dryRun: boolean
  readonly region: string | undefined
}

/** Reads the inputs; throws one error with everything that is wrong with them. */
export function readInputs(context: Context): Inputs {
  const inputs = context.parseInputs({
    rules: [somethingToRun, onePlace, exitCodes, sizes, registryLoginProblems],
  })
  const { cluster, taskDefinition, service, image, images, container } = inputs
  return {
    cluster,
    taskDefinition,
    service,
    image,
    images,
    container,
    pinImages: inputs.pin === 'digest',
    overrides: {
      command: inputs.command,
      environment: inputs.environment,
      cpu: inputs.cpu,
      memory: inputs.memory,
      taskRoleArn: inputs.taskRoleArn,
    },
    tags: inputs.tags ?? new Map(),
    placement: {
      subnets: inputs.subnets,
      securityGroups: inputs.securityGroups,
      assignPublicIp: inputs.assignPublicIp,
      launchType: inputs.launchType,
      capacityProviderStrategy: inputs.capacityProviderStrategy,
      platformVersion: inputs.platformVersion,
    },
    timeoutSeconds: inputs.timeout,
    onTimeout: inputs.onTimeout,
    onCancel: inputs.onCancel,
    lock: inputs.lock,
    lockBehavior: inputs.lockBehavior,
    idempotencyKey: inputs.idempotencyKey,
    matrix: inputs.matrix,
    logs: inputs.logs,
    successCodes: new Set(inputs.successExitCodes.map(Number)),
    startAttempts: inputs.startAttempts,
    preflight: inputs.preflight,
    credentials: registryLogin(inputs),
    dryRun: inputs.dryRun,
    region: inputs.awsRegion,
  }
}

function somethingToRun({ given }: Given<Table>): readonly Problem[] {
  if (given.has('task-definition') || given.has('service')) return []
  const message =
    'no definition is named; give task-definition, or service to run what that runs, with its network'
  return [{ path: 'task-definition', message }]
}

function onePlace({ given }: Given<Table>): readonly Problem[] {
  return given.has('launch-type') && given.has('capacity-provider-strategy')
    ? [{ path: 'launch-type', message: 'cannot go with capacity-provider-strategy' }]
    : []
}

function exitCodes({ values }: Given<Table>): readonly Problem[] {
  const wrong = (values.successExitCodes ?? []).some((code) => {
    return !/^\d{1,3}$/.test(code) || Number(code) > 255
  })
  const path = 'success-exit-codes'
  return wrong
    ? [{ path, message: 'has what is no exit code; allowed: numbers from 0 to 255' }]
    : []
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html */
function sizes({ values }: Given<Table>): readonly Problem[] {
  const { cpu, memory, platformVersion } = values
  const isWrong = (value: string | undefined, form: RegExp): boolean =>
    value !== undefined && !form.test(value)
  return [
    ...(isWrong(cpu, /^(\d+|\d*\.?\d+ ?vCPU)$/i)
      ? [{ path: 'cpu', message: 'is no number of CPU units, such as 512, or of vCPUs' }]
      : []),
    ...(isWrong(memory, /^(\d+|\d*\.?\d+ ?GB)$/i)
      ? [{ path: 'memory', message: 'is no number of MiB, such as 1024, or of GB' }]
      : []),
    ...(isWrong(platformVersion, /^(LATEST|\d+\.\d+\.\d+)$/)
      ? [{ path: 'platform-version', message: 'is no platform version; such as LATEST or 1.4.0' }]
      : []),
  ]
}
