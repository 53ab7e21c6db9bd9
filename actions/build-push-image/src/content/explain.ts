import { count } from '@deploy-actions/action-kit'
import type { Base } from './bases.ts'
import type { ContextDigest } from './context/hash-context.ts'
import type { Options } from './options.ts'

/** The parts of a hash. */
export interface Explained {
  readonly options: Options
  readonly bases: readonly Base[]
  /** By the name of the context; that of the build itself has none. */
  readonly digests: ReadonlyMap<string, ContextDigest>
  /** SHA-256 of the Dockerfile. */
  readonly dockerfile: string
}

/** Tells what went into a hash, so that two runs can be compared part by part; and what could be better. */
export function explain(parts: Explained): {
  readonly explains: readonly string[]
  readonly advice: readonly string[]
} {
  const { options, bases, digests, dockerfile } = parts
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['target', options.target === null ? [] : [options.target]],
    ['platforms', options.platforms],
    ['build arguments', namesOf(options.buildArgs)],
    ['labels', namesOf(options.labels)],
    ['annotations', namesOf(options.annotations)],
    ['secrets', options.secretIds],
  ]
  const named = lists.filter(([, names]) => names.length > 0)
  return {
    explains: [
      ...[...digests].map(([name, digest]) => `${contextName(name)}: ${contentOf(digest)}`),
      `Dockerfile: ${short(dockerfile)}`,
      ...bases.map(({ name, digest }) => `image ${name}: ${digest}`),
      ...named.map(([what, names]) => `${what}: ${names.toSorted().join(', ')}`),
    ],
    advice: [...digests].filter(([, { hasGit }]) => hasGit).map(([name]) => adviceOnGit(name)),
  }
}

function namesOf(pairs: readonly (readonly [string, string])[]): readonly string[] {
  return pairs.map(([name]) => name)
}

function contentOf({ files, sizeBytes, sha256 }: ContextDigest): string {
  return `${count(files, 'file')}, ${sizeBytes} bytes, ${short(sha256)}`
}

function short(sha256: string): string {
  return sha256.slice(0, 12)
}

function contextName(name: string): string {
  return name === '' ? 'context' : `context ${name}`
}

function adviceOnGit(name: string): string {
  return `The ${contextName(name)} holds .git, which docker sends, no two checkouts have alike, and in which actions/checkout keeps a token: no image is reused until a line .git stands in .dockerignore.`
}
