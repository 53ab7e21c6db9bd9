import { describe, expect, it } from 'vitest'
import { labelsFor } from '../../src/build/labels.ts'

const run = {
  sha: '0123456789abcdef0123456789abcdef01234567',
  repository: 'org/app',
  url: 'https://github.com/org/app/actions/runs/1',
}

describe('the labels of an image', () => {
  it('say the commit, the repository and the content', () => {
    const content = { kind: 'known', hash: 'abc', bases: [], explains: [], advice: [] } as const
    expect(Object.fromEntries(labelsFor(run, content))).toEqual({
      'org.opencontainers.image.revision': run.sha,
      'org.opencontainers.image.source': 'https://github.com/org/app',
      'deploy-actions.content-hash': 'abc',
    })
  })

  it('take back the content of the base where their own is not known', () => {
    expect(labelsFor(run, undefined).get('deploy-actions.content-hash')).toBe('')
    const unknown = { kind: 'unknown', reason: 'A reason.' } as const
    expect(labelsFor(run, unknown).get('deploy-actions.content-hash')).toBe('')
  })

  it('say nothing of a commit or a repository outside of GitHub', () => {
    const labels = labelsFor({ sha: '', repository: '', url: undefined }, undefined)
    expect([...labels.keys()]).toEqual(['deploy-actions.content-hash'])
  })
})
