import { parseInputs } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import { httpCheckInputs } from '../src/inputs/http-check.ts'
import { oneCheck } from './one-check.ts'

const url = 'https://sandbox.arbiter-ai.com/health'

describe('an expectation that came out empty', () => {
  it.each([
    ['a value of expect-json', { 'expect-json': { version: '' } }, '[0].expect-json.version'],
    ['a value of expect-json in white space', { 'expect-json': 'version= ' }, 'version'],
    ['a value of expect-header', { 'expect-header': { 'x-version': '' } }, 'x-version'],
    ['expect-body', { 'expect-body': '' }, '[0].expect-body'],
    ['all of expect-json', { 'expect-json': '' }, '[0].expect-json'],
    ['all of expect-header', { 'expect-header': ' ' }, '[0].expect-header'],
  ])('is an error, and no check that everything passes: %s', (_, expected, path) => {
    expect(() => oneCheck({ url, ...expected })).toThrowError(
      expect.objectContaining({
        problems: [
          {
            path: expect.stringContaining(path) as unknown,
            message: expect.stringContaining('every answer would pass') as unknown,
          },
        ],
      }),
    )
  })

  it('is an error as well where the inputs of an action are one check', () => {
    const inputs: Record<string, string> = { 'expect-json': 'status=ok\nversion=' }
    expect(() => parseInputs(httpCheckInputs, (name) => inputs[name])).toThrowError(
      /expect-json\.version: is empty, so every answer would pass/,
    )
  })
})
