import { inputError, type ContextOf } from '@deploy-actions/action-kit'
import {
  findEcrRegistry,
  hasHost,
  parseImageReference,
  registryLogin,
  type Platform,
  type RegistryCredentials,
} from '@deploy-actions/registry'
import type { Build } from './content/index.ts'
import type { contract } from './contract.ts'
import { ambientArguments } from './docker/ambient-arguments.ts'
import { readPolicy, secretFileProblems } from './inputs/named-files.ts'
import { platformProblems, repositoryOf, rules } from './inputs/rules.ts'
import { tagsOf } from './inputs/tags.ts'

export type Context = ContextOf<typeof contract>

/** Where the caches of a build are. */
export interface CacheChoice {
  readonly mode: 'auto' | 'registry' | 'gha' | 'inline' | 'off'
  readonly from: readonly string[]
  readonly to: readonly string[]
}

export interface Inputs {
  /** As it is written, with the host of `registry` where that is given. */
  readonly repository: string
  /** With the host that they are for; undefined where there are none, or nobody to show them to. */
  readonly credentials: RegistryCredentials | undefined
  /** Whether a user is given although all registries are ECR's. */
  readonly isLoginUnused: boolean
  /** With the build arguments that docker adds by itself. */
  readonly build: Build
  /** Names of those arguments: docker has their values from elsewhere. */
  readonly ambientArgs: ReadonlySet<string>
  readonly secrets: ReadonlyMap<string, string>
  readonly secretFiles: ReadonlyMap<string, string>
  readonly noCache: boolean
  readonly pull: boolean
  readonly tags: readonly string[]
  readonly reuse: boolean
  /** Undefined for any age. */
  readonly maxAgeMs: number | undefined
  readonly cache: CacheChoice
  readonly createRepository: boolean
  readonly lifecyclePolicy: string | undefined
  readonly promoteFrom: string | undefined
  readonly promoteFromRole: string | undefined
  readonly expectedPlatform: Platform | undefined
  readonly dryRun: boolean
  readonly region: string | undefined
}

type Parsed = ReturnType<Context['parseInputs']>

/** Reads the inputs and the files that they name; throws one error with everything that is wrong with them. */
export async function readInputs(context: Context): Promise<Inputs> {
  const parsed = context.parseInputs({ rules })
  const policy = await readPolicy(parsed)
  const defaults = defaultPlatforms(context)
  const tags = tagsOf(parsed)
  const problems = [
    ...policy.problems,
    ...(await secretFileProblems(parsed)),
    ...platformProblems(parsed, defaults),
    ...tags.problems,
  ]
  if (problems.length > 0) throw inputError(problems)
  const { secrets = new Map<string, string>(), secretFiles = new Map<string, string>() } = parsed
  return {
    repository: repositoryOf(parsed),
    ...loginOf(parsed),
    ...(await buildOf(context, parsed, defaults)),
    secrets,
    secretFiles,
    noCache: parsed.noCache,
    pull: parsed.pull,
    tags: tags.templates,
    reuse: parsed.reuse === 'content' && !parsed.noCache,
    maxAgeMs: parsed.reuseMaxAge === 0 ? undefined : parsed.reuseMaxAge * 1000,
    cache: { mode: parsed.cache, from: parsed.cacheFrom ?? [], to: parsed.cacheTo ?? [] },
    createRepository: parsed.createRepository,
    lifecyclePolicy: policy.text,
    promoteFrom: parsed.promoteFrom,
    promoteFromRole: parsed.promoteFromRole,
    expectedPlatform: parsed.expectPlatform,
    dryRun: parsed.dryRun,
    region: parsed.awsRegion,
  }
}

/** Docker builds for these where it is told nothing else. */
function defaultPlatforms({ host }: Context): readonly string[] {
  const platform = host.readVariable('DOCKER_DEFAULT_PLATFORM') ?? ''
  return platform === '' ? [] : [platform]
}

async function buildOf(
  { host }: Context,
  parsed: Parsed,
  defaults: readonly string[],
): Promise<Pick<Inputs, 'build' | 'ambientArgs'>> {
  const { context, file, target, network, provenance, sbom } = parsed
  const { secrets, secretFiles, buildArgs = new Map<string, string>() } = parsed
  const ambient = [...(await ambientArguments(host))].filter(([name]) => !buildArgs.has(name))
  const build = {
    context,
    file,
    target,
    network,
    provenance,
    sbom,
    platforms: parsed.platforms ?? defaults,
    buildArgs: new Map([...ambient, ...buildArgs]),
    buildContexts: parsed.buildContexts ?? new Map<string, string>(),
    labels: parsed.labels ?? new Map<string, string>(),
    annotations: parsed.annotations ?? new Map<string, string>(),
    secretIds: [...(secrets?.keys() ?? []), ...(secretFiles?.keys() ?? [])],
    sourcePolicy: (host.readVariable('EXPERIMENTAL_BUILDKIT_SOURCE_POLICY') ?? '') !== '',
  }
  return { build, ambientArgs: new Set(ambient.map(([name]) => name)) }
}

/** Shown to one registry and to no other: that of `repository`, or else the one that is copied from. */
function loginOf(parsed: Parsed): Pick<Inputs, 'credentials' | 'isLoginUnused'> {
  const login = registryLogin(parsed)
  const names = [repositoryOf(parsed), parsed.promoteFrom ?? '']
  const hosts = names.filter(hasHost).map((name) => parseImageReference(name).host)
  const host = hosts.find((one) => findEcrRegistry(one) === undefined)
  const credentials = login === undefined || host === undefined ? undefined : { ...login, host }
  return { credentials, isLoginUnused: login !== undefined && credentials === undefined }
}
