import { CannotTell } from '../cannot-tell.ts'
import { expand, type Scope } from './expand.ts'
import { isSameImage } from './image-name.ts'
import type { Addition, Dockerfile, Stage } from './parse.ts'
import { findExpansion, globalScope, stageScope, type Given } from './variables.ts'

/** What the choice of images depends on. */
export interface Request extends Given {
  /** Number of the stage that is built. */
  readonly target: number
  /** Names of the build's additional contexts, each of which stands in for a stage or an image. */
  readonly contexts: readonly string[]
}

/**
 * The images that a build reads, by the names that it knows them under: those of all stages that the target
 * needs, be it by FROM, COPY or a mount. Throws CannotTell where an instruction names an image that cannot
 * be told, or reads from the network what nobody can compare.
 */
export function imagesOf(dockerfile: Dockerfile, request: Request): ReadonlySet<string> {
  const globals = globalScope(dockerfile.globals, request)
  const images = new Set<string>()
  const stages = new Set([request.target])
  // A set is walked on to what is added meanwhile.
  for (const number of stages) {
    const stage = dockerfile.stages[number]
    if (stage === undefined || isReplaced(stage, request)) continue
    for (const source of sourcesOf(stage, globals, request)) {
      const found = stageNamed(dockerfile.stages, source, number)
      if (found !== undefined) stages.add(found)
      else if (isImage(source.name, request)) images.add(source.name)
    }
  }
  return images
}

/** Something that a stage reads from. */
interface Source {
  readonly name: string
  readonly kind: 'FROM' | 'COPY' | 'RUN'
}

function isReplaced({ name }: Stage, { contexts }: Request): boolean {
  return contexts.some((context) => context.toLowerCase() === name?.toLowerCase())
}

function isImage(name: string, { contexts }: Request): boolean {
  return name !== 'scratch' && !contexts.some((context) => isSameImage(context, name))
}

function sourcesOf(stage: Stage, globals: Scope, request: Request): readonly Source[] {
  const base = expand(stage.base, globals)
  if (base === '') throw new CannotTell(`FROM ${stage.base} names no image once it is filled in.`)
  const scope = stageScope(globals, request)
  const sources: Source[] = [{ name: base, kind: 'FROM' }]
  for (const step of stage.steps) {
    switch (step.kind) {
      case 'ARG':
      case 'ENV':
        scope.assign(step)
        break
      case 'ADD':
        checkAddition(step, scope)
        break
      case 'COPY':
      case 'RUN':
        sources.push({ name: plain(step.from), kind: step.kind })
    }
  }
  return sources
}

function plain(from: string): string {
  if (!from.includes('$')) return from
  throw new CannotTell(
    `Docker does not fill variables in from=${from}. Name a stage there, and the image in its FROM.`,
  )
}

/** FROM sees the stages before it; COPY and mounts see all, and only COPY knows them by number. */
function stageNamed(
  stages: readonly Stage[],
  { name, kind }: Source,
  asker: number,
): number | undefined {
  if (kind === 'COPY' && /^\d+$/.test(name)) return Number(name)
  const seen = kind === 'FROM' ? stages.slice(0, asker) : stages
  const index = seen.findLastIndex((stage) => stage.name?.toLowerCase() === name.toLowerCase())
  return index < 0 ? undefined : index
}

const remotes = ['http://', 'https://', 'git://', 'ssh://', 'git@']

/** Throws CannotTell for what is fetched and has no checksum to be known by. */
function checkAddition({ source, checksum }: Addition, scope: Scope): void {
  const address = mayBeRemote(source) ? expand(source, scope) : findExpansion(source, scope)
  if (address === undefined || !isRemote(address) || expand(checksum, scope) !== '') return
  throw new CannotTell(
    `ADD ${withoutCredentials(address)} fetches what may be another thing tomorrow. Say which by --checksum=sha256:…, or fetch it in a step before.`,
  )
}

/** Whether a word begins as an address does, as far as its variables let one see. */
function mayBeRemote(word: string): boolean {
  const [start = ''] = word
    .toLowerCase()
    .replaceAll(/["'\\`]/g, '')
    .split('$')
  const isPrefix = remotes.some((each) => each.startsWith(start) || start.startsWith(each))
  return isPrefix || /^[^/]+@[^/]*:/.test(word)
}

/** https://github.com/moby/buildkit/blob/master/util/gitutil/git_url.go */
function isRemote(address: string): boolean {
  return remotes.some((each) => address.toLowerCase().startsWith(each)) || isShell(address)
}

/** Whether a word is an address of git as ssh has them: `user@host:path`. */
function isShell(word: string): boolean {
  return /^[\w-]+@[\w.-]+:/.test(word)
}

function withoutCredentials(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//').replace(/[?].*$/s, '')
}
