import { InvalidValue, parseYamlWith } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseSchema, ruleWords } from '../../actions/sync-secrets/src/schema/parse-schema.ts'
import { jsonSchema } from '../support/json-schema.ts'
import { filesUnder, read } from './suite.ts'

const path = 'actions/sync-secrets/secrets.schema.json'
const published = `https://raw.githubusercontent.com/org/deploy-actions/v1/${path}`
const findFaults = jsonSchema(path)

/** The parts of the JSON schema that have to know the words of the action. */
interface RuleSchema {
  readonly $id: string
  readonly definitions: { readonly rule: { readonly properties: Readonly<Record<string, Word>> } }
}

interface Word {
  readonly description: string
  readonly anyOf?: readonly Generation[]
}

interface Generation {
  readonly properties?: Readonly<Record<string, object>>
}

// Of this form, or the first of these tests fails.
const schema = JSON.parse(read(path)) as RuleSchema
const words = schema.definitions.rule.properties

describe('the JSON schema of secrets', () => {
  it('knows the words of a rule that the action knows, and says what each means', () => {
    expect(Object.keys(words)).toEqual(ruleWords.rule)
    const silent = Object.entries(words).filter(([, { description }]) => description.length < 20)
    expect(silent).toEqual([])
  })

  it('knows the words of generate that the action knows', () => {
    const generation = words['generate']?.anyOf?.find(({ properties }) => properties !== undefined)
    expect(Object.keys(generation?.properties ?? {})).toEqual(ruleWords.generate)
  })

  it('bears the address at which a release and main have it', () => {
    expect(schema.$id).toBe(published)
  })
})

const examples = [...filesUnder('workflows-examples', '.secrets.yml')]

describe.for(examples)('the schema %s', ([, text]) => {
  it('is one by the action and by the JSON schema', () => {
    expect(problemsOf(text)).toEqual([])
    expect(findFaults(parse(text))).toEqual([])
  })

  it('names the JSON schema in its first line, for editors', () => {
    expect(text.split('\n', 1)).toEqual([`# yaml-language-server: $schema=${published}`])
  })
})

it('there are schemas beside the examples', () => {
  expect(examples.length).toBeGreaterThan(9)
})

