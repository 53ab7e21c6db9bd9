import { parseYaml } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import type { Value } from '../src/document/index.ts'
import { violations } from '../src/plan/violations.ts'
import { parseSchema } from '../src/schema/index.ts'

function broken(rule: string, value: Value | undefined): readonly string[] {
  const parsed = parseSchema(parseYaml(`KEY: ${rule}`)).get('KEY')
  return parsed === undefined
    ? []
    : violations(parsed, value, { read: () => undefined, whyAbsent: () => '' })
}

const json = (text: string): Value => ({ json: text })

describe('a value', () => {
  it.each<readonly [string, string, Value | undefined, readonly string[]]>([
    ['that is required and there', '{required: true}', 'x', []],
    ['that is required and missing', '{required: true}', undefined, ['is missing']],
    ['that is required and empty', '{required: true}', '', ['is empty']],
    ['that is required and null', '{required: true}', json('null'), ['is empty']],
    ['that is required and the word null', '{required: true}', 'null', []],
    [
      'that is the word null and does not match',
      '{pattern: ^x$}',
      'null',
      ['does not match the pattern ^x$'],
    ],
    ['that is required and zero', '{required: true}', json('0'), []],
    ['that matches', '{pattern: ^sk_test_}', 'sk_test_1', []],
    [
      'that does not match',
      '{pattern: ^sk_test_}',
      'sk_live_1',
      ['does not match the pattern ^sk_test_'],
    ],
    [
      'that matches in its second line only',
      '{pattern: ^b$}',
      'a\nb',
      ['does not match the pattern ^b$'],
    ],
    ['that is optional, empty and would not match', '{pattern: x}', '', []],
    ['that is a number and matches', '{pattern: ^\\d+$}', json('5432'), []],
    [
      'that is forbidden by a pattern',
      '{forbid: ^sk_live_}',
      'sk_live_1',
      ['matches the pattern ^sk_live_, which is forbidden here'],
    ],
    ['that is not forbidden by a pattern', '{forbid: ^sk_live_}', 'sk_test_1', []],
    ['that is forbidden and not there', '{forbid: true}', undefined, []],
    ['that is forbidden and empty', '{forbid: true}', '', ['must not be there']],
    ['of the scheme', '{scheme: rediss}', 'rediss://h', []],
    ['of the scheme in capitals', '{scheme: rediss}', 'REDISS://h', []],
    ['of a scheme that the schema has in capitals', '{scheme: Rediss}', 'rediss://h', []],
    ['of a driver', '{scheme: jdbc:postgresql}', 'jdbc:postgresql://db:5432/app', []],
    ['of one of the schemes', '{scheme: [redis, rediss]}', 'rediss://h', []],
    [
      'of another scheme',
      '{scheme: [redis, rediss]}',
      'http://h',
      ['is no URL that begins with redis:// or rediss://'],
    ],
    [
      'of a longer scheme',
      '{scheme: postgresql}',
      'postgresql+asyncpg://h',
      ['is no URL that begins with postgresql://'],
    ],
    ['of no scheme', '{scheme: redis}', 'localhost:6379', ['is no URL that begins with redis://']],
    [
      'with two faults',
      '{pattern: ^y, scheme: redis}',
      'x',
      ['does not match the pattern ^y', 'is no URL that begins with redis://'],
    ],
  ])('%s', (_, rule, value, problems) => {
    expect(broken(rule, value)).toEqual(problems)
  })
})
