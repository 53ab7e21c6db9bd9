import { entriesOf, type ProblemCollector, type TemplateToken } from './tokens.ts'

/** Reads a mapping by the keys of the subset; every other key is refused where it stands. */
export function readKeys<Key extends string>(
  token: TemplateToken,
  options: {
    readonly allowed: readonly Key[]
    readonly of: string
    readonly collector: ProblemCollector
  },
): Partial<Record<Key, TemplateToken>> {
  const result: Partial<Record<Key, TemplateToken>> = {}
  for (const { key, keyToken, value } of entriesOf(token)) {
    const known = options.allowed.find((name) => name === key)
    if (known === undefined) options.collector.add(keyToken, refusal(key, options))
    else result[known] = value
  }
  return result
}

function refusal(
  key: string,
  options: { readonly allowed: readonly string[]; of: string },
): string {
  return (
    `'${key}' of ${options.of} is not rehearsed here. ` +
    `Known keys: ${[...options.allowed].toSorted().join(', ')}.`
  )
}
