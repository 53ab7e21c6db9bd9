import type { DeploymentConfiguration, Service } from '@aws-sdk/client-ecs'
import type { ActionError } from '@deploy-actions/action-kit'
import {
  findInFlight,
  findingsError,
  gradeFindings,
  sameDefinition,
  settingsChange,
  startsDeployment,
  type Definition,
  type Finding,
  type GradedFindings,
  type SettingsChange,
} from '@deploy-actions/ecs'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe/observe.ts'

/** What is to be done. */
export type Plan = UnchangedPlan | RefusedPlan | AdjustPlan | RolloutPlan

/** Nothing: the service runs this already and is steady. */
export interface UnchangedPlan {
  readonly kind: 'unchanged'
  readonly taskDefinitionArn: string
  /** Its desired count is 0: it is steady on nothing. */
  readonly nothingRuns: boolean
}

/** Nothing: it cannot work. */
export interface RefusedPlan {
  readonly kind: 'refused'
  readonly failure: ActionError
  readonly taskDefinitionArn: string | undefined
}

/** Settings that start no deployment, such as the desired count; empty where tasks are only waited for. */
export interface AdjustPlan {
  readonly kind: 'adjust'
  readonly taskDefinitionArn: string
  readonly change: SettingsChange
  readonly timeoutSeconds: number
}

/**
 * A rollout: to be begun (`deploy`), together with the service (`create`), or, where it is under way already, to be
 * followed (`adopt`).
 */
export type RolloutPlan = {
  readonly definition: Definition
  readonly timeoutSeconds: number
} & (
  | {
      readonly kind: 'adopt'
      readonly taskDefinitionArn: string
      /** Settings that start no deployment, and that are changed besides. */
      readonly change: SettingsChange
    }
  | {
      readonly kind: 'create'
      /** The revision to deploy; undefined when the definition has to be registered first. */
      readonly taskDefinitionArn: string | undefined
    }
  | {
      readonly kind: 'deploy'
      /** As above. */
      readonly taskDefinitionArn: string | undefined
      readonly forceNewDeployment: boolean
      readonly change: SettingsChange
      /** Why tasks are replaced although the definition is the same; empty where it is not. */
      readonly because: string
    }
)

/** Decides what to do from what is wanted and what is there. */
export function planDeployment(inputs: Inputs, observed: Observed): Plan {
  const plan =
    observed.creation === undefined ? planUpdate(inputs, observed) : creation(inputs, observed)
  const { fatal } = gradeFindings(observed.findings, inputs.preflight)
  const isBegun = plan.kind === 'deploy' || plan.kind === 'create'
  const hopeless = isBegun ? fatal : plan.kind === 'adjust' ? fatal.filter(concernsCounts) : []
  if (hopeless.length === 0) return plan
  const { taskDefinitionArn } = plan
  const failure = findingsError(sourceOf(observed), hopeless)
  return { kind: 'refused', failure, taskDefinitionArn }
}

/** What keeps tasks from being started; the rest matters to a deployment, and settings begin none. */
function concernsCounts({ kind, place }: Finding): boolean {
  return kind === 'capacity' || place.field === 'desiredCount'
}

/** What a refusal is about. */
function sourceOf({ wanted, service }: Observed): string {
  return `${wanted.family} for ${service.serviceName}`
}

/** What the findings mean besides a refusal. */
export function findingsToTell(inputs: Inputs, { findings }: Observed, plan: Plan): GradedFindings {
  const graded = gradeFindings(findings, inputs.preflight)
  // What runs already runs, whatever is wrong with it: it would not start again.
  const isOnlyTold = plan.kind !== 'deploy' && plan.kind !== 'create' && plan.kind !== 'refused'
  return isOnlyTold
    ? { ...graded, fatal: [], warnings: [...graded.fatal, ...graded.warnings] }
    : graded
}

function creation({ timeout }: Inputs, { service, wanted, candidates }: Observed): Plan {
  return {
    kind: 'create',
    definition: wanted,
    taskDefinitionArn: findActive(candidates, wanted),
    timeoutSeconds: timeoutOf(timeout, service),
  }
}

