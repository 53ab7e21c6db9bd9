import { describe, expect, it } from 'vitest'
import { asJson } from '../../scripts/bench/as-json.ts'
import { figuresOf, missesOf, ratioOf, type Measurement } from '../../scripts/bench/measurement.ts'
import { renderTable } from '../../scripts/bench/table.ts'

const startUp: Measurement = {
  what: 'deploy-ecs',
  unit: 'ms',
  ours: [130, 120, 180],
  peer: [100, 90, 110],
  target: { ratio: 1.5 },
}
const slowEnd: Measurement = {
  what: 'success',
  unit: 's',
  ours: [1, 4, 2, 7],
  target: { median: 3, worst: 6 },
}
const unmeasured: Measurement = {
  what: 'verify-health',
  unit: 'ms',
  ours: [],
  target: { ratio: 1.5 },
  fault: 'calls nothing',
}

describe('the figures of several runs', () => {
  it.each([
    [[3, 1, 2], { median: 2, worst: 3 }],
    [[4, 1, 2, 3], { median: 2.5, worst: 4 }],
    [[5], { median: 5, worst: 5 }],
    [[100, 20, 3], { median: 20, worst: 100 }],
    [[], undefined],
  ])('are their median and the worst: %j', (values, figures) => {
    expect(figuresOf(values)).toEqual(figures)
  })

  it('have the ratio of their median to that of the peer', () => {
    expect(ratioOf(startUp)).toBe(1.3)
    expect(ratioOf(slowEnd)).toBeUndefined()
    expect(ratioOf(unmeasured)).toBeUndefined()
  })
})

describe('a target', () => {
  it('is met up to its very limit', () => {
    expect(missesOf({ ...startUp, target: { ratio: 1.3, worst: 180 } })).toEqual([])
    expect(missesOf({ ...slowEnd, target: { median: 3, worst: 7 } })).toEqual([])
  })

  it('is missed beyond it, each limit by itself', () => {
    expect(missesOf({ ...startUp, target: { ratio: 1.29 } })).toEqual([
      'ratio 1.30, and at most 1.29 is allowed',
    ])
    expect(missesOf(slowEnd)).toEqual(['worst 7.00, and at most 6 is allowed'])
    expect(missesOf({ ...slowEnd, target: { median: 2, worst: 6 } })).toHaveLength(2)
  })

  it('is missed where a figure does not count, or there is nothing to compare with', () => {
    expect(missesOf(unmeasured)).toEqual(['calls nothing'])
    expect(missesOf({ ...slowEnd, target: { ratio: 1 } })).toHaveLength(1)
  })

  it('that does not exist is not missed', () => {
    expect(missesOf({ what: 'x', unit: 's', ours: [1_000] })).toEqual([])
  })
})

const groups = [
  { title: 'Start-up', measurements: [startUp, unmeasured] },
  { title: 'Verdict', measurements: [slowEnd] },
]

describe('the table', () => {
  it('shows medians, the worst, ratio, target and whether it is met, below the title of the group', () => {
    const columns = renderTable(groups)
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/))
    expect(columns).toEqual([
      ['N', 'ours', 'worst', 'peer', 'worst', 'ratio', 'target'],
      [''],
      ['Start-up'],
      ['deploy-ecs', '3', '130 ms', '180 ms', '100 ms', '110 ms', '1.30', '≤ ratio 1.5', 'met'],
      ['verify-health', '≤ ratio 1.5', 'missed: calls nothing'],
      [''],
      ['Verdict'],
      ['success', '4', '3.0 s', '7.0 s', '≤ median 3.0 s, worst 6.0 s', 'missed'],
    ])
  })

  it('has its columns one below the other', () => {
    const ends = renderTable(groups)
      .split('\n')
      .filter((line) => line.includes('≤'))
      .map((line) => line.indexOf('≤'))
    expect(new Set(ends).size).toBe(1)
  })
})

describe('the JSON', () => {
  it('has the figures and what is missed', () => {
    expect(JSON.parse(JSON.stringify(asJson(groups)))).toMatchObject([
      {
        title: 'Start-up',
        measurements: [
          { what: 'deploy-ecs', unit: 'ms', runs: 3, ratio: 1.3, misses: [] },
          { what: 'verify-health', runs: 0, fault: 'calls nothing', misses: ['calls nothing'] },
        ],
      },
      { measurements: [{ ours: { median: 3, worst: 7 }, misses: [expect.any(String)] }] },
    ])
  })
})
