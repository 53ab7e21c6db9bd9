import type { Service } from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import type { AwsClients } from '@deploy-actions/aws'
import {
  findRegistered,
  getRegistered,
  getService,
  lastSuccessfulDefinition,
  maskRead,
  namesFile,
  prepareDefinition,
  readDraftFile,
  type EcsContext,
  type PreparedDefinition,
  type RegisteredDefinition,
} from '@deploy-actions/ecs'
import { openRegistries } from '@deploy-actions/registry'
import type { Context, Inputs } from './inputs.ts'

/** The world before the task: what it is to run, and where. */
export interface Observed {
  /** Undefined where the inputs name none. */
  readonly service: Service | undefined
  readonly prepared: PreparedDefinition
  /** Revisions that may turn out to be what is to run, so that nothing needs to be registered. */
  readonly candidates: readonly RegisteredDefinition[]
  /** What to call the definition in messages. */
  readonly source: string
  /** What the inputs name, as they name it: the same in another attempt, whatever the service runs by then. */
  readonly asked: Asked
}

/** A definition as the inputs name it. */
export type Asked =
  | { readonly kind: 'file'; readonly content: object }
  | { readonly kind: 'registered'; readonly reference: string }
  | { readonly kind: 'service'; readonly service: string }

/** Reads everything that a plan needs, and finds out at once what is not there. */
export async function observe(
  { host, signal }: Context,
  inputs: Inputs,
  clients: AwsClients,
): Promise<Observed> {
  const ecs = { ecs: clients.ecs(), signal }
  const { cluster, service: name } = inputs
  const service = name === undefined ? undefined : await getService(ecs, { cluster, service: name })
  const { draft, source, registered, asked } = await readDraft(ecs, inputs, { service, host })
  const isEdited = inputs.image !== undefined || inputs.images !== undefined
  const registries = openRegistries(host, { clients, signal })
  const prepared = await prepareDefinition(
    { clients, signal, registries, onSecretRead: maskRead(host, [cluster, name ?? '']) },
    {
      draft,
      source,
      edits: { image: inputs.image, images: inputs.images },
      preflight: inputs.preflight,
      // What is registered and stays as it is needs no other revision.
      pinImages: inputs.pinImages && (isEdited || registered === undefined),
      pinSecretVersions: false,
      expectedPermissions: [],
      credentials: inputs.credentials,
    },
  )
  if (registered !== undefined && !isEdited) {
    const asItIs = { ...prepared, definition: registered.definition }
    return { service, prepared: asItIs, candidates: [registered], source, asked }
  }
  const latest = await findRegistered(ecs, prepared.definition.family ?? '')
  const candidates = [registered, latest].filter((one) => one !== undefined)
  return { service, prepared, candidates, source, asked }
}

interface Draft extends Pick<Observed, 'source' | 'asked'> {
  readonly draft: object
  readonly registered: RegisteredDefinition | undefined
}

async function readDraft(
  ecs: EcsContext,
  { taskDefinition }: Inputs,
  { service, host }: { readonly service: Service | undefined; readonly host: Context['host'] },
): Promise<Draft> {
  if (taskDefinition !== undefined && namesFile(taskDefinition)) {
    const draft = await readDraftFile(taskDefinition, 'task-definition')
    const asked: Asked = { kind: 'file', content: draft }
    return { draft, source: taskDefinition, registered: undefined, asked }
  }
  if (taskDefinition !== undefined) {
    const registered = await getRegistered(ecs, taskDefinition, 'task-definition')
    const asked: Asked = { kind: 'registered', reference: taskDefinition }
    return { draft: registered.definition, source: registered.arn, registered, asked }
  }
  const running =
    service &&
    (await lastSuccessfulDefinition(ecs, service, ({ remedy }) =>
      host.info(
        `Which deployment was the last successful one is not known; going by the service's own word. ${remedy}`,
      ),
    ))
  const reference = running ?? service?.taskDefinition
  if (!reference) throw namesNoDefinition(service)
  const registered = await getRegistered(ecs, reference, 'service')
  const asked: Asked = { kind: 'service', service: service?.serviceName ?? '' }
  return { draft: registered.definition, source: registered.arn, registered, asked }
}

/** With a deployment controller of its own, task sets and not the service say what runs. */
export function namesNoDefinition({
  serviceName,
  deploymentController,
}: Service = {}): ActionError {
  const { type = 'ECS' } = deploymentController ?? {}
  return new ActionError({
    code: 'input',
    message: `Input service: ${serviceName} names no task definition (its deployment controller is ${type}), so it does not say what to run.`,
    remedy: 'Give task-definition: a file, a family, family:revision or an ARN.',
  })
}
