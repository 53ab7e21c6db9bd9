import { InvalidValue, type ContextOf, type Given, type Problem } from '@deploy-actions/action-kit'
import { hasHost, parseImageReference } from '@deploy-actions/registry'
import type { contract } from '../contract.ts'
import { formatPlatform } from './image-platform.ts'

type Table = (typeof contract)['inputs']
type Parsed = ReturnType<ContextOf<typeof contract>['parseInputs']>

/** What has to hold between inputs, and within those of more than one part. */
export const rules = [
  loginTogether,
  repositoryForm,
  promotionAlone,
  platformForms,
  namesOfMaps,
  emptySecrets,
] as const

/** The repository as it is written, with the host of `registry` where that is given. */
export function repositoryOf({ repository, registry }: Partial<Parsed>): string {
  return registry === undefined ? (repository ?? '') : `${registry}/${repository ?? ''}`
}

function loginTogether({ given }: Given<Table>): readonly Problem[] {
  const names = ['registry-username', 'registry-password'] as const
  const [missing, ...others] = names.filter((name) => !given.has(name))
  return missing === undefined || others.length > 0
    ? []
    : [{ path: missing, message: 'is required: a registry wants user and password together' }]
}

function repositoryForm({ values, failed }: Given<Table>): readonly Problem[] {
  const { repository, registry } = values
  if (repository === undefined || failed.has('registry')) return []
  if (registry !== undefined && hasHost(repository)) {
    return [{ path: 'repository', message: 'has a host, and so has registry; keep one of them' }]
  }
  if (registry !== undefined && !hasHost(repositoryOf(values))) {
    return [
      { path: 'registry', message: 'is no host by itself: docker wants a dot or a port in it' },
    ]
  }
  try {
    const { tag, digest } = parseImageReference(repositoryOf(values))
    const message = 'has a tag or a digest; tags have an input of their own'
    return tag === undefined && digest === undefined ? [] : [{ path: 'repository', message }]
  } catch (error) {
    return problemsOf(error, 'repository')
  }
}

/** The problems of a value as those of an input. Throws what is no such error. */
export function problemsOf(error: unknown, path: string): readonly Problem[] {
  if (!(error instanceof InvalidValue)) throw error
  return error.problems.map(({ message }) => ({ path, message }))
}

/** What says how to build has no meaning where nothing is built. */
const ofBuilds = [
  ...(['file', 'target', 'platforms', 'build-args', 'build-contexts', 'labels'] as const),
  ...(['annotations', 'network', 'secrets', 'secret-files', 'cache-from', 'cache-to'] as const),
] as const

function promotionAlone({ given, values }: Given<Table>): readonly Problem[] {
  if (!given.has('promote-from')) {
    const message = 'is for promote-from, which is not given'
    return given.has('promote-from-role') ? [{ path: 'promote-from-role', message }] : []
  }
  const message = 'says how to build, and promote-from copies without building'
  const built = ofBuilds.filter((name) => given.has(name)).map((path) => ({ path, message }))
  try {
    parseImageReference(values.promoteFrom ?? '')
    return built
  } catch (error) {
    return [...built, ...problemsOf(error, 'promote-from')]
  }
}

function platformForms({ values: { platforms = [] } }: Given<Table>): readonly Problem[] {
  return platforms
    .filter((platform) => !/^[a-z\d]+\/[\w-]+(?:\/[a-z\d]+)?$/i.test(platform))
    .map((platform) => ({
      path: 'platforms',
      message: `has ${platform}, which is no platform; allowed: such as linux/amd64`,
    }))
}

function namesOfMaps({ values }: Given<Table>): readonly Problem[] {
  const maps = {
    'build-args': values.buildArgs,
    'build-contexts': values.buildContexts,
    labels: values.labels,
    annotations: values.annotations,
    secrets: values.secrets,
    'secret-files': values.secretFiles,
  }
  return Object.entries(maps).flatMap(([path, map]) =>
    [...(map?.keys() ?? [])]
      .filter((name) => name === '' || /\s/.test(name))
      .map(() => ({ path, message: 'has a name that is empty or has white space' })),
  )
}

/** The platforms that are built for, by default as well, have to have the one that is expected. */
export function platformProblems(
  { expectPlatform: expected, platforms, promoteFrom }: Parsed,
  defaults: readonly string[],
): readonly Problem[] {
  const all = platforms ?? (promoteFrom === undefined ? defaults : [])
  if (expected === undefined || all.length === 0) return []
  const name = formatPlatform(expected)
  if (all.some((platform) => platform === name || platform.startsWith(`${name}/`))) return []
  const message =
    platforms === undefined
      ? `is required: DOCKER_DEFAULT_PLATFORM is ${all.join(', ')}, and expect-platform wants ${name}`
      : `does not have ${name}, which expect-platform wants`
  return [{ path: 'platforms', message }]
}

function emptySecrets({ values: { secrets } }: Given<Table>): readonly Problem[] {
  const message = 'is empty; GitHub gives an empty text for a secret that it does not have'
  return [...(secrets ?? [])]
    .filter(([, value]) => value.trim() === '')
    .map(([id]) => ({ path: `secrets.${id}`, message }))
}
