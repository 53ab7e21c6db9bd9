import { CannotTell } from '../cannot-tell.ts'
import { compilePattern, type Pattern } from './pattern.ts'

/** Which patterns matched a folder, in their order: what lies in it begins from there. */
export type Matched = readonly boolean[]

/** What a .dockerignore says about a path. */
export interface Verdict {
  readonly isIgnored: boolean
  readonly matched: Matched
}

/** Says which paths of a context are not sent. */
export interface IgnoreMatcher {
  /** `folder` is what was said of the folder that the path lies in; undefined at the root. */
  judge(path: string, folder: Matched | undefined): Verdict
  /** Whether something in an ignored folder may be sent all the same. */
  mayTakeBackIn(folder: string): boolean
}

/**
 * A matcher for the patterns given, in their order. What matched a folder matches all that is in it, as
 * far as the builder asked: it does not ask an exception about a folder that nothing left out, and so the
 * exception does not count for what is in there. Throws CannotTell for a pattern that the builder refuses,
 * or reads in a way of its own.
 * https://github.com/moby/patternmatcher/blob/main/patternmatcher.go, MatchesUsingParentResults
 */
export function createMatcher(lines: readonly string[]): IgnoreMatcher {
  const patterns = lines.map((line) => {
    const isException = line.startsWith('!')
    const pattern = compilePattern(isException ? line.slice(1) : line, isException)
    if (pattern !== undefined) return pattern
    throw new CannotTell(
      `The pattern ${line} in .dockerignore is one that docker refuses, or reads in a way of its own. Write it without backslashes before letters, and brackets with single characters and ranges only.`,
    )
  })
  return { judge: (path, folder) => judge(patterns, path, folder), mayTakeBackIn: below(patterns) }
}

function judge(patterns: readonly Pattern[], path: string, folder: Matched | undefined): Verdict {
  let isIgnored = false
  const matched = patterns.map((pattern, index) => {
    const isDue = pattern.isException === isIgnored
    const matches = folder?.[index] === true || (isDue && pattern.matches(path))
    if (matches) isIgnored = !pattern.isException
    return matches
  })
  return { isIgnored, matched }
}

/** Exceptions with wildcards may match anywhere; others only what they name. */
function below(patterns: readonly Pattern[]): (folder: string) => boolean {
  const exceptions = patterns
    .filter(({ isException }) => isException)
    .map(({ text }) => text.replace(/\/\*\*$/, '').replace(/\/\*$/, ''))
  if (exceptions.some((text) => /[*[\]?^\\]/.test(text))) return () => true
  return (folder) => exceptions.some((text) => `${text}/`.startsWith(`${folder}/`))
}
