import type { Inputs } from '../inputs.ts'
import type { CachePlan } from './cache.ts'

/** What is built, and what it is called. */
export interface BuildOrder {
  readonly inputs: Pick<Inputs, 'build' | 'ambientArgs' | 'secrets' | 'secretFiles' | 'pull'>
  /** Whether no step may come from a cache. */
  readonly isAnew: boolean
  /** In full, with their tags. */
  readonly names: readonly string[]
  /** Besides those of the user, which win. */
  readonly labels: ReadonlyMap<string, string>
  readonly cache: CachePlan
  /** Whether the bases are those of the registry, and not what the engine may have of them from before. */
  readonly needsFreshBases: boolean
  /** Where buildx writes what it made. */
  readonly metadataFile: string
}

/** A call of docker: its arguments, and the variables in which its secrets are. */
export interface BuildCall {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** The call that builds and pushes. Secrets are named in it, and never there with their values. */
export function buildCall(order: BuildOrder): BuildCall {
  const { inputs, names, cache, metadataFile, needsFreshBases } = order
  const { build, pull } = inputs
  const secrets = [...inputs.secrets].map(([id, value], i) => ({
    flag: fields(`id=${id}`, `env=${secretVariable(i)}`),
    variable: [secretVariable(i), value] as const,
  }))
  return {
    args: [
      ...['buildx', 'build', '--push', '--progress=plain', `--metadata-file=${metadataFile}`],
      ...names.map((name) => `--tag=${name}`),
      ...optionsOf(inputs),
      ...labelsOf(order),
      ...secrets.map(({ flag }) => `--secret=${flag}`),
      ...[...inputs.secretFiles].map(
        ([id, path]) => `--secret=${fields(`id=${id}`, `src=${path}`)}`,
      ),
      ...cache.from.map((from) => `--cache-from=${from}`),
      ...cache.to.map((to) => `--cache-to=${to}`),
      ...(order.isAnew ? ['--no-cache'] : []),
      ...(pull || needsFreshBases ? ['--pull'] : []),
      '--',
      build.context,
    ],
    env: Object.fromEntries(secrets.map(({ variable }) => variable)),
  }
}

/** buildx reads these as a line of CSV. */
function fields(...texts: readonly string[]): string {
  return texts
    .map((text) => (/[,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(',')
}

function secretVariable(index: number): string {
  return `DEPLOY_ACTIONS_BUILD_SECRET_${index}`
}

function optionsOf({
  build,
  ambientArgs,
}: Pick<Inputs, 'build' | 'ambientArgs'>): readonly string[] {
  const { file, target, network, platforms, provenance, sbom } = build
  return [
    ...(file === undefined ? [] : [`--file=${file}`]),
    ...(target === undefined ? [] : [`--target=${target}`]),
    ...(network === undefined ? [] : [`--network=${network}`]),
    ...(platforms.length === 0 ? [] : [`--platform=${platforms.join(',')}`]),
    // Proxies have passwords, and arguments are seen by all.
    ...[...build.buildArgs]
      .filter(([name]) => !ambientArgs.has(name))
      .map(([name, value]) => `--build-arg=${name}=${value}`),
    ...[...build.buildContexts].map(([name, value]) => `--build-context=${name}=${value}`),
    ...[...build.annotations].map(([name, value]) => `--annotation=${name}=${value}`),
    // By default a provenance makes an index of every image, which some services do not take.
    `--provenance=${provenance}`,
    `--sbom=${sbom}`,
  ]
}

function labelsOf({ labels, inputs: { build } }: BuildOrder): readonly string[] {
  const all = new Map([...labels, ...build.labels])
  return [...all].map(([name, value]) => `--label=${name}=${value}`)
}
