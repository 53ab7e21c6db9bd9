import { describe, expect, it } from 'vitest'
import { apiDefinition } from './definition.fixture.ts'
import { complaint, parseDefinition } from './parse-definition.ts'

describe('a definition in YAML', () => {
  it('has its merge keys (<<) put together, where what is written itself wins', () => {
    const text = `
family: a
containerDefinitions:
  - &base { name: a, image: 'b:1', memory: 64 }
  - { <<: *base, name: b, essential: false }
`
    expect(parseDefinition(text, 'task.yml').containerDefinitions).toEqual([
      { name: 'a', image: 'b:1', memory: 64 },
      { name: 'b', image: 'b:1', memory: 64, essential: false },
    ])
  })

  it.each([
    ['an alias without its anchor', 'family: *canary', /has an alias .* does not stand before it/],
    [
      'aliases of aliases without end',
      Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [x${`, *a${i - 1}`.repeat(i && 9)}]`).join(
        '\n',
      ),
      /aliases of aliases/,
    ],
    ['a merge of a text', 'family: a\n<<: canary', /merges \(<<\) what is no mapping/],
  ])('is refused without a word of its text: %s', (_, text, words) => {
    expect(complaint(text)).toMatch(words)
    expect(complaint(text)).not.toContain('canary')
  })
})

describe('what `aws ecs describe-task-definition --include TAGS` prints', () => {
  const tags = [{ key: 'team', value: 'a' }]

  it('is read with the tags that stand beside the definition', () => {
    const described = { taskDefinition: apiDefinition(), tags, failures: [] }
    expect(parseDefinition(JSON.stringify(described), 'task.json').tags).toEqual(tags)
    const untagged = { taskDefinition: apiDefinition(), tags: [] }
    expect(parseDefinition(JSON.stringify(untagged), 'task.json')).not.toHaveProperty('tags')
  })

  it.each<[string, object, string]>([
    ['another key', { family: 'b' }, 'family cannot stand beside taskDefinition'],
    ['failures', { failures: [{ reason: 'MISSING' }] }, 'failures cannot stand beside'],
    ['tags in both places', { tags }, 'tags stand in taskDefinition and beside it; keep one'],
  ])('is refused with %s, which would be lost', (_, beside, words) => {
    const taskDefinition = apiDefinition('tags' in beside ? { tags } : {})
    expect(complaint({ taskDefinition, ...beside })).toContain(words)
  })
})
