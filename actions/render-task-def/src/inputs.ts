import type { ContextOf, Given, Problem } from '@deploy-actions/action-kit'
import type { DefinitionEdits } from '@deploy-actions/ecs'
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
  readonly outputFile: string | undefined
  readonly dryRun: boolean
  readonly region: string | undefined
}

/** Reads the inputs; throws one error with everything that is wrong with them. */
export function readInputs(context: Context): Inputs {
  const inputs = context.parseInputs([oneSource, serviceWithCluster])
  const { image, images, environment, secrets } = inputs
  return {
    source: sourceOf(inputs),
    edits: { image, images, environment, secrets },
    outputFile: inputs.outputFile,
    dryRun: inputs.dryRun,
    region: inputs.awsRegion,
  }
}

type Table = (typeof contract)['inputs']

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

function sourceOf(inputs: ReturnType<Context['parseInputs']>): Source {
  if (inputs.taskDefinition !== undefined) return { kind: 'file', path: inputs.taskDefinition }
  if (inputs.family !== undefined) return { kind: 'family', reference: inputs.family }
  return { kind: 'service', cluster: inputs.cluster ?? '', service: inputs.service ?? '' }
}
