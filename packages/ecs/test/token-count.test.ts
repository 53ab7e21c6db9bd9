import { describe, expect, it } from 'vitest'
import { TokenCount } from '../src/one-off-task/token-count.ts'

const second = 1_000

/** Asks whenever it is to be asked again, until the next token is used; how many seconds that took. */
function secondsUntilNext(tokens: TokenCount, begunAt = 0): number {
  let now = begunAt
  for (let asked = 0; tokens.behind('a') === 0; asked++) {
    if (asked > 1_000) throw new Error('The token is never used up.')
    now = Math.max(now, tokens.noteEmpty(now))
  }
  return (now - begunAt) / second
}

describe('a token that is used, and names no task', () => {
  it('gives way when no start can be under way by it any more', () => {
    const tokens = new TokenCount()
    tokens.behind('a')
    expect(secondsUntilNext(tokens)).toBe(50)
  })

  it('gives way at once when it was the own start that ECS has answered', () => {
    const tokens = new TokenCount()
    tokens.behind('a')
    tokens.noteOwnRefusal()
    expect(secondsUntilNext(tokens)).toBe(0)
  })

  it('is tried once more after a refusal, which may not have used it up', () => {
    const tokens = new TokenCount()
    tokens.behind('a')
    tokens.noteOwnRefusal()
    expect(tokens.behind('a')).toBe(0)
  })

  it('is counted behind each anchor by itself', () => {
    const tokens = new TokenCount()
    tokens.behind('a')
    tokens.noteOwnRefusal()
    tokens.noteEmpty(0)
    expect(tokens.behind('a')).toBe(1)
    expect(tokens.behind('b')).toBe(0)
    expect(tokens.noteEmpty(0)).toBeGreaterThan(0)
  })
})
