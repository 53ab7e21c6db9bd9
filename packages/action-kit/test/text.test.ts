import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  code,
  codeBlock,
  escapeMarkdown,
  flowchart,
  formatSeconds,
  table,
  timeline,
} from '../src/index.ts'
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

describe('a summary', () => {
  it('is cut to what GitHub accepts', () => {
    expect(Buffer.byteLength(limitSummary('é'.repeat(900_000)))).toBeLessThan(1_048_576)
    expect(limitSummary('short')).toBe('short')
  })

  it("has flowcharts in which nobody else's text is syntax", () => {
    expect(flowchart([])).toBe('')
    expect(
      flowchart([
        { from: 'a "b"', to: 'c|d', label: 'runs' },
        { from: 'c|d', to: 'a "b"' },
      ]),
    ).toBe(
      [
        '```mermaid',
        'flowchart LR',
        '  n0["a #34;b#34;"]',
        '  n1["c#124;d"]',
        '  n0 -->|"runs"| n1',
        '  n1 --> n0',
        '```',
      ].join('\n'),
    )
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
