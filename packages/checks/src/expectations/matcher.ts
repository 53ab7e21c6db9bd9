/** What a value is held against. */
export type Matcher =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pattern'; readonly pattern: RegExp }

/** Whether the whole value is what was expected. */
export function matches(matcher: Matcher, value: string): boolean {
  return matcher.kind === 'text' ? matcher.text === value : matcher.pattern.test(value)
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
