import { describe, expect, it } from 'vitest'
import { cpu, cpuUnits, memory, memoryUnits, pairProblem } from '../src/inputs/sizes.ts'

const description = ''

describe('a size of an instance', () => {
  it.each([
    ['1', '1024'],
    ['1 vCPU', '1024'],
    ['1vcpu', '1024'],
    ['1024', '1024'],
    ['0.25', '256'],
    ['.5', '512'],
    ['0.5 vCPU', '512'],
    ['256', '256'],
    ['4', '4096'],
    [' 2 ', '2048'],
  ])('is the same however its CPU is written: %s', (text, units) => {
    expect(cpu({ description }).parse(text)).toBe(units)
    expect(cpuUnits(text)).toBe(units)
  })

  it.each([
    ['2', '2048'],
    ['2 GB', '2048'],
    ['2gb', '2048'],
    ['2048', '2048'],
    ['0.5 GB', '512'],
    ['12', '12288'],
    ['6144', '6144'],
  ])('is the same however its memory is written: %s', (text, megabytes) => {
    expect(memory({ description }).parse(text)).toBe(megabytes)
    expect(memoryUnits(text)).toBe(megabytes)
  })

  it.each(['3', '1.5', '0', '-1', 'one', '1000', '1 GB', '1 vCPUs', '8'])(
    'is refused where App Runner has no such CPU: %s',
    (text) => {
      expect(() => cpu({ description }).parse(text)).toThrow('0.25, 0.5, 1, 2, 4 vCPU')
    },
  )

  it.each(['5', '16', '2 vCPU', '1000', '7168', 'GB'])(
    'is refused where App Runner has no such memory: %s',
    (text) => {
      expect(() => memory({ description }).parse(text)).toThrow('0.5, 1, 2, 3, 4, 6, 8, 10, 12 GB')
    },
  )

  it('is told as it is where App Runner has sizes that are not known here', () => {
    expect([cpuUnits('8192'), memoryUnits('16384')]).toEqual(['8192', '16384'])
  })
})

describe('CPU and memory', () => {
  const pairs = [
    ['256', ['512', '1024']],
    ['512', ['1024']],
    ['1024', ['2048', '3072', '4096']],
    ['2048', ['4096', '6144']],
    ['4096', ['8192', '10240', '12288']],
  ] as const
  const all = ['512', '1024', '2048', '3072', '4096', '6144', '8192', '10240', '12288']

  it.each(pairs)('go together in the pairs that App Runner has: %s', (units, fitting) => {
    const found = all.filter((one) => pairProblem(units, one) === undefined)
    expect(found).toEqual(fitting)
  })

  it('are told what they could be where they do not go together', () => {
    expect(pairProblem('512', '2048')).toBe('does not go with 0.5 vCPU; allowed: 1 GB')
  })
})
