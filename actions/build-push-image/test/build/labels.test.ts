import { describe, expect, it } from 'vitest'
import { labelsFor } from '../../src/build/labels.ts'

const run = {
  sha: '0123456789abcdef0123456789abcdef01234567',
  repository: 'org/app',
  url: 'https://github.com/org/app/actions/runs/1',
}

const known = {
  kind: 'known',
  hash: 'abc',
  platforms: ['linux/amd64'],
  optionsHash: 'def',
  bases: [],
  explains: [],
  advice: [],
} as const
const made = { content: known, optionsHash: 'def' }

describe('the labels of an image', () => {
  it('say the commit, the repository and the content', () => {
    expect(Object.fromEntries(labelsFor(run, made))).toEqual({
      'org.opencontainers.image.revision': run.sha,
      'org.opencontainers.image.source': 'https://github.com/org/app',
      'deploy-actions.content-hash': 'abc',
      'deploy-actions.options-hash': 'def',
    })
  })

  it('take back the content of the base where their own is not known', () => {
    const unknown = { content: { kind: 'unknown', reason: 'A reason.' }, optionsHash: '' } as const
    expect(labelsFor(run, unknown).get('deploy-actions.content-hash')).toBe('')
  })

  it('say nothing of a commit or a repository outside of GitHub', () => {
    const labels = labelsFor({ sha: '', repository: '', url: undefined }, made)
    expect([...labels.keys()]).toEqual([
      'deploy-actions.content-hash',
      'deploy-actions.options-hash',
    ])
  })
})
