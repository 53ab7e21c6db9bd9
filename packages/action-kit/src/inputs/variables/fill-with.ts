import { nearest } from '../nearest.ts'
import { invalid, type Fill } from '../spec.ts'
import type { Variables } from './variables.ts'

/** Puts variables in the place of `${name}`; `$${` stands for `${` itself. */
export function fillWith({ texts, groups }: Variables): Fill {
  const valueOf = (name: string): string => {
    const value = texts.get(name)
    if (value !== undefined) return value
    const parts = groups.get(name)
    if (parts === undefined) return invalid(unknownName(name, [...texts.keys()]))
    return invalid(`has \${${name}}, which is no text; allowed: ${listed(parts)}`)
  }
  return (text) =>
    text.replaceAll(/\$\$\{|\$\{([^{}]*)\}/g, (match, name?: string) =>
      name === undefined ? match.slice(1) : valueOf(name.trim()),
    )
}

function unknownName(name: string, known: readonly string[]): string {
  const guess = nearest(name, known)
  const meant = guess === undefined ? '' : ` (did you mean ${guess}?)`
  return `has \${${name}}, which neither variables nor terraform-outputs give${meant}; known: ${listed(known)}. For the text itself write $\${${name}}`
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}
