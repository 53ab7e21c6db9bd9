import { ActionError } from '@deploy-actions/action-kit'
import type { CreateServiceCommandInput } from '@aws-sdk/client-apprunner'
import {
  describeFinding,
  failureCodeOf,
  gradeFindings,
  type GradedFindings,
} from '@deploy-actions/ecs'
import { pairProblem } from './inputs/sizes.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'
import { isOver, wasUpdatedWhilePaused, type Operation } from './operation/operations.ts'
import type { ObservedImage } from './preflight/observe-image.ts'
import { creation, type Configuration } from './settings/configuration.ts'
import { differences, type Difference } from './settings/differences.ts'

/** What is to be done next. */
export type Plan =
  | { readonly kind: 'create'; readonly input: CreateServiceCommandInput }
  | {
      readonly kind: 'update'
      /** Only the parts that change, each whole; all of them for a service that could not be created. */
      readonly parts: Configuration
      readonly differences: readonly Difference[]
    }
  /** The configured image is deployed again; `because` is a whole sentence. */
  | { readonly kind: 'redeploy'; readonly because: string }
  /** App Runner deploys the image by itself already. */
  | { readonly kind: 'join'; readonly operation: Operation }
  /** It may be about to do that: the tag was pushed, or moved, a moment ago. */
  | { readonly kind: 'expect' }
  /** Somebody else's operation has to end first. */
  | { readonly kind: 'wait'; readonly operation: Operation | undefined }
  | { readonly kind: 'resume' }
  | { readonly kind: 'unchanged' }

/** Decides what is to be done next. Throws an ActionError for what cannot work. */
export function planDeployment(inputs: Inputs, observed: Observed): Plan {
  const { found, wanted } = observed
  checkSettings(inputs, wanted)
  if (found.kind === 'missing') {
    return { kind: 'create', input: creation(inputs.service, wanted, inputs) }
  }
  const { current, parts } = observed
  const { Status: status } = found.service
  const isChanged = Object.keys(parts).length > 0
  if (status === 'OPERATION_IN_PROGRESS') return planBehind(observed, isChanged)
  if (status === 'PAUSED') return planResumption(inputs)
  if (isChanged || status === 'CREATE_FAILED') {
    const all = status === 'CREATE_FAILED' ? wanted : parts
    return { kind: 'update', parts: all, differences: differences(current, wanted) }
  }
  return planSame(inputs, observed)
}

/** What is given has to go with what the service has. */
function checkSettings({ settings: { healthCheck } }: Inputs, wanted: Configuration): void {
  checkAccess(wanted)
  checkPair(wanted)
  const protocol = wanted.HealthCheckConfiguration?.Protocol ?? 'TCP'
  if (healthCheck.Path === undefined || protocol === 'HTTP') return
  throw new ActionError({
    code: 'input',
    message: `Input health-check-path: the health check of the service is ${protocol}, which asks for no path.`,
    remedy: 'Set health-check-protocol: HTTP as well. Nothing was changed.',
  })
}

function checkAccess({ SourceConfiguration: source }: Configuration): void {
  if (source?.ImageRepository?.ImageRepositoryType !== 'ECR') return
  if (source.AuthenticationConfiguration?.AccessRoleArn !== undefined) return
  throw new ActionError({
    code: 'input',
    message:
      'Input access-role-arn: is required for an image of private ECR, and the service has no access role yet.',
    remedy:
      'Give it a role that build.apprunner.amazonaws.com may assume, with the managed policy AWSAppRunnerServicePolicyForECRAccess. Nothing was changed.',
  })
}

/** App Runner's own sizes where none are given. */
function checkPair({ InstanceConfiguration: instance }: Configuration): void {
  const [cpu, memory] = [instance?.Cpu ?? '1024', instance?.Memory ?? '2048']
  const problem = pairProblem(cpu, memory)
  if (problem === undefined) return
  throw new ActionError({
    code: 'input',
    message: `Input memory: ${Number(memory) / 1024} GB ${problem}.`,
    remedy: 'Give cpu and memory that go together. Nothing was changed.',
  })
}

