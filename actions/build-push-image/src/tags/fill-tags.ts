import type { Problem } from '@deploy-actions/action-kit'
import { namesIn, type Placeholder } from './templates.ts'

/** What tags are made from; undefined where the run has no such thing. */
export interface TagFacts {
  readonly sha: string
  /** `refs/heads/main`, `refs/tags/v1.2.3`, `refs/pull/7/merge`. */
  readonly ref: string
  /** Branch of a pull request; empty for other events. */
  readonly headRef: string
  readonly runId: string
  readonly runNumber: string
  /** When the step began. */
  readonly now: Date
  /** Hash of the content; undefined where it is not known. */
  readonly contentHash: string | undefined
}

/** The tags of an image, made valid, each once; and what could not be filled in. */
export function fillTags(
  templates: readonly string[],
  facts: TagFacts,
): { readonly tags: readonly string[]; readonly problems: readonly Problem[] } {
  const values = valuesOf(facts)
  const problems: Problem[] = []
  const tags = templates.map((template) => {
    for (const name of namesIn(template)) {
      const value = values[name as Placeholder] // templates have no other names
      if (typeof value !== 'string') {
        problems.push({ path: 'tags', message: `${template} cannot be filled: ${value.missing}` })
      }
    }
    const filled = template.replaceAll(/\{([^{}]*)\}/g, (_, name: Placeholder) => {
      const value = values[name]
      return typeof value === 'string' ? value : ''
    })
    return toTag(filled)
  })
  const empty = templates.filter((_, i) => tags[i] === '' && problems.length === 0)
  return {
    tags: [...new Set(tags)],
    problems: [
      ...problems,
      ...empty.map((one) => ({ path: 'tags', message: `${one} gives an empty tag` })),
    ],
  }
}

interface Missing {
  readonly missing: string
}

function valuesOf(facts: TagFacts): Readonly<Record<Placeholder, string | Missing>> {
  const { sha, ref, runId, runNumber, now, contentHash } = facts
  const branch = branchOf(facts)
  const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1]
  const version = /^v?(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)$/.exec(tag ?? '')?.[1]
  const noCommit = 'the run names no commit (GITHUB_SHA)'
  return {
    sha: sha || { missing: noCommit },
    'short-sha': sha.slice(0, 7) || { missing: noCommit },
    branch,
    tag: tag ?? { missing: 'the run is not for a tag' },
    version: version ?? { missing: 'the run is not for a tag of the form v1.2.3' },
    'run-id': runId || { missing: 'the run has no id (GITHUB_RUN_ID)' },
    'run-number': runNumber || { missing: 'the run has no number (GITHUB_RUN_NUMBER)' },
    date: now.toISOString().slice(0, 10).replaceAll('-', ''),
    content: contentHash?.slice(0, contentLength) ?? {
      missing: 'the content of the image cannot be known before it is built (see the log)',
    },
  }
}

/** A fork may call its branch `main`, and would get the tag of ours: a pull request is called by its number. */
function branchOf({ ref, headRef }: TagFacts): string | Missing {
  const number = /^refs\/pull\/(\d+)\//.exec(ref)?.[1]
  if (number !== undefined) return `pr-${number}`
  if (headRef !== '') {
    return {
      missing: 'the run is for a pull request whose number GITHUB_REF does not say; use {sha}',
    }
  }
  return /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? { missing: 'the run is not for a branch' }
}

/** Characters of a content hash in tags: 80 bits, by chance never twice. */
const contentLength = 20

/** The tag that says what an image was made from. */
export function contentTag(hash: string): string {
  return `content-${hash.slice(0, contentLength)}`
}

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
function toTag(text: string): string {
  return text
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128)
}
