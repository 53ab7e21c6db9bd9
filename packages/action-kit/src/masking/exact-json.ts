/** Node 24 has these parts of JSON; the compiler does not know them yet. */
const { rawJSON, isRawJSON } = JSON as typeof JSON & {
  rawJSON: (this: void, text: string) => object
  isRawJSON: (this: void, value: unknown) => value is { readonly rawJSON: string }
}

/**
 * What a JSON text stands for, in which each number is an object that JSON writes as it stood; undefined for a text that is no
 * JSON. A number as JavaScript has it would lose digits beyond the fifteenth, and `1.0` its zero.
 */
export function parseExactJson(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits)
  } catch {
    return undefined
  }
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source
  return typeof value === 'number' && source !== undefined ? rawJSON(source) : value
}

/** A number of {@link parseExactJson} as it stood in the text; undefined for anything else. */
export function digitsOf(value: unknown): string | undefined {
  return isRawJSON(value) ? value.rawJSON : undefined
}
