import { describe, expect, it } from 'vitest'
import { parseContainerEdits, editDefinition, type Definition } from '../src/index.ts'

const definition: Definition = {
  family: 'api',
  containerDefinitions: [{ name: 'api', image: 'api:1', memory: 64 }],
}

describe('removing what is not there', () => {
  it.each([
    ['a variable', { environment: new Map([['DEBUG', undefined]]) }],
    ['a secret', { secrets: new Map([['TOKEN', undefined]]) }],
    ['a label', { containers: parseContainerEdits({ api: { labels: '!a' } }) }],
    ['a log option', { containers: parseContainerEdits({ api: { 'log-options': '!a' } }) }],
  ])('leaves the definition as it is, without an empty list in its place: %s', (_, edits) => {
    expect(editDefinition(definition, edits).definition).toStrictEqual(definition)
  })
})