describe('a schema that is none', () => {
  it.for([
    ['a text', 'required'],
    ['a list', '- KEY'],
    ['a rule that is a text', 'KEY: required'],
    ['a rule that is a list', 'KEY: [required]'],
    ['an unknown word', 'KEY: { requried: true }'],
    ['a word of another case', 'KEY: { Required: true }'],
    ['required that is neither true nor false', 'KEY: { required: always }'],
    ['required that is a list', 'KEY: { required: [true] }'],
    ['a pattern that is none', "KEY: { pattern: '(' }"],
    ['a pattern with an escape that is none', "KEY: { pattern: '\\_' }"],
    ['a pattern that is a list', 'KEY: { pattern: [a] }'],
    ['forbid that is false', 'KEY: { forbid: false }'],
    ['forbid that is yes', 'KEY: { forbid: yes }'],
    ['forbid that is a quoted True', "KEY: { forbid: 'TRUE' }"],
    ['forbid without a word', "KEY: { forbid: '' }"],
    ['a pattern without a word', "KEY: { pattern: '' }"],
    ['a forbidden pattern that is none', "KEY: { forbid: '[' }"],
    ['a scheme with its slashes', "KEY: { scheme: 'postgresql://' }"],
    ['a list with a scheme that is none', "KEY: { scheme: [postgresql, 'a b'] }"],
    ['no scheme at all', 'KEY: { scheme: [] }'],
    ['equals without a key', "KEY: { equals: 'other#' }"],
    ['equals without a secret', "KEY: { equals: '#KEY' }"],
    ['generate that is false', 'KEY: { generate: false }'],
    ['generate that is a number', 'KEY: { generate: 32 }'],
    ['an unknown word of generate', 'KEY: { generate: { byte: 32 } }'],
    ['too few bytes', 'KEY: { generate: { bytes: 7 } }'],
    ['too many bytes', 'KEY: { generate: { bytes: 4097 } }'],
    ['half a byte', 'KEY: { generate: { bytes: 32.5 } }'],
    ['an unknown encoding', 'KEY: { generate: { encoding: base32 } }'],
    ['a template of which each $ is one of two', "KEY: { derive: '$$$${OTHER}' }"],
    ['a template without a key', "KEY: { derive: 'postgresql://host' }"],
    ['a template with a literal only', "KEY: { derive: '$${OTHER}' }"],
    ['a template that is not closed', "KEY: { derive: '${OTHER' }"],
    ['a template without a name', "KEY: { derive: '${}' }"],
    ['a template without the key of a secret', "KEY: { derive: '${other#}' }"],
    ['an unknown filter', "KEY: { derive: '${OTHER|upper}' }"],
    ['a filter without its scheme', "KEY: { derive: '${OTHER|scheme:}' }"],
    ['an empty filter', "KEY: { derive: '${OTHER|}' }"],
    ['an unknown policy', 'KEY: { policy: keep }'],
    ['an unknown class', 'KEY: { class: public }'],
    ['a description that is a mapping', 'KEY: { description: { a: b } }'],
    ['a key that is generated and derived', "KEY: { generate: true, derive: '${OTHER}' }"],
    ['a key that is forbidden and required', 'KEY: { forbid: true, required: true }'],
    ['a key that is forbidden and generated', 'KEY: { forbid: true, generate: true }'],
    ['a key that is forbidden and derived', "KEY: { forbid: true, derive: '${OTHER}' }"],
    ['a key that is forbidden and never touched', 'KEY: { forbid: true, policy: never-touch }'],
    ['a key that is forbidden and created only', 'KEY: { forbid: true, policy: create-only }'],
    ['a key that is never touched and generated', 'KEY: { policy: never-touch, generate: true }'],
    ['a key that is never touched and derived', "KEY: { policy: never-touch, derive: '${OTHER}' }"],
  ])('is refused by the action and by the JSON schema: %s', ([, text = '']) => {
    expect(problemsOf(text)).not.toEqual([])
    expect(findFaults(parse(text))).not.toEqual([])
  })

  it('is refused by the action alone where a key refers to itself, which no JSON schema can tell', () => {
    for (const rule of ['{ equals: KEY }', "{ derive: 'x${KEY}' }"]) {
      expect(problemsOf(`KEY: ${rule}`)).not.toEqual([])
      expect(findFaults(parse(`KEY: ${rule}`))).toEqual([])
    }
  })
})

describe('a schema that uses', () => {
  it.for([
    ['a key without rules', 'KEY:\nOTHER: {}'],
    [
      'every word',
      "KEY: { required: true, pattern: '^a', forbid: b$, scheme: https, equals: OTHER, policy: create-only, class: config, description: d }",
    ],
    ['several schemes', 'KEY: { scheme: [rediss, redis] }\nOTHER: { scheme: "rediss, redis" }'],
    ['a key of another secret', 'KEY: { equals: arbiter-ai/sandbox#NEXTAUTH_SECRET }'],
    ['generate in short', 'KEY: { generate: true }'],
    ['generate by default', 'KEY: { generate: {} }'],
    ['generate in full', 'KEY: { generate: { bytes: 48, encoding: base64url } }'],
    ['a template of one key', "KEY: { derive: '${OTHER}' }"],
    [
      'a template with all filters',
      "KEY: { derive: '${a/b#C|scheme:postgresql|urlencode}${D | base64}${E|json}' }",
    ],
    ['a template with dollars', "KEY: { derive: '$ $1 $${A} ${OTHER} $$${B}$' }"],
    ['a template with a $ before a value', "KEY: { derive: '$$$${A} $$${OTHER} $$$' }"],
    [
      'a scheme of a driver',
      "KEY: { scheme: 'jdbc:postgresql', derive: '${A|scheme:jdbc:mysql}' }",
    ],
    ['a template of several lines', 'KEY:\n  derive: |\n    a=${A}\n    b=${B}'],
    ['a forbidden key that is not required', 'KEY: { forbid: true, required: false }'],
  ])('is valid by the action and by the JSON schema: %s', ([, text = '']) => {
    expect(problemsOf(text)).toEqual([])
    expect(findFaults(parse(text))).toEqual([])
  })
})

/** What the action has against a schema. */
function problemsOf(text: string): readonly string[] {
  try {
    parseYamlWith(text, parseSchema)
    return []
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    return error.problems.map(({ message }) => message)
  }
}
