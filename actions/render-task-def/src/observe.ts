import { ActionError } from '@deploy-actions/action-kit'
import type { AwsClients } from '@deploy-actions/aws'
import {
  findRegistered,
  getRegistered,
  getService,
  lastSuccessfulDefinition,
  maskRead,
  prepareDefinition,
  readDraftFile,
  type Definition,
  type EcsContext,
  type PreparedDefinition,
} from '@deploy-actions/ecs'
import { openRegistries } from '@deploy-actions/registry'
import type { Context, Inputs, Source } from './inputs.ts'

/** The definition with the inputs put into it, what it refers to, and what it is compared with. */
export interface Observed {
  /** What to call the definition in messages. */
  readonly name: string
  readonly prepared: PreparedDefinition
  readonly latest: LatestRevision
}

/** The latest ACTIVE revision of the family, if there is one, or why nobody may look. */
export type LatestRevision =
  | { readonly kind: 'known'; readonly definition: Definition | undefined }
  | { readonly kind: 'unknown'; readonly why: string }

/** Reads the definition that the inputs name, and looks at everything that it refers to. */
export async function observe(
  { host, signal }: Context,
  inputs: Inputs,
  clients: AwsClients,
): Promise<Observed> {
  const registries = openRegistries(host, { clients, signal })
  const { draft, name } = await readDraft(inputs.source, clients, signal)
  const source = `${name}, with these inputs,`
  const prepared = await prepareDefinition(
    { clients, signal, registries, onSecretRead: maskRead(host, publicNames(inputs.source)) },
    { ...inputs, draft, source },
  )
  const { family = '' } = prepared.definition
  return { name, prepared, latest: await latestRevision({ ecs: clients.ecs(), signal }, family) }
}

/** Names that the log has to show, whatever a secret holds. */
function publicNames(source: Source): readonly string[] {
  return source.kind === 'service' ? [source.cluster, source.service] : []
}

interface Draft {
  readonly draft: object
  readonly name: string
}

async function readDraft(source: Source, clients: AwsClients, signal: AbortSignal): Promise<Draft> {
  if (source.kind === 'file') {
    return { draft: await readDraftFile(source.path, 'task-definition'), name: source.path }
  }
  const context = { ecs: clients.ecs(), signal }
  if (source.kind === 'family') {
    const { definition } = await getRegistered(context, source.reference, 'family')
    return { draft: definition, name: source.reference }
  }
  const service = await getService(context, source)
  const arn = await lastSuccessfulDefinition(context, service)
  if (arn === undefined) throw noneSuccessful(source)
  const { definition } = await getRegistered(context, arn, 'service')
  return { draft: definition, name: arn }
}

function noneSuccessful({ service, cluster }: Extract<Source, { kind: 'service' }>): ActionError {
  return new ActionError({
    code: 'input',
    message: `Input service: no deployment of ${service} in ${cluster} has succeeded yet, so there is no definition to start from.`,
    remedy: 'Name the definition by task-definition or family.',
  })
}

async function latestRevision(context: EcsContext, family: string): Promise<LatestRevision> {
  try {
    return { kind: 'known', definition: (await findRegistered(context, family))?.definition }
  } catch (error) {
    const mayNot =
      error instanceof ActionError && (error.code === 'access-denied' || error.code === 'input')
    if (!mayNot) throw error
    return { kind: 'unknown', why: error.message }
  }
}
