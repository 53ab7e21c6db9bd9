import {
  invalid,
  InvalidValue,
  mapEdit,
  notationOf,
  parseYaml,
  type Raw,
} from '@deploy-actions/action-kit'
import { parseDocument, textOf } from '../document/index.ts'
import type { Given } from './given.ts'
import { cutValueProblem } from './name.ts'

const anyMap = mapEdit({ description: '' })

/**
 * Reads values from a JSON object, whose numbers, lists and objects stay what they are, from `KEY=VALUE` lines (`!KEY`
 * removes one), or from a YAML mapping. Throws InvalidValue, which never repeats a value.
 */
export function valuesFromText(text: string): Given {
  const notation = notationOf(text)
  if (notation === 'json') return valuesFromJson(text)
  const values = anyMap.parse(text)
  if (notation === 'lines') refuseCutValues(values)
  return values
}

function refuseCutValues(values: Given): void {
  const lines = [...values].map(([name, value]) => ({ name, value: value && textOf(value) }))
  const problems = lines.flatMap((line, i) => {
    const message = cutValueProblem(line, lines[i - 1])
    return message === undefined ? [] : [{ path: '', message }]
  })
  if (problems.length > 0) throw new InvalidValue(problems)
}

/** Reads a YAML mapping, whose scalars are taken as written. Throws as {@link valuesFromText} does. */
export function valuesFromTree(tree: Raw): Given {
  return anyMap.parse(tree)
}

/** Reads a JSON object in which no key stands twice. Throws as {@link valuesFromText} does. */
export function valuesFromJson(text: string): Given {
  const values = parseDocument(text, 'json')
  // Tells line and column of what is wrong, and finds keys that stand twice.
  parseYaml(text)
  return values ?? invalid('is no JSON object')
}
