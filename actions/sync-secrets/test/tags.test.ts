import { describe, expect, it } from 'vitest'
import { tagProblems } from '../src/inputs/tag-problems.ts'
import { syncIn } from './in-flow.ts'

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => [`tag${i}`, ''] as [string, string])

describe('tags', () => {
  it.each<readonly [string, readonly (readonly [string, string])[], string]>([
    ['of AWS', [['AWS:team', 'x']], 'begins with aws:'],
    ['of the key manifest', [['deploy-actions:keys:2', 'x']], 'is a tag of the key manifest'],
    ['with a long name', [['n'.repeat(129), 'x']], 'more than 128'],
    ['with a long value', [['team', 'v'.repeat(257)]], 'longer than 256'],
    ['with a name that tags do not know', [['a;b', 'x']], 'has a name with a character'],
    ['with a value that tags do not know', [['team', 'a,b']], 'has a character that tags do not'],
    ['that are too many', many(51), 'are 51; allowed: 50'],
  ])('%s are refused', (_, tags, words) => {
    expect(tagProblems(new Map(tags)).map(({ message }) => message)).toEqual([
      expect.stringContaining(words),
    ])
  })

  it('up to the limits are taken', () => {
    const longest = [['n'.repeat(128), 'v'.repeat(256)]] as const
    const known = [['Größe: a/b_c.d-e=f+g@h', 'wie 名前 1']] as const
    expect(tagProblems(new Map([...many(48), ...longest, ...known]))).toEqual([])
  })

  it('that are wrong keep a step from asking AWS anything', async () => {
    const run = await syncIn({}, { 'secret-id': 'app', values: 'A=1', tags: '{"aws:team":"x"}' })
    expect(run.outputs).toEqual({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('tags.aws:team')
    expect(run.simulator.requests).toEqual([])
  })
})
