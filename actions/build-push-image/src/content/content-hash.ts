import { createHash } from 'node:crypto'
import { resolveBases, type Base, type LookUpBase } from './bases.ts'
import type { Build } from './build.ts'
import { CannotTell } from './cannot-tell.ts'
import { hashContext, type ContextDigest } from './context/hash-context.ts'
import { modeReader } from './context/modes.ts'
import { checkFolder } from './context/locate.ts'
import { readDockerfile, type DockerfileSource } from './dockerfile/locate.ts'
import { parseDockerfile, type Dockerfile } from './dockerfile/parse.ts'
import { imagesOf } from './dockerfile/sources.ts'
import { targetStage } from './dockerfile/target.ts'
import { explain } from './explain.ts'
import { frontendOf } from './frontend.ts'
import { readIgnoreFile } from './ignore/read-ignore-file.ts'
import { additionalContexts, type AdditionalContexts } from './additional-contexts.ts'
import { optionsOf } from './options.ts'
import { normalizePlatforms, ownPlatform } from './platforms.ts'

/** What a build is made from, as one number; or why that cannot be known. */
export type ContentHash = KnownContent | UnknownContent

/** Two builds with the same hash make the same image. */
export interface KnownContent {
  readonly kind: 'known'
  /** SHA-256, in hexadecimal. */
  readonly hash: string
  /** What the image is for, each platform once and in one notation: `linux/amd64`. */
  readonly platforms: readonly string[]
  /** The images that the build reads, with the digests that the hash stands for. */
  readonly bases: readonly Base[]
  /** What went into the hash, a line for each part; never a value of a build argument or label. */
  readonly explains: readonly string[]
  /** What makes hashes differ without need, and what to do about it: whole sentences. */
  readonly advice: readonly string[]
}

/** No image can be shown to be the one that a build would make. */
export interface UnknownContent {
  readonly kind: 'unknown'
  /** Why, in whole sentences, with what to write instead where there is something. */
  readonly reason: string
}

/** What a hash is made with. */
export interface Sources {
  readonly lookUp: LookUpBase
  readonly signal: AbortSignal
}

/**
 * The rules by which a hash is made. Raise it with every change of them: a hash made by other rules must
 * never be taken for one made by these.
 */
const format = 2

/**
 * Hashes all that decides on the image of a build: the files that docker would send, with their modes and
 * content, the Dockerfile, the options, and the digests of the images that are read. Times, owners, the
 * place of the checkout, the user and the machine do not count. Throws `input` for a context, a Dockerfile
 * or a target that is not there, or a file that cannot be read, and the signal's reason.
 */
export async function contentHash(build: Build, sources: Sources): Promise<ContentHash> {
  try {
    return await hashOf(build, sources)
  } catch (error) {
    if (error instanceof CannotTell) return { kind: 'unknown', reason: error.message }
    throw error
  }
}

async function hashOf(build: Build, { lookUp, signal }: Sources): Promise<KnownContent> {
  checkFolder({ input: 'context', path: build.context })
  checkPolicy(build)
  const source = readDockerfile(build.context, build.file)
  const dockerfile = parseDockerfile(source.text)
  const contexts = additionalContexts(build.buildContexts)
  const bases = await resolveBases(namesOf(build, { dockerfile, contexts }), lookUp)
  const digests = await digestsOf(build, { source, contexts, signal })
  const options = optionsOf(build, dockerfile)
  const parts = {
    format,
    dockerfile: digestOf(source.bytes),
    options,
    bases: bases.map(({ name, digest }) => [name, digest]),
    contexts: [...digests].map(([name, { sha256 }]) => [name, sha256]),
    imageContexts: [...contexts.images],
  }
  return {
    kind: 'known',
    hash: digestOf(JSON.stringify(parts)),
    platforms: options.platforms,
    bases,
    ...explain({ options, bases, digests, dockerfile: parts.dockerfile }),
  }
}

function digestOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** https://docs.docker.com/build/building/variables/#experimental_buildkit_source_policy */
function checkPolicy({ sourcePolicy }: Build): void {
  if (!sourcePolicy) return
  throw new CannotTell(
    'EXPERIMENTAL_BUILDKIT_SOURCE_POLICY is set, so docker may read other images than the Dockerfile names. Without it would be known which.',
  )
}

/** The names of all images that the build reads. */
function namesOf(
  build: Build,
  parsed: { readonly dockerfile: Dockerfile; readonly contexts: AdditionalContexts },
): ReadonlySet<string> {
  const { dockerfile, contexts } = parsed
  const frontend = frontendOf(dockerfile, build.buildArgs)
  const target = targetStage(dockerfile, build.target)
  const read = normalizePlatforms(build.platforms).flatMap((platform) => {
    const request = {
      escape: dockerfile.escape,
      buildArgs: build.buildArgs,
      platform,
      buildPlatform: ownPlatform(),
      target,
      contexts: [...build.buildContexts.keys()],
    }
    return [...imagesOf(dockerfile, request)]
  })
  return new Set([
    ...(frontend === undefined ? [] : [frontend]),
    ...contexts.images.values(),
    ...read,
  ])
}

/** The folders of a build by the names of their contexts; that of the build itself has none. */
async function digestsOf(
  build: Build,
  read: {
    readonly source: DockerfileSource
    readonly contexts: AdditionalContexts
    readonly signal: AbortSignal
  },
): Promise<ReadonlyMap<string, ContextDigest>> {
  const { source, contexts, signal } = read
  const readMode = modeReader(source.mode)
  const ignore = readIgnoreFile(build.context, source.file)
  const digests = new Map([['', await hashContext(build.context, { ignore, readMode, signal })]])
  for (const [name, folder] of contexts.folders) {
    const reading = { ignore: readIgnoreFile(folder), readMode, signal }
    digests.set(name, await hashContext(folder, reading))
  }
  return digests
}
