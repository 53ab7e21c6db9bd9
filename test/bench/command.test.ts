import { describe, expect, it } from 'vitest'
import { parseCommand, UsageError } from '../../scripts/bench/command.ts'

describe('the arguments of bench', () => {
  it('have defaults', () => {
    const { dist, ...others } = parseCommand([])
    expect(others).toEqual({ isJson: false, isCheck: false, runs: 15, rollouts: 8 })
    expect(dist).toMatch(/dist$/)
  })

  it('are read', () => {
    const args = ['--json', '--check', '--runs', '3', '--rollouts=2', '--dist', '/elsewhere']
    expect(parseCommand(args)).toEqual({
      isJson: true,
      isCheck: true,
      runs: 3,
      rollouts: 2,
      dist: '/elsewhere',
    })
  })

  it.for([['--runs', '0'], ['--runs', 'many'], ['--rollouts', '1.5'], ['--fast'], ['dist']])(
    'that make no sense are refused, with the usage: %j',
    (args) => {
      expect(() => parseCommand(args)).toThrow(UsageError)
      expect(() => parseCommand(args)).toThrow('Usage: npx -y pnpm@12 bench')
    },
  )
})
