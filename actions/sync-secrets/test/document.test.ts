import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDocument, isEmpty, isSame, parseDocument, textOf } from '../src/document/index.ts'

function again(text: string): string {
  const document = parseDocument(text, 'json')
  if (document === undefined) throw new Error('no document')
  return formatDocument(document, 'json')
}

const numberText = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.bigInt({ min: 0n, max: 10n ** 30n }),
    fc.option(fc.stringMatching(/^\d{1,20}$/), { nil: undefined }),
    fc.constantFrom('', 'e5', 'E-300', 'e+400'),
  )
  .map(([sign, whole, fraction, exponent]) => {
    return `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}${exponent}`
  })

describe('a document', () => {
  it('is written as it was read, whatever JSON object it is', () => {
    const anyObject = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue())
    fc.assert(
      fc.property(anyObject, (tree) => {
        const text = JSON.stringify(tree)
        expect(again(text)).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps each digit of its numbers, however deep they are', () => {
    fc.assert(
      fc.property(numberText, numberText, (a, b) => {
        const text = `{"a":${a},"list":[{"b":${b}},${a}]}`
        expect(again(text)).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  it('loses white space outside of texts, and nothing else', () => {
    expect(again(' { "A" : " b " ,\n"C":[ 1.0 , "\\u00e9" ] } ')).toBe('{"A":" b ","C":[1.0,"é"]}')
  })

  it('has the names of objects among its keys', () => {
    const text = '{"__proto__":"a","constructor":"b","toString":{"__proto__":1}}'
    expect(again(text)).toBe(text)
  })

  it.each(['', 'text', '[]', '"a"', 'null', '1', ' 12.50 ', 'true', '{', '{"a":}', "{'a':1}"])(
    'is none: %s',
    (text) => {
      expect(parseDocument(text, 'json')).toBeUndefined()
    },
  )

  it('of a raw secret is its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const document = parseDocument(text, 'raw')
        expect(document && formatDocument(document, 'raw')).toBe(text)
      }),
    )
  })
})

describe('two values', () => {
  const json = (text: string) => ({ json: text })
  it.each([
    ['texts', 'a', 'a', true],
    ['texts that differ', 'a', 'A', false],
    ['a text and the number that is written so', '5432', json('5432'), true],
    ['a number and its text', json('-1.5e3'), '-1.5e3', true],
    ['a text with a leading zero and a number', '05432', json('5432'), false],
    ['numbers that are written otherwise', json('1.0'), json('1'), false],
    ['true and its text', json('true'), 'true', true],
    ['null and its text', json('null'), 'null', false],
    ['a list and its text', json('[1]'), '[1]', false],
    ['an object and its text', '{"a":1}', json('{"a":1}'), false],
    ['nothing and nothing', undefined, undefined, true],
    ['nothing and an empty text', undefined, '', false],
  ])('%s', (_, a, b, same) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([same, same])
  })
})

describe('a value', () => {
  it.each([
    ['', true],
    [{ json: 'null' }, true],
    [undefined, true],
    [' ', false],
    ['0', false],
    [{ json: '0' }, false],
    [{ json: 'false' }, false],
    [{ json: '{}' }, false],
  ])('%j has nothing in it: %s', (value, empty) => {
    expect(isEmpty(value)).toBe(empty)
  })

  it('is given to a container as a text or as JSON', () => {
    expect([textOf('a'), textOf({ json: '{"a":1}' })]).toEqual(['a', '{"a":1}'])
  })
})
