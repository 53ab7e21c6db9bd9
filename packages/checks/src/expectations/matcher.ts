/** What a value is held against. */
export type Matcher =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pattern'; readonly pattern: RegExp }

/** No timer ends the search of a pattern, which may take longer the longer the text is: this much is searched. */
export const searchedCharacters = 65_536

/** Whether the whole value, or for a pattern its first {@link searchedCharacters}, is what was expected. */
export function matches(matcher: Matcher, value: string): boolean {
  return matcher.kind === 'text'
    ? matcher.text === value
    : matcher.pattern.test(value.slice(0, searchedCharacters))
}

/** What to say of a value that was not searched to its end; empty for any other. */
export function searchedPart(matcher: Matcher, value: string): string {
  const isCut = matcher.kind === 'pattern' && value.length > searchedCharacters
  return isCut ? `in its first ${searchedCharacters} characters` : ''
}

/** The expectation in words, to stand after "expected". */
export function describeMatcher(matcher: Matcher): string {
  return matcher.kind === 'text' ? matcher.text : String(matcher.pattern)
}

const versionName = /version|revision|commit|sha|build|release|digest/i
const versionValue = /^(?:v?\d+\.\d+\.\d+[\w.+-]*|(?:sha256:)?[0-9a-f]{7,64})$/i

/**
 * Whether an expectation proves which version answers: by the name of what is looked at, or because
 * the expected text looks like a version, a commit or a digest.
 */
export function isVersionCheck(matcher: Matcher, name = ''): boolean {
  if (versionName.test(name)) return true
  return matcher.kind === 'text' && versionValue.test(matcher.text)
}
