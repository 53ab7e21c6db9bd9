import { parseArgs } from 'node:util'
import { DockerError } from './docker-error.ts'

/** What docker is asked to do. */
export type Command = BuildCommand | { readonly kind: 'say'; readonly text: string }

/** `docker buildx build --push`. */
export interface BuildCommand {
  readonly kind: 'build'
  readonly context: string
  /** Path of the Dockerfile; undefined for that of the context. */
  readonly file: string | undefined
  readonly target: string | undefined
  readonly platforms: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  readonly buildArgs: readonly string[]
  /** In full, with their tags. */
  readonly names: readonly string[]
  readonly metadataFile: string | undefined
}

/** As on a runner of GitHub, with its default builder. */
const platform = 'linux/amd64'

const facts: Readonly<Record<string, string>> = {
  'Server.Os': 'linux',
  'Server.Arch': 'amd64',
  'Server.Version': 'stand-in',
  DriverStatus: '[["Backing Filesystem","extfs"]]',
  ServerVersion: 'stand-in',
}

const played = 'version, info, buildx version, buildx inspect and buildx build --push'

/** Reads a command line of docker. Throws a DockerError for what is not played. */
export function readCommand(args: readonly string[]): Command {
  const [first = '', second = ''] = args
  if (first === 'version') return say(args.slice(1), 'Docker, of which this is a stand-in')
  if (first === 'info')
    return say(args.slice(1), 'Server Version: stand-in\nStorage Driver: overlay2')
  if (first === 'buildx' && second === 'version') {
    return { kind: 'say', text: 'github.com/docker/buildx, of which this is a stand-in' }
  }
  if (first === 'buildx' && second === 'inspect') {
    return { kind: 'say', text: `Name:   default\nDriver: docker\nPlatforms: ${platform}` }
  }
  if (first === 'buildx' && second === 'build') return readBuild(args.slice(2))
  throw new DockerError(
    `docker: this stand-in for rehearsals plays ${played}; not '${args.slice(0, 2).join(' ')}'.`,
  )
}

function say(args: readonly string[], otherwise: string): Command {
  const { format } = parse(args, { format: { type: 'string', short: 'f' } }).values
  if (typeof format !== 'string') return { kind: 'say', text: otherwise }
  const text = format.replaceAll(/\{\{\s*(?:json )?\.([\w.]+)\s*\}\}/g, (field, name: string) => {
    const fact = facts[name]
    if (fact === undefined) throw new DockerError(`docker: this stand-in has no ${field}.`)
    return fact
  })
  return { kind: 'say', text }
}

const one = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

/** Those that change what comes out here, and those that are only taken. */
const buildOptions = {
  push: flag,
  tag: { ...many, short: 't' },
  file: { ...one, short: 'f' },
  target: one,
  platform: many,
  label: many,
  'build-arg': many,
  'metadata-file': one,
  'no-cache': flag,
  pull: flag,
  progress: one,
  network: one,
  provenance: one,
  sbom: one,
  annotation: many,
  'build-context': many,
  secret: many,
  'cache-from': many,
  'cache-to': many,
} as const

function readBuild(args: readonly string[]): BuildCommand {
  const { values, positionals } = parse(args, buildOptions)
  const [context, ...more] = positionals
  if (context === undefined || more.length > 0) {
    throw new DockerError('ERROR: docker buildx build requires 1 argument')
  }
  if (values.push !== true) throw new DockerError('docker: this stand-in builds with --push only.')
  const platforms = (values.platform ?? []).flatMap((text) => text.split(','))
  return {
    kind: 'build',
    context,
    file: values.file,
    target: values.target,
    platforms: platforms.length === 0 ? [platform] : platforms,
    labels: Object.fromEntries((values.label ?? []).map(splitPair)),
    buildArgs: values['build-arg'] ?? [],
    names: values.tag ?? [],
    metadataFile: values['metadata-file'],
  }
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

function parse<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DockerError(`docker: this stand-in for rehearsals does not know it: ${reason}`)
  }
}

function splitPair(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
