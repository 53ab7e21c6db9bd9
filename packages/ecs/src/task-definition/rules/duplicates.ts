/** The values that occur more than once, each once, in the order of their second occurrence. */
export function duplicates<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]
}
