import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code, codeBlock, escapeMarkdown, formatSeconds, table, timeline } from '../src/index.ts'
import { Masker } from '../src/masking.ts'
import { limitSummary } from '../src/summary/limit.ts'
import { withoutCommands } from '../src/workflow-commands.ts'

describe('text that somebody else wrote', () => {
  it('is never taken for a workflow command', () => {
    for (const line of [
      '::set-output name=a::b',
      '  ::error::x',
      'x\n::add-mask::y',
      '##[add-mask]x',
    ]) {
      expect(withoutCommands(line)).not.toMatch(/^\s*::|##\[/m)
      expect(withoutCommands(line).replaceAll('\u200B', '')).toBe(line)
    }
  })

  it('makes no markup in a summary', () => {
    expect(escapeMarkdown('<img src=x> | [a](b) *b* @org/team\nnext')).toBe(
      '\\<img src=x\\> \\| \\[a\\](b) \\*b\\* &#64;org/team<br>next',
    )
    expect(code('a`b')).toBe('``a`b``')
    expect(code('`x`')).toBe('`` `x` ``')
    expect(code('a|b')).toBe('<code>a\\|b</code>')
  })

  it('cannot end the block that it is quoted in', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[`a ]{0,12}$/)), (lines) => {
        const [fence = '', ...rest] = codeBlock(lines, '').split('\n')
        expect(rest.slice(0, -1).some((line) => line.includes(fence))).toBe(false)
      }),
    )
  })
})

describe('a masked value', () => {
  it('is hidden whole and by line, the longer first', () => {
    const masker = new Masker()
    masker.add('secret-one\nsecret-two')
    masker.add('secret-one-longer')
    expect(masker.hide('a secret-two, secret-one-longer, secret-one')).toBe('a ***, ***, ***')
  })

  it('is not hidden when it is so short that it would ruin the log', () => {
    const masker = new Masker()
    expect(masker.add('1')).toEqual([])
    expect(masker.hide('1 of 1')).toBe('1 of 1')
  })
})

describe('a summary', () => {
  it('is cut to what GitHub accepts', () => {
    expect(Buffer.byteLength(limitSummary('é'.repeat(900_000)))).toBeLessThan(1_048_576)
    expect(limitSummary('short')).toBe('short')
  })

  it('has tables and timelines only where there is something in them', () => {
    expect(table(['a'], [])).toBe('')
    expect(timeline('t', [])).toBe('')
    expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |')
    expect(
      timeline('t', [{ section: 's', label: 'a: b', start: 1, end: 2, mark: 'crit' }]),
    ).toContain('  a b :crit, 1, 2')
  })
})

describe('a length of time', () => {
  it.each([
    [0, '0s'],
    [59.4, '59s'],
    [60, '1m 00s'],
    [187, '3m 07s'],
    [3_720, '1h 02m'],
    [-3, '0s'],
  ])('of %d seconds reads %s', (seconds, words) => {
    expect(formatSeconds(seconds)).toBe(words)
  })
})
