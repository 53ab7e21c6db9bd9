import { nearest } from './inputs/index.ts'

/** For an error about a name that is not there: the name that was probably meant, and up to ten. */
export function whatThereIs(wanted: string, names: readonly string[]): string {
  if (names.length === 0) return ''
  const guess = nearest(wanted, names)
  const more = names.length > 10 ? `, and ${names.length - 10} more` : ''
  return `${guess ? ` Did you mean ${guess}?` : ''} There is: ${names.slice(0, 10).join(', ')}${more}.`
}
