import type { Builder } from '../docker/engine.ts'
import type { CacheChoice } from '../inputs.ts'
import { cacheTag } from '../tags/own-tags.ts'

/** How a build is to use caches. */
export interface CachePlan {
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** A tag for an image that holds its own cache. */
  readonly tag: string | undefined
  /** The tag under which one of these caches is written; undefined where none is. */
  readonly ownTag: string | undefined
  /** What was done in place of what was asked for. */
  readonly warnings: readonly string[]
}

/** What decides on caches. */
export interface CacheFacts {
  readonly builder: Builder
  /** The repository with its host. */
  readonly repository: string
  readonly target: string | undefined
  /** Whether the job may use the cache of GitHub Actions. */
  readonly hasGithubCache: boolean
  /** Whether the repository keeps a tag where it is. */
  readonly isImmutable: (tag: string) => boolean
}

type Mode = CacheChoice['mode']

/** Chooses the caches of a build: what was asked for, or the best that builder and repository can. */
export function planCache(choice: CacheChoice, facts: CacheFacts): CachePlan {
  const tag = cacheTag(facts)
  const { mode, warnings } = possibleMode(choice, facts)
  const own = cacheOf(mode, facts)
  return {
    from: [...own.from, ...choice.from],
    to: choice.to.length > 0 ? choice.to : own.to,
    tag: mode === 'inline' && choice.to.length === 0 ? tag : undefined,
    ownTag: writesTag(mode) && choice.to.length === 0 ? tag : undefined,
    warnings,
  }
}

/** The same caches, with nothing written under the tag of this action. */
export function withoutTag(cache: CachePlan): CachePlan {
  return { ...cache, to: [], tag: undefined, ownTag: undefined }
}

function writesTag(mode: Mode): boolean {
  return mode === 'registry' || mode === 'inline'
}

function cacheOf(mode: Mode, facts: CacheFacts): Pick<CachePlan, 'from' | 'to'> {
  const ref = `${facts.repository}:${cacheTag(facts)}`
  const name = `${facts.repository}${facts.target === undefined ? '' : `/${facts.target}`}`
  const scope = name.replaceAll(/[^\w.-]+/g, '-')
  switch (mode) {
    case 'registry':
      return {
        from: [`type=registry,ref=${ref}`],
        // In the form that ECR takes too.
        to: [`type=registry,ref=${ref},mode=max,image-manifest=true,oci-mediatypes=true`],
      }
    case 'gha':
      return { from: [`type=gha,scope=${scope}`], to: [`type=gha,scope=${scope},mode=max`] }
    case 'inline':
      return { from: [`type=registry,ref=${ref}`], to: ['type=inline'] }
    case 'auto':
    case 'off':
  }
  return { from: [], to: [] }
}

interface Possible {
  readonly mode: Mode
  readonly warnings: readonly string[]
}

function possibleMode({ mode: asked }: CacheChoice, facts: CacheFacts): Possible {
  if (asked === 'off') return { mode: 'off', warnings: [] }
  const obstacle = asked === 'auto' ? undefined : obstacleTo(asked, facts)
  if (asked !== 'auto' && obstacle === undefined) return { mode: asked, warnings: [] }
  const order: readonly Mode[] = ['registry', 'gha', 'inline']
  const mode = order.find((one) => obstacleTo(one, facts) === undefined) ?? 'off'
  const instead = mode === 'off' ? 'no cache is used' : `cache: ${mode} is used instead`
  const reason = obstacle ?? (mode === 'off' ? obstacleTo('inline', facts) : undefined)
  if (reason === undefined) return { mode, warnings: [] }
  return { mode, warnings: [`cache: ${asked} is not possible, since ${reason}; ${instead}.`] }
}

function obstacleTo(mode: Mode, facts: CacheFacts): string | undefined {
  const { builder, hasGithubCache, isImmutable } = facts
  const tag = cacheTag(facts)
  if (mode === 'gha' && !hasGithubCache)
    return 'the job has no access to the cache of GitHub Actions'
  if (mode !== 'inline' && builder.driver === 'docker' && !builder.hasContainerdStore) {
    return `the builder's driver docker can only export inline caches (docker/setup-buildx-action makes one with another driver)`
  }
  if (mode !== 'gha' && isImmutable(tag)) {
    return `the tag ${tag} is immutable, so that a cache could be written once only (exclude cache* from the immutability of the repository)`
  }
  return undefined
}
