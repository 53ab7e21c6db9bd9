import type { AwsClients } from '@deploy-actions/aws'
import {
  findRegistered,
  getRegistered,
  getService,
  lastSuccessfulDefinition,
  readDraftFile,
  type Definition,
  type EcsContext,
} from '@deploy-actions/ecs'
import type { Source } from './inputs.ts'

/** The definition to edit, as it is now and not checked yet, and what to call it in messages. */
export interface Observed {
  readonly draft: object
  readonly name: string
}

/** Reads the definition that the inputs name. */
export async function observe(
  source: Source,
  clients: AwsClients,
  signal: AbortSignal,
): Promise<Observed> {
  if (source.kind === 'file') {
    return { draft: await readDraftFile(source.path, 'task-definition'), name: source.path }
  }
  const context = { ecs: clients.ecs(), signal }
  if (source.kind === 'family') {
    const { definition } = await getRegistered(context, source.reference, 'family')
    return { draft: definition, name: source.reference }
  }
  const service = await getService(context, source)
  const arn = (await lastSuccessfulDefinition(context, service)) ?? ''
  const { definition } = await getRegistered(context, arn, 'service')
  return { draft: definition, name: arn }
}

/** The latest ACTIVE revision of the family, to compare with; undefined where there is none. */
export async function latestRevision(
  context: EcsContext,
  family: string,
): Promise<Definition | undefined> {
  return (await findRegistered(context, family))?.definition
}
