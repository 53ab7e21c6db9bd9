import {
  code,
  count,
  escapeMarkdown,
  flowchart,
  paragraphs,
  table,
  timeline,
  type ReportOf,
} from '@deploy-actions/action-kit'
import { formatImage, type StoredImage } from '@deploy-actions/registry'
import type { BuiltImage } from './build/build-image.ts'
import type { BuildStep } from './build/progress.ts'
import type { contract } from './contract.ts'
import { formatSize } from './format-size.ts'
import { platformNames } from './image-platforms.ts'
import type { Observed } from './observe.ts'
import type { Plan } from './plan.ts'
import type { Promotion } from './promote.ts'

/** How a step ended that did not fail. */
export interface Ending {
  readonly outcome: 'built' | 'reused' | 'promoted' | 'planned'
  readonly observed: Observed
  readonly plan?: Plan
  readonly promotion?: Promotion
  /** Undefined in a dry run. */
  readonly image?: StoredImage
  readonly built?: BuiltImage
}

/** The outputs and the summary of a step. */
export function report(ending: Ending): ReportOf<typeof contract> {
  const { outcome, observed, plan, image, built } = ending
  return {
    outcome,
    outputs: { tags: JSON.stringify(observed.tags), ...outputsOf(ending) },
    summary: paragraphs(
      `### ${signs[outcome]} ${code(formatImage(observed.at))} ${verdicts[outcome]}`,
      plan === undefined ? undefined : escapeMarkdown(plan.because),
      table(
        ['What', 'Value'],
        image === undefined ? plannedRows(ending) : imageRows(ending, image),
      ),
      built === undefined ? flowchart(arrowsOf(ending)) : stepsPicture(built.steps),
      built === undefined ? undefined : stepsSentence(built.steps),
    ),
  }
}

const signs = { built: '✅', reused: '♻️', promoted: '✅', planned: '📝' } as const

const verdicts = {
  built: 'built and pushed',
  reused: 'reused: nothing had to be built',
  promoted: 'copied',
  planned: 'not touched (dry run)',
} as const

function outputsOf({ outcome, observed: { at, tags }, image, built }: Ending) {
  if (image === undefined) return {}
  const uri = formatImage(at)
  const { digest, sizeBytes } = image
  const [first] = tags
  return {
    image: `${uri}@${digest}`,
    ...(first !== undefined && { 'image-tag': `${uri}:${first}` }),
    digest,
    reused: String(outcome !== 'built'),
    metadata: built?.metadata.json ?? '{}',
    'size-bytes': String(sizeBytes),
  }
}

function imageRows(
  { observed: { tags, content } }: Ending,
  image: StoredImage,
): readonly (readonly string[])[] {
  const { digest, sizeBytes } = image
  return [
    ['Digest', code(digest)],
    ['Tags', tags.map(code).join(' ')],
    ['Platforms', platformNames(image).map(code).join(' ')],
    ['Size', formatSize(sizeBytes)],
    ...(content?.kind === 'known' ? [['Content', code(content.hash.slice(0, 20))]] : []),
  ]
}

function plannedRows({
  plan,
  promotion,
  observed: { tags },
}: Ending): readonly (readonly string[])[] {
  const what = promotion !== undefined ? 'copy' : plan?.kind === 'reuse' ? 'reuse' : 'build'
  return [
    ['Would be done', what],
    ['Tags', tags.map(code).join(' ')],
  ]
}

/** Where the image comes from, and the tags that it has. */
function arrowsOf({ outcome, observed: { at, tags }, promotion, plan }: Ending) {
  const uri = formatImage(at)
  const would = outcome === 'planned' ? 'would be ' : ''
  const source =
    promotion !== undefined
      ? { from: formatImage(promotion.from, promotion.from), to: uri, label: `${would}copied` }
      : plan?.kind === 'reuse'
        ? { from: plan.image.digest.slice(0, 19), to: uri, label: `${would}reused` }
        : { from: 'context', to: uri, label: `${would}built` }
  return [
    source,
    ...tags.map((tag) => ({
      from: uri,
      to: tag,
      label: outcome === 'planned' ? 'would be its tag' : 'tag',
    })),
  ]
}

function stepsPicture(steps: readonly BuildStep[]): string {
  return timeline(
    'Build',
    steps.map(({ name, startedAt, endedAt, isCached, hasFailed }) => ({
      section: sectionOf(name),
      label: `${name.slice(0, 60)}${isCached ? ' (cached)' : ''}`,
      start: startedAt,
      end: endedAt,
      mark: hasFailed ? 'crit' : isCached ? 'done' : 'active',
    })),
  )
}

/** The stage of the Dockerfile that a step belongs to, or what BuildKit does around them. */
function sectionOf(name: string): string {
  const [, inBrackets] = /^\[([^\]]+)\]/.exec(name) ?? []
  if (inBrackets === undefined) return name.startsWith('pushing') ? 'Push' : 'Caches and export'
  if (/^internal|^auth/.test(inBrackets)) return 'Preparation'
  const stage = /^(\S+) +\d+\/\d+$/.exec(inBrackets)?.[1]
  return stage === undefined ? 'Dockerfile' : `Stage ${stage}`
}

function stepsSentence(steps: readonly BuildStep[]): string {
  const cached = steps.filter(({ isCached }) => isCached).length
  return `${count(steps.length, 'step')}, ${cached} of them cached.`
}