/** While an operation runs, App Runner takes no other. */
function planBehind({ operations, image }: Observed, isChanged: boolean): Plan {
  const running = operations.find((operation) => !isOver(operation))
  const pushedAt = image.watched?.push?.at
  // One that began before the push may have looked at the tag before it as well.
  const isOfPush =
    running?.Type === 'START_DEPLOYMENT' &&
    pushedAt !== undefined &&
    (running.StartedAt?.getTime() ?? 0) >= pushedAt
  return isOfPush && !isChanged
    ? { kind: 'join', operation: running }
    : { kind: 'wait', operation: running }
}

function planResumption({ resume, service }: Inputs): Plan {
  if (resume) return { kind: 'resume' }
  throw new ActionError({
    code: 'input',
    message: `The service ${service} is paused: nothing can be deployed to it.`,
    remedy: 'Set resume: true, or resume it in the console.',
  })
}

/** How long after a push App Runner may take to begin its deployment. */
const pushPatienceMs = 60_000

/** The configuration is as it is to be; whether that also runs is for the operations to say. */
function planSame(inputs: Inputs, observed: Observed): Plan {
  const { operations, image } = observed
  // The status of the service may be some moments older than the list.
  if (operations.some((operation) => !isOver(operation))) return planBehind(observed, false)
  const newest = operations.find(({ Type }) => Type !== undefined && deploying.has(Type))
  if (inputs.image === undefined) return planAgain(observed, newest?.StartedAt?.getTime() ?? 0)
  if (newest !== undefined && newest.Status !== 'SUCCEEDED' && isOver(newest)) {
    return redeploy('The newest deployment of this configuration did not succeed.')
  }
  if (wasUpdatedWhilePaused(operations)) {
    return redeploy(
      'The service was updated while it was paused, so it may still run what it ran before.',
    )
  }
  return image.watched === undefined
    ? { kind: 'unchanged' }
    : planWatched(image.watched, observed, newest?.StartedAt?.getTime() ?? 0)
}

/** The configured image is deployed once more, unless App Runner does that, or has just done it in the sight of this step. */
function planAgain({ image, now, hasJoined }: Observed, deployedAt: number): Plan {
  const push = image.watched?.push
  if (push !== undefined && deployedAt < push.at && now - push.at < pushPatienceMs) {
    return { kind: 'expect' }
  }
  return hasJoined && push !== undefined && deployedAt >= push.at
    ? { kind: 'unchanged' }
    : redeploy('No image is named, so the configured one is deployed again.')
}

/** Whether what a watched tag means was deployed since it does, which nobody tells. */
function planWatched(
  { push }: NonNullable<ObservedImage['watched']>,
  { now, begunAt, hasExpected }: Observed,
  deployedAt: number,
): Plan {
  if (push === undefined) {
    return redeploy('Whether the watched tag was deployed since it was pushed is not known.')
  }
  if (deployedAt >= push.at) {
    // A tag that was moved to an older image shows only by what App Runner does then.
    const mayHaveMoved = push.isShared && deployedAt < begunAt && !hasExpected
    return mayHaveMoved ? { kind: 'expect' } : { kind: 'unchanged' }
  }
  return now - push.at < pushPatienceMs
    ? { kind: 'expect' }
    : redeploy('The watched tag was pushed, and App Runner has not deployed it by itself.')
}

function redeploy(because: string): Plan {
  return { kind: 'redeploy', because }
}

const deploying: ReadonlySet<string> = new Set([
  'CREATE_SERVICE',
  'UPDATE_SERVICE',
  'START_DEPLOYMENT',
])

/** What was found about image and secrets, apart by what it means. */
export function gradeOf({ preflight }: Inputs, { findings }: Observed): GradedFindings {
  return gradeFindings(findings, preflight)
}

/** Why a deployment cannot work, all of it at once; undefined where nothing is in the way. */
export function refusalOf({ service }: Inputs, { fatal }: GradedFindings): ActionError | undefined {
  if (fatal.length === 0) return undefined
  const lines = fatal.map((finding) => `  - ${describeFinding(finding)}`)
  return new ActionError({
    code: failureCodeOf(fatal),
    message: `The service ${service} would not run:\n${lines.join('\n')}`,
    remedy: 'Mend what is named above. Nothing was changed.',
  })
}
