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
import { readPolicy, secretFileProblems } from './inputs/named-files.ts'
import { repositoryOf, rules } from './inputs/rules.ts'

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
  readonly build: Build
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
  const problems = [...policy.problems, ...(await secretFileProblems(parsed))]
  if (problems.length > 0) throw inputError(problems)
  const { secrets = new Map<string, string>(), secretFiles = new Map<string, string>() } = parsed
  return {
    repository: repositoryOf(parsed),
    ...loginOf(parsed),
    build: buildOf(parsed, defaultPlatforms(context)),
    secrets,
    secretFiles,
    noCache: parsed.noCache,
    pull: parsed.pull,
    tags: parsed.tags,
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

function buildOf(parsed: Parsed, defaults: readonly string[]): Build {
  const { context, file, target, network, provenance, sbom } = parsed
  const { secrets, secretFiles } = parsed
  return {
    context,
    file,
    target,
    network,
    provenance,
    sbom,
    platforms: parsed.platforms ?? defaults,
    buildArgs: parsed.buildArgs ?? new Map(),
    buildContexts: parsed.buildContexts ?? new Map(),
    labels: parsed.labels ?? new Map(),
    annotations: parsed.annotations ?? new Map(),
    secretIds: [...(secrets?.keys() ?? []), ...(secretFiles?.keys() ?? [])],
  }
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
