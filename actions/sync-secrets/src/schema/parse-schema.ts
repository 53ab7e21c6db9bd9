import {
  asText,
  choice,
  flag,
  InvalidValue,
  invalid,
  list,
  parseEach,
  parseMapping,
  text,
  yaml,
  integer,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'
import {
  findKeyReference,
  type Generation,
  type KeyReference,
  type Rule,
  type Schema,
} from './rule.ts'
import { contradictions } from './contradictions.ts'
import { isScheme } from './scheme.ts'
import { parseTemplate, type Template } from './template.ts'

/** Reads the rules of a secret. Throws InvalidValue with all that is wrong with them, each under its path. */
export function parseSchema(tree: Raw): Schema {
  if (typeof tree === 'string' || Array.isArray(tree)) {
    return invalid(
      'must be a mapping from keys to their rules, such as DATABASE_URL: {required: true}',
    )
  }
  const schema = new Map(parseEach(Object.entries(tree), parseRule))
  const problems = contradictions(schema)
  if (problems.length > 0) throw new InvalidValue(problems)
  return schema
}

const description = ''

/** A word without anything behind it would ask nothing, and look as if it did. */
const emptyIsWrong = 'is empty; say what it asks, or leave it out'

/** How each word of a rule is read. */
const ruleTable = {
  required: flag({ description, default: 'false' }),
  pattern: spec('pattern', (raw) => toPattern(asText(raw))),
  forbid: spec('`true` or pattern', parseForbid),
  scheme: spec('list', toSchemes),
  equals: spec('key', (raw): KeyReference => {
    const reference = findKeyReference(asText(raw))
    return reference ?? invalid('is neither KEY nor secret-id#KEY')
  }),
  generate: { ...yaml({ description }, parseGeneration), emptyIsWrong },
  derive: spec('template', (raw): Template => parseTemplate(asText(raw))),
  policy: choice(['overwrite', 'create-only', 'never-touch'], {
    description,
    default: 'overwrite',
  }),
  class: choice(['secret', 'config'], { description, default: 'secret' }),
  description: text({ description }),
}

const generationTable = {
  bytes: integer({ description, default: '32', min: 8, max: 4096 }),
  encoding: choice(['base64', 'base64url', 'hex'], { description, default: 'base64' }),
}

/** The words of a rule, and of `generate` in it: what the published JSON schema has to know. */
export const ruleWords = {
  rule: Object.keys(ruleTable),
  generate: Object.keys(generationTable),
} as const

function parseRule(raw: Raw): Rule {
  const { required, pattern, forbid, scheme, equals, generate, derive, ...rest } = parseMapping(
    ruleTable,
    raw === '' ? {} : raw,
  )
  return {
    isRequired: required,
    pattern,
    forbid,
    schemes: scheme ?? [],
    equals,
    generate,
    derive,
    policy: rest.policy,
    class: rest.class,
  }
}

/** What other readers of YAML take for true would be a pattern here that nearly no value matches. */
function parseForbid(raw: Raw): true | RegExp {
  const word = asText(raw)
  if (word === 'true') return true
  return /^(?:true|false|yes|no|on|off|null|~)$/i.test(word)
    ? invalid('is neither true nor a pattern; leave it out to allow the key')
    : toPattern(word)
}

function parseGeneration(raw: Raw): Generation {
  if (typeof raw === 'string' && raw !== 'true') {
    return invalid('must be true, or a mapping with bytes and encoding')
  }
  return parseMapping(generationTable, raw === 'true' ? {} : raw)
}

function toPattern(source: string): RegExp {
  try {
    return new RegExp(source, 'u')
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*?: (?=[^:]*$)/, '') : ''
    return invalid(`is no regular expression of JavaScript: ${reason}`)
  }
}

const schemeList = list({ description })

function toSchemes(raw: Raw): readonly string[] {
  const schemes = schemeList.parse(raw)
  return schemes.length > 0 && schemes.every(isScheme)
    ? schemes
    : invalid(
        'has something that is no scheme; allowed: names without ://, such as postgresql or jdbc:postgresql',
      )
}

function spec<T>(type: string, parse: (raw: Raw) => T): InputSpec<T> & InputOptions {
  return { description, type, parse, emptyIsWrong }
}
