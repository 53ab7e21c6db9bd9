import { describe, expect, it } from 'vitest'
import { BuildProgress } from '../../src/build/progress.ts'
import { recorded } from './recorded-builds.ts'

/** Reads an output, a line each second. */
function stepsOf(output: string) {
  const progress = new BuildProgress()
  for (const [index, line] of output.split('\n').entries()) progress.read(line, index * 1000)
  return progress.steps
}

describe('the steps of a build', () => {
  const steps = stepsOf(recorded.cachedAndPushed)
  const named = (part: string) => steps.find(({ name }) => name.includes(part))

  it('have their names, in the order in which they began', () => {
    expect(steps.map(({ name }) => name)).toEqual([
      '[internal] load build definition from Dockerfile',
      '[internal] load .dockerignore',
      'importing cache manifest from localhost:5000/app:cache',
      '[internal] load build context',
      '[base 1/1] COPY busybox /bin/',
      '[stage-1 1/1] RUN ["/bin/busybox","sh","-c","echo one; sleep 1; echo two"]',
      '[other 1/1] COPY a /',
      'exporting to image',
      'pushing localhost:5000/app:1 with docker',
    ])
  })

  it('are marked where they came from the cache', () => {
    expect(steps.filter(({ isCached }) => isCached)).toEqual([named('[base 1/1]')])
  })

  it('last until their last line, also where others come in between', () => {
    const { startedAt = 0, endedAt = 0 } = named('RUN') ?? {}
    expect(endedAt - startedAt).toBe(9_000)
    expect(named('RUN')?.lines).toEqual(['one', 'two'])
  })

  it('have not failed where only a cache was not there yet', () => {
    expect(steps.filter(({ hasFailed }) => hasFailed)).toEqual([])
  })

  it('have failed where the build has, with what they printed', () => {
    const failed = stepsOf(recorded.failedRun).filter(({ hasFailed }) => hasFailed)
    expect(failed).toMatchObject([
      { name: expect.stringContaining('RUN'), lines: ['one', 'denied: two'] },
    ])
  })

  it('keep only the end of what they print', () => {
    const printed = Array.from({ length: 100 }, (_, i) => `#1 0.${i} line ${i}`)
    const [step] = stepsOf(['#1 [1/1] RUN make', ...printed].join('\n'))
    expect(step?.lines).toHaveLength(30)
    expect(step?.lines.at(-1)).toBe('line 99')
  })
})
