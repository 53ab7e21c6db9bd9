import type { Service } from '@aws-sdk/client-ecs'
import {
  getRegistered,
  namesFile,
  prepareDefinition,
  readDraftFile,
  type DefinitionEdits,
  type PreparedDefinition,
  type RegisteredDefinition,
} from '@deploy-actions/ecs'
import type { Inputs, Wanted } from '../inputs.ts'
import type { ObserveContext } from './observe.ts'
import { findPastVersion } from './past-version.ts'

/** What the service runs, and ran. */
export interface Basis {
  readonly service: Service
  readonly current: RegisteredDefinition | undefined
  readonly previousArn: string | undefined
}

/** The definition that is to run; `registered` where a revision was named, which is deployed as it is. */
export interface PreparedWanted extends PreparedDefinition {
  readonly registered: RegisteredDefinition | undefined
}

/** Finds the definition that the inputs ask for, and looks at everything that it refers to. */
export async function prepareWanted(
  context: ObserveContext,
  inputs: Inputs,
  basis: Basis,
): Promise<PreparedWanted> {
  const start = await startFrom(context, inputs.wanted, basis)
  const { registered } = start
  const prepared = await prepareDefinition(context, {
    draft: registered?.definition ?? start.draft,
    source: start.source,
    edits: start.edits,
    preflight: inputs.wanted.kind === 'as-it-is' ? 'off' : inputs.preflight,
    pinImages: inputs.pinImages && registered === undefined,
    pinSecretVersions: false,
    readSecretVersions: inputs.skipUnchanged,
    expectedPermissions: [],
    credentials: inputs.credentials,
  })
  // What is registered already is deployed as it is, whatever could be written more exactly.
  return registered === undefined
    ? { ...prepared, registered }
    : { ...prepared, definition: registered.definition, registered }
}

interface Start {
  readonly draft: object
  /** What to call it in messages. */
  readonly source: string
  readonly edits: DefinitionEdits
  readonly registered: RegisteredDefinition | undefined
}

async function startFrom(context: ObserveContext, wanted: Wanted, basis: Basis): Promise<Start> {
  if (wanted.kind === 'definition' && namesFile(wanted.definition)) {
    const draft = await readDraftFile(wanted.definition, 'task-definition')
    return { draft, source: wanted.definition, edits: {}, registered: undefined }
  }
  if (wanted.kind === 'definition') {
    return asItIs(await getRegistered(context, wanted.definition, 'task-definition'))
  }
  if (wanted.kind === 'past-version') {
    const reference = await findPastVersion(context, wanted.version, basis)
    return asItIs(await getRegistered(context, reference, 'rollback-to'))
  }
  const running = await runningDefinition(context, basis)
  if (wanted.kind !== 'images') return asItIs(running)
  const { image, images } = wanted
  const source = `${running.arn}, with these images,`
  return { draft: running.definition, source, edits: { image, images }, registered: undefined }
}

function asItIs(registered: RegisteredDefinition): Start {
  return { draft: registered.definition, source: registered.arn, edits: {}, registered }
}

/** What the last successful deployment runs; what the service names may be what failed. */
async function runningDefinition(
  context: ObserveContext,
  { current, previousArn }: Basis,
): Promise<RegisteredDefinition> {
  if (current !== undefined && (previousArn === undefined || previousArn === current.arn)) {
    return current
  }
  return getRegistered(context, previousArn ?? '', 'service')
}
