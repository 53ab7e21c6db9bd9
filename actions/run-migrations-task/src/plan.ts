import type { RunTaskRequest } from '@aws-sdk/client-ecs'
import {
  inputError,
  type ActionError,
  type Problem,
  type RunFacts,
} from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import {
  containersOf,
  findingsError,
  gradeFindings,
  isEssential,
  mainContainer,
  sameDefinition,
  shortHash,
  type Definition,
  type GradedFindings,
  type TaskOrigin,
} from '@deploy-actions/ecs'
import type { Inputs } from './inputs.ts'
import type { Asked, Observed } from './observe.ts'
import { overrideProblems, overridesOf } from './overrides.ts'
import { networkOf, networkProblems, placeOf } from './placement.ts'

/** What is to be done. */
export type Plan = RefusedPlan | RunPlan

/** Nothing: it cannot work. */
export interface RefusedPlan {
  readonly kind: 'refused'
  readonly failure: ActionError
  readonly findings: GradedFindings
}

/** A task, to be started under a lock unless one of the same key is there already. */
export interface RunPlan {
  readonly kind: 'run'
  readonly definition: Definition
  /** Undefined when the definition has to be registered first. */
  readonly taskDefinitionArn: string | undefined
  /** The container that runs the command, and that decides. */
  readonly container: string
  readonly origin: TaskOrigin
  /** Name of the lock, for messages. */
  readonly lock: string
  /** All but the definition, and what the lock adds. */
  readonly request: Omit<RunTaskRequest, 'taskDefinition'>
  readonly findings: GradedFindings
}

/** Decides from what is wanted and what is there; throws an `input` error for what the inputs leave open. */
export function planTask(inputs: Inputs, observed: Observed, run: RunFacts): Plan {
  const { definition, findings: found } = observed.prepared
  const findings = gradeFindings(found, inputs.preflight)
  if (findings.fatal.length > 0) {
    return { kind: 'refused', failure: findingsError(observed.source, findings.fatal), findings }
  }
  const container = decidingContainer(inputs, definition)
  const network = networkOf(inputs.placement, observed.service)
  const overrides = typeof container === 'string' ? overridesOf(inputs, container) : undefined
  const problems = [
    ...(typeof container === 'string' ? imageProblems(inputs, definition, container) : [container]),
    ...networkProblems(inputs.placement, definition, network),
    ...overrideProblems(overrides, definition),
  ]
  if (typeof container !== 'string' || problems.length > 0) throw inputError(problems)
  const lock = inputs.lock ?? definition.family ?? ''
  const { candidates } = observed
  return {
    kind: 'run',
    definition,
    taskDefinitionArn: candidates.find(
      (one) => one.isActive && sameDefinition(one.definition, definition),
    )?.arn,
    container,
    lock,
    origin: {
      lock: shortHash([nameFromArn(inputs.cluster), lock]),
      key: keyOf(inputs, { asked: observed.asked, definition, container, overrides, run }),
    },
    request: {
      cluster: inputs.cluster,
      count: 1,
      ...placeOf(inputs.placement, observed.service, definition),
      ...(network !== undefined &&
        definition.networkMode === 'awsvpc' && {
          networkConfiguration: { awsvpcConfiguration: network },
        }),
      ...(overrides && { overrides }),
      ...(inputs.tags.size > 0 && {
        tags: [...inputs.tags].map(([key, value]) => ({ key, value })),
      }),
    },
    findings,
  }
}

function decidingContainer({ container }: Inputs, definition: Definition): string | Problem {
  const names = containersOf(definition).map(({ name = '' }) => name)
  if (container !== undefined) {
    if (names.includes(container)) return container
    const message = `is no container of the definition; it has: ${names.join(', ')}`
    return { path: 'container', message }
  }
  const [first, ...others] = containersOf(definition).filter(isEssential)
  if (first?.name !== undefined && others.length === 0) return first.name
  const message = `is needed, since several containers are essential; it is one of: ${names.join(', ')}`
  return { path: 'container', message }
}

/** The migration would run the old image, beside the new one. */
function imageProblems(
  { image }: Inputs,
  definition: Definition,
  container: string,
): readonly Problem[] {
  const main = mainContainer(definition)
  if (image === undefined || main === container) return []
  const message = `goes to the container ${main}, and the command runs in ${container}, with the image that this has already; use images, with a line for each container: ${container}=${image}`
  return [{ path: 'image', message }]
}

interface Work {
  readonly asked: Asked
  readonly definition: Definition
  readonly container: string
  readonly overrides: RunTaskRequest['overrides']
  readonly run: RunFacts
}

/**
 * What a piece of work is known by, also in another attempt of the same run: what was asked for, and not what the service
 * happens to run by then.
 */
function keyOf(inputs: Inputs, { asked, definition, container, overrides, run }: Work): string {
  const cluster = nameFromArn(inputs.cluster)
  return inputs.idempotencyKey === undefined
    ? shortHash([
        cluster,
        asked,
        imagesAsked(inputs, asked, definition),
        container,
        overrides ?? {},
        [run.repository, run.id, run.job, run.step],
        inputs.matrix,
      ])
    : shortHash([cluster, 'idempotency-key', inputs.idempotencyKey])
}

/** The images that the inputs name, as they were resolved; a file names all of its own. */
function imagesAsked(
  { image, images }: Inputs,
  { kind }: Asked,
  definition: Definition,
): readonly unknown[] {
  const main = image === undefined ? undefined : mainContainer(definition)
  return containersOf(definition)
    .filter(({ name = '' }) => kind === 'file' || name === main || images?.has(name))
    .map((one) => [one.name, one.image])
}

/** The plan in one sentence, for the log and the dry run. */
export function describePlan(plan: RunPlan): string {
  const { definition, taskDefinitionArn, container, request } = plan
  const what =
    taskDefinitionArn === undefined
      ? `a new revision of ${definition.family}`
      : nameFromArn(taskDefinitionArn)
  const command = request.overrides?.containerOverrides?.[0]?.command
  const doing = command === undefined ? '' : `: ${JSON.stringify(command)}`
  return `Run ${what} in ${nameFromArn(request.cluster ?? '')}, container ${container}${doing}.`
}
