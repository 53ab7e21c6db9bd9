import { describe, expect, it } from 'vitest'
import { readSchema } from '../src/inputs/schema-source.ts'
import { valuesFromFile } from '../src/values/from-file.ts'
import { isName } from '../src/values/name.ts'

describe('a name', () => {
  it.each([
    ['DATABASE_URL', true],
    ['NEXT_PUBLIC_API_V2_URL', true],
    ['npm_token', true],
    ['STRIPE_KEY_2024_ROTATED', true],
    ['JBSWY3DPEHPK3PXPJBSWY3DP', false],
    ['AKIAIOSFODNN7REALKEY', false],
    ['KEY_ABCDEFGHIJKLMNOPQRSTUV', false],
    ['q1w2e3r4t5y6u7i8', false],
    ['s3cr3tT0ken', false],
    ['two words', false],
  ])('may be told where it cannot be a value: %s', (text, isTold) => {
    expect(isName(text)).toBe(isTold)
  })
})

describe('a path that cannot be read', () => {
  it.each([
    ['deploy/production/secrets', true],
    ['./deploy/9f86d081884c7d659a2feaa0c55ad015.secrets.yml', true],
    ['s3cr3tT0kenABCDEF12345', false],
    ['abcdefghijklmnopqrstuvwxyz', false],
    ['https://user:password@host', false],
    ['KEY=value', false],
  ])('is told where it cannot be a value: %s', async (path, isTold) => {
    const readings = [() => valuesFromFile(path, 'json'), () => readSchema({ path })]
    for (const read of readings) {
      const problem = await Promise.resolve(read()).then(String, String)
      expect(problem).toContain(isTold ? `the file ${path}` : 'the path is wanted here')
      expect(problem.includes(path)).toBe(isTold)
    }
  })
})
