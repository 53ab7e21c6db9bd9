import {
  fillWith,
  readVariables,
  type ContextOf,
  type Fill,
  type Given,
  type Problem,
} from '@deploy-actions/action-kit'
import type {
  DefinitionEdits,
  ExpectedPermission,
  PreflightGrade,
  SecretsFrom,
} from '@deploy-actions/ecs'
import {
  registryLogin,
  registryLoginProblems,
  type RegistryCredentials,
} from '@deploy-actions/registry'
import type { contract } from './contract.ts'

export type Context = ContextOf<typeof contract>

/** Where the definition comes from that is to be edited. */
export type Source =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'family'; readonly reference: string }
  | { readonly kind: 'service'; readonly cluster: string; readonly service: string }

export interface Inputs {
  readonly source: Source
  readonly edits: DefinitionEdits
  readonly secretsFrom: SecretsFrom | undefined
  /** Puts variables into the definition, as it did into the inputs. */
  readonly fill: Fill | undefined
  readonly preflight: PreflightGrade
  readonly pinImages: boolean
  readonly pinSecretVersions: boolean
  readonly expectedPermissions: readonly ExpectedPermission[]
  readonly credentials: RegistryCredentials | undefined
  readonly outputFile: string | undefined
  readonly dryRun: boolean
  readonly region: string | undefined
}

/** Reads the inputs; throws one error with everything that is wrong with them. */
export async function readInputs(context: Context): Promise<Inputs> {
  const variables = await readVariables(context.host)
  const fill = variables && fillWith(variables)
  const inputs = context.parseInputs({
    rules: [oneSource, serviceWithCluster, keysWithSecret, registryLoginProblems],
    fill,
  })
  const { secretsFrom, secretKeys } = inputs
  return {
    source: sourceOf(inputs),
    edits: editsOf(inputs),
    secretsFrom: secretsFrom === undefined ? undefined : { secret: secretsFrom, keys: secretKeys },
    fill,
    preflight: inputs.preflight,
    pinImages: inputs.pin === 'digest',
    pinSecretVersions: inputs.pinSecretVersions,
    expectedPermissions: inputs.expectPermissions ?? [],
    credentials: registryLogin(inputs),
    outputFile: inputs.outputFile,
    dryRun: inputs.dryRun,
    region: inputs.awsRegion,
  }
}

type Table = (typeof contract)['inputs']
type Parsed = ReturnType<Context['parseInputs']>

const sources = ['task-definition', 'family', 'service'] as const

function oneSource({ given }: Given<Table>): readonly Problem[] {
  const named = sources.filter((name) => given.has(name))
  if (named.length === 1 || (named.length === 0 && given.has('cluster'))) return []
  const path = named.length === 0 ? 'task-definition' : named.join(', ')
  const message =
    named.length === 0 ? 'no definition is named' : 'more than one definition is named'
  return [
    { path, message: `${message}; give one of: task-definition, family, or cluster with service` },
  ]
}

function serviceWithCluster({ given }: Given<Table>): readonly Problem[] {
  if (given.has('cluster') === given.has('service')) return []
  const [one, other] = given.has('cluster') ? ['service', 'cluster'] : ['cluster', 'service']
  return [{ path: one, message: `is required with ${other}` }]
}

function keysWithSecret({ given }: Given<Table>): readonly Problem[] {
  return given.has('secret-keys') && !given.has('secrets-from')
    ? [{ path: 'secrets-from', message: 'is required with secret-keys' }]
    : []
}

function sourceOf(inputs: Parsed): Source {
  if (inputs.taskDefinition !== undefined) return { kind: 'file', path: inputs.taskDefinition }
  if (inputs.family !== undefined) return { kind: 'family', reference: inputs.family }
  return { kind: 'service', cluster: inputs.cluster ?? '', service: inputs.service ?? '' }
}

function editsOf(inputs: Parsed): DefinitionEdits {
  const { image, images, environment, secrets, containers } = inputs
  const { cpu, memory, taskRoleArn, executionRoleArn, newFamily, runtimePlatform } = inputs
  return {
    image,
    images,
    environment,
    secrets,
    containers,
    task: { cpu, memory, taskRoleArn, executionRoleArn, family: newFamily, runtimePlatform },
  }
}
