import { describe, expect, it } from 'vitest'
import { compareDigests } from '../src/rollout/evidence.ts'
import type { Definition } from '../src/index.ts'

const [one, two] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`]

function definition(image: string): Definition {
  return {
    family: 'api',
    containerDefinitions: [
      { name: 'api', image },
      { name: 'sidecar', image: 'envoy:2' },
    ],
  }
}

const running = (...digests: string[]) => new Map([['api', new Set(digests)]])

describe('the digests that run', () => {
  it('prove an image that was named by its digest', () => {
    const evidence = compareDigests(definition(`api@${one}`), running(one))
    expect(evidence).toMatchObject({ mismatches: [], unconfirmed: [] })
  })

  it('give an image away that is not the one asked for', () => {
    expect(compareDigests(definition(`api:1@${one}`), running(two)).mismatches).toEqual([
      { container: 'api', wanted: one, running: two },
    ])
  })

  it('give it away also where only some of the tasks run another one', () => {
    expect(compareDigests(definition(`api@${one}`), running(one, two)).mismatches).toEqual([
      { container: 'api', wanted: one, running: two },
    ])
  })

  it('leave open what nobody tells', () => {
    expect(compareDigests(definition(`api@${one}`), new Map())).toMatchObject({
      mismatches: [],
      unconfirmed: ['api'],
    })
  })

  it('prove nothing about a tag, which promises nothing', () => {
    expect(compareDigests(definition('api:1'), running(two))).toMatchObject({
      mismatches: [],
      unconfirmed: [],
    })
  })
})
