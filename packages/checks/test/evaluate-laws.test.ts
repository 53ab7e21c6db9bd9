import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { json, judge } from './judge.ts'

describe('What is quoted of an answer', () => {
  it('is one line of at most 200 characters', () => {
    const [message = ''] = judge({
      expected: {},
      answer: { status: 500, body: 'ab\n'.repeat(500) },
    })
    const quoted = message.slice(message.indexOf('it says: ') + 9)
    expect(quoted).toHaveLength(200)
    expect(quoted).toMatch(/^(?:ab )+.*…$/)
  })

  it('is hidden before it is cut, so that no part of a secret stays', () => {
    const body = `${'x'.repeat(196)}canary`
    const [message = ''] = judge({ expected: {}, answer: { status: 500, body } })
    expect(message).not.toContain('ca')
    const value = judge({
      expected: { 'expect-json': { a: '1' } },
      answer: json({ a: `${'x'.repeat(114)}canary` }),
    })
    expect(value[0]).not.toContain('ca')
  })
})

describe('A set of statuses', () => {
  it('holds exactly the statuses of its ranges', () => {
    const status = fc.integer({ min: 200, max: 599 })
    const range = fc
      .tuple(status, status)
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), status, (ranges, answered) => {
        const written = ranges.map(([from, to]) => `${from}-${to}`).join(',')
        const healthy = judge({
          expected: { 'expect-status': written },
          answer: { status: answered },
        })
        expect(healthy.length === 0).toBe(
          ranges.some(([from, to]) => from <= answered && answered <= to),
        )
      }),
    )
  })
})

describe('A JSON expectation', () => {
  it('is met by exactly the value that JSON writes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (actual, expected) => {
        fc.pre(expected.trim() !== '' && !expected.startsWith('/'))
        const met = judge({
          expected: { 'expect-json': { name: expected } },
          answer: json({ name: actual }),
        })
        expect(met.length === 0).toBe(actual === expected)
      }),
    )
  })
})
