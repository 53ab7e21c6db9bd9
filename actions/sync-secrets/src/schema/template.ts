import { invalid } from '@deploy-actions/action-kit'
import { findKeyReference, type KeyReference } from './rule.ts'
import { filterNames, parseFilter, type Filter } from './filters.ts'

/** A text with the values of other keys in it. */
export type Template = readonly (string | Part)[]

/** A value that goes into a template, and what is made of it first. */
export interface Part {
  readonly reference: KeyReference
  readonly filters: readonly Filter[]
}

/**
 * Reads `${KEY}`, `${secret-id#KEY}` and `${KEY|filter}` in a text. Of several `$` before a `{`, each two are a literal `$`:
 * `$${` is a literal `${`, and `$$${KEY}` a `$` before the value; any other `$` stands for itself. Throws InvalidValue for what is
 * none of these.
 */
export function parseTemplate(text: string): Template {
  const parts: (string | Part)[] = []
  let at = 0
  for (const { 1: dollars = '', index } of text.matchAll(/(\$+)\{/g)) {
    parts.push(text.slice(at, index), '$'.repeat(Math.floor(dollars.length / 2)))
    at = index + dollars.length
    if (dollars.length % 2 === 0) continue
    const [all = '', inside] = /^\{([^{}]*)\}/.exec(text.slice(at)) ?? []
    parts.push(inside === undefined ? invalid('has a ${ without its }') : parsePart(inside))
    at += all.length
  }
  parts.push(text.slice(at))
  if (!parts.some((part) => typeof part !== 'string')) {
    invalid('names no key; allowed: a text with ${KEY}, ${secret-id#KEY} or ${KEY|filter} in it')
  }
  return parts.filter((part) => part !== '')
}

function parsePart(text: string): Part {
  const [name = '', ...filters] = text.split('|').map((word) => word.trim())
  const reference = findKeyReference(name)
  if (reference === undefined) return invalid('has a ${…} without the name of a key')
  const parsed = filters.map(
    (filter) =>
      parseFilter(filter) ?? invalid(`has a filter that is not one of: ${filterNames.join(', ')}`),
  )
  return { reference, filters: parsed }
}

/** The keys whose values go into a template. */
export function referencesOf(template: Template): readonly KeyReference[] {
  return template.flatMap((part) => (typeof part === 'string' ? [] : [part.reference]))
}

/** The text that a template gives; throws InvalidValue where a filter cannot take a value. */
export function fillTemplate(
  template: Template,
  read: (reference: KeyReference) => string,
): string {
  const texts = template.map((part) =>
    typeof part === 'string'
      ? part
      : part.filters.reduce((value, filter) => filter(value), read(part.reference)),
  )
  return texts.join('')
}
