import type { ContextOf, Given, Problem } from '@deploy-actions/action-kit'
import type { ServiceReference } from '@deploy-actions/ecs'
import type { contract } from './contract.ts'

export type Context = ContextOf<typeof contract>

/** What is to run. */
export type Wanted =
  | { readonly kind: 'definition'; readonly definition: string }
  | {
      readonly kind: 'images'
      readonly image: string | undefined
      readonly images: ReadonlyMap<string, string> | undefined
    }
  /** What runs already, in new tasks. */
  | { readonly kind: 'same-again' }

export interface Inputs {
  readonly reference: ServiceReference
  readonly wanted: Wanted
  readonly forceNewDeployment: boolean
  readonly skipUnchanged: boolean
  readonly wait: boolean
  /** Seconds; `auto` is found out from the service. */
  readonly timeout: number | 'auto'
  readonly failFast: boolean
  readonly onFailure: 'rollback' | 'leave'
  readonly onCancel: 'rollback' | 'leave'
  readonly dryRun: boolean
  readonly region: string | undefined
}

/** Reads the inputs; throws one error with everything that is wrong with them. */
export function readInputs(context: Context): Inputs {
  const inputs = context.parseInputs([oneThingToDeploy])
  return {
    reference: { cluster: inputs.cluster, service: inputs.service },
    wanted: wantedOf(inputs),
    forceNewDeployment: inputs.forceNewDeployment,
    skipUnchanged: inputs.skipUnchanged,
    wait: inputs.wait,
    timeout: inputs.timeout,
    failFast: inputs.failFast,
    onFailure: inputs.onFailure,
    onCancel: inputs.onCancel,
    dryRun: inputs.dryRun,
    region: inputs.awsRegion,
  }
}

type Table = (typeof contract)['inputs']

function oneThingToDeploy({ given, failed, values }: Given<Table>): readonly Problem[] {
  const images = given.has('image') || given.has('images')
  if (given.has('task-definition') && images) {
    const message = 'is given together with an image; give one of the two'
    return [{ path: 'task-definition', message }]
  }
  const isForced = values.forceNewDeployment || failed.has('force-new-deployment')
  if (given.has('task-definition') || images || isForced) return []
  const message =
    'nothing to deploy is named; give task-definition, image or images, or set force-new-deployment. ' +
    'An empty value counts as not given: GitHub empties outputs of another job that hold a masked value, such as an account id'
  return [{ path: 'task-definition', message }]
}

function wantedOf(inputs: ReturnType<Context['parseInputs']>): Wanted {
  const { taskDefinition, image, images } = inputs
  if (taskDefinition !== undefined) return { kind: 'definition', definition: taskDefinition }
  if (image !== undefined || images !== undefined) return { kind: 'images', image, images }
  return { kind: 'same-again' }
}
