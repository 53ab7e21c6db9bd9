import { describe, expect, it } from 'vitest'
import type { StoredImage } from '@deploy-actions/registry'
import { BuildProgress } from '../src/build/progress.ts'
import { report } from '../src/report.ts'
import { recorded } from './build/recorded-builds.ts'

const digest = `sha256:${'6'.repeat(64)}`
const at = { host: 'ghcr.io', repository: 'org/app' }
const platform = { os: 'linux', architecture: 'arm', variant: 'v7' }
const image: StoredImage = {
  digest,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  sizeBytes: 12_345_678,
  platforms: [{ digest, platform, labels: {}, createdAt: undefined, sizeBytes: 12_345_678 }],
}
const observed = {
  at,
  lookup: undefined,
  content: undefined,
  tags: ['1', 'latest'],
  revision: undefined,
  platforms: ['linux/arm/v7'],
  optionsHash: '',
  hasSilentRegistry: false,
  now: new Date(0),
  existing: new Map(),
}

function stepsOf(output: string) {
  const progress = new BuildProgress()
  for (const [index, line] of output.split('\n').entries()) progress.read(line, index * 1000)
  return progress.steps
}

describe('the summary of a build', () => {
  const metadata = { digest, json: '{"a":1}', warnings: [] }
  const built = { image, metadata, missingTags: [], steps: stepsOf(recorded.cachedAndPushed) }
  const { outputs, summary } = report({ outcome: 'built', observed, image, built })

  it('shows how long each step took, by stage, and which came from the cache', () => {
    const lines = summary.split('\n').map((line) => line.trim())
    expect(lines).toContain('section Stage base')
    expect(lines).toContain('section Push')
    expect(lines.filter((line) => line.includes('(cached)'))).toEqual([
      expect.stringMatching(/^\[base 1\/1\] COPY busybox \/bin\/ \(cached\) :done/),
    ])
    const run = lines.find((line) => line.startsWith('[stage-1 1/1] RUN')) ?? ''
    const [start = 0, end = 0] = run.split(', ').slice(-2).map(Number)
    expect(end - start).toBe(9_000)
    expect(summary).toContain('9 steps, 1 of them cached.')
  })

  it('marks nothing as failed where only a cache was not there', () => {
    expect(summary).not.toContain(':crit')
  })

  it('says what the image is', () => {
    expect(summary).toContain(digest)
    expect(summary).toContain('`linux/arm/v7`')
    expect(summary).toContain('12.3 MB')
    expect(outputs).toMatchObject({
      metadata: '{"a":1}',
      reused: 'false',
      'size-bytes': '12345678',
    })
  })
})

describe('the outputs', () => {
  it('name the image in parts, so that each arrives at the next job', () => {
    const plan = {
      kind: 'reuse',
      image,
      because: 'It is.',
      tags: [],
      missingTags: [],
      otherwise: undefined,
    } as const
    expect(report({ outcome: 'reused', observed, plan, image }).outputs).toEqual({
      tags: '["1","latest"]',
      image: `ghcr.io/org/app@${digest}`,
      'image-tag': 'ghcr.io/org/app:1',
      digest,
      reused: 'true',
      metadata: '{}',
      'size-bytes': '12345678',
    })
  })

  it('of a dry run name no image', () => {
    const plan = {
      ...({
        kind: 'build',
        because: 'It is new.',
        tags: ['1'],
        firstTag: undefined,
        isAnew: false,
      } as const),
      createRepository: false,
      notices: [],
    }
    const { outcome, outputs, summary } = report({ outcome: 'planned', observed, plan })
    expect(outcome).toBe('planned')
    expect(outputs).toEqual({ tags: '["1","latest"]' })
    expect(summary).toContain('It is new.')
    expect(summary).toContain('not touched (dry run)')
  })
})