function planUpdate(inputs: Inputs, observed: Observed): Plan {
  const { wanted, candidates, service, current, newerSecrets } = observed
  const same = candidates.filter((candidate) => sameDefinition(candidate.definition, wanted))
  const primary = service.deployments?.find(({ status }) => status === 'PRIMARY')
  const running = same.find(({ arn }) => arn === primary?.taskDefinition)?.arn
  const change = settingsChange(inputs.settings, service)
  if (inputs.wanted.kind === 'as-it-is' && !startsDeployment(change)) {
    return settled({ inputs, observed, running: current?.arn ?? '', change })
  }
  const kept =
    running === undefined || newerSecrets.length > 0
      ? undefined
      : keepRunning({ inputs, observed, running, change })
  if (kept !== undefined) return kept
  const taskDefinitionArn = findActive(candidates, wanted)
  return {
    kind: 'deploy',
    definition: wanted,
    timeoutSeconds: timeoutOf(inputs.timeout, service),
    taskDefinitionArn,
    // ECS starts nothing for the definition that it has already.
    forceNewDeployment: inputs.forceNewDeployment || taskDefinitionArn === current?.arn,
    change,
    because: running === undefined ? '' : newerThan(newerSecrets),
  }
}

/** Where the service has the definition: to follow its rollout, or to leave it; undefined for new tasks. */
function keepRunning(facts: Settled): Plan | undefined {
  const { inputs, observed, running, change } = facts
  const { service, wanted } = observed
  if (!inputs.skipUnchanged || inputs.forceNewDeployment || startsDeployment(change)) {
    return undefined
  }
  if (findInFlight(service) !== undefined) {
    const timeoutSeconds = timeoutOf(inputs.timeout, service)
    return { kind: 'adopt', taskDefinitionArn: running, definition: wanted, timeoutSeconds, change }
  }
  return isSteady(service) ? settled(facts) : undefined
}

interface Settled {
  readonly inputs: Inputs
  readonly observed: Observed
  readonly running: string
  readonly change: SettingsChange
}

/** The definition is the right one: at most settings are left to be changed. */
function settled({ inputs, observed: { service }, running, change }: Settled): Plan {
  if (isEmpty(change) && service.runningCount === service.desiredCount) {
    const nothingRuns = service.desiredCount === 0
    return { kind: 'unchanged', taskDefinitionArn: running, nothingRuns }
  }
  const timeoutSeconds = timeoutOf(inputs.timeout, service)
  return { kind: 'adjust', taskDefinitionArn: running, change, timeoutSeconds }
}

function findActive(candidates: Observed['candidates'], wanted: Definition): string | undefined {
  const same = candidates.filter(({ definition }) => sameDefinition(definition, wanted))
  return same.find(({ isActive }) => isActive)?.arn
}

function newerThan(secrets: readonly string[]): string {
  if (secrets.length === 0) return ''
  return `${secrets.join(', ')} ${secrets.length === 1 ? 'has' : 'have'} a newer version than the service was deployed with`
}

function isEmpty(change: SettingsChange): boolean {
  return Object.keys(change).length === 0
}

/** Whether the only deployment of the service is complete, and all its tasks are there. */
function isSteady({ deployments = [], runningCount, desiredCount }: Service): boolean {
  const [only, ...others] = deployments
  return others.length === 0 && only?.rolloutState === 'COMPLETED' && runningCount === desiredCount
}

const rollingMinutes = 20

/** `timeout: auto`: twenty minutes, and what the service's strategy takes by itself. */
function timeoutOf(
  timeout: Inputs['timeout'],
  { deploymentConfiguration = {} }: Pick<Service, 'deploymentConfiguration'>,
): number {
  if (timeout !== 'auto') return timeout
  const byItself = bakeMinutes(deploymentConfiguration) + hookMinutes(deploymentConfiguration)
  return 60 * (rollingMinutes + byItself)
}

/** As long as a PAUSE hook waits for somebody, where it says nothing else. */
const pauseMinutes = 1440

function hookMinutes({ lifecycleHooks = [] }: DeploymentConfiguration): number {
  const minutes = lifecycleHooks.map(
    ({ targetType, timeoutConfiguration, lifecycleStages = [] }) => {
      const byDefault = targetType === 'PAUSE' ? pauseMinutes : 0
      return (timeoutConfiguration?.timeoutInMinutes ?? byDefault) * lifecycleStages.length
    },
  )
  return minutes.reduce((sum, one) => sum + one, 0)
}

function bakeMinutes({
  strategy,
  bakeTimeInMinutes = 0,
  linearConfiguration,
  canaryConfiguration,
}: DeploymentConfiguration): number {
  if (strategy === 'LINEAR') {
    const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = linearConfiguration ?? {}
    return bakeTimeInMinutes + Math.ceil(100 / stepPercent) * stepBakeTimeInMinutes
  }
  if (strategy === 'CANARY') {
    return bakeTimeInMinutes + (canaryConfiguration?.canaryBakeTimeInMinutes ?? 10)
  }
  return bakeTimeInMinutes
}
