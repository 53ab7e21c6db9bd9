import {
  invalid,
  InvalidValue,
  map,
  type InputSpec,
  type Problem,
  type Raw,
  asText,
  type InputOptions,
} from '@deploy-actions/action-kit'
import { validateHeaderName } from 'node:http'
import { findPath } from '../expectations/json-path.ts'
import type { JsonExpectation } from '../expectations/expectations.ts'
import type { Matcher } from '../expectations/matcher.ts'

/**
 * An expression that came out empty (a typing error, an output that was dropped) would expect nothing,
 * and let every version pass: the check that proves a deployment would be gone without a word.
 */
const emptyIsWrong =
  'is empty, so every answer would pass: check the expression that it comes from; for anything that is there write /./, or /.*/ to allow an empty text'

/** Text, or a regular expression between slashes. */
export function matcher<const O extends InputOptions>(options: O): InputSpec<Matcher> & O {
  const parse = (raw: Raw): Matcher => parseMatcher(asText(raw))
  return { ...options, type: 'text or `/regex/`', emptyIsWrong, parse }
}

/** JSON paths with what is expected there. */
export function jsonExpectations<const O extends InputOptions>(
  options: O,
): InputSpec<readonly JsonExpectation[]> & O {
  const parse = (raw: Raw): readonly JsonExpectation[] =>
    eachEntry(raw, (path, value) => {
      const segments = findPath(path)
      if (segments === undefined)
        invalid('is no path; allowed: such as version, data.items[0].id or ["a.b"]')
      return { path, segments, matcher: parseMatcher(value) }
    })
  return { ...options, type: 'map', emptyIsWrong, parse }
}

/** Header names (in lower case) with what is expected. */
export function headerExpectations<const O extends InputOptions>(
  options: O,
): InputSpec<ReadonlyMap<string, Matcher>> & O {
  const parse = (raw: Raw): ReadonlyMap<string, Matcher> =>
    new Map(
      eachEntry(raw, (name, value) => {
        if (!isHeaderName(name)) invalid('is no name of a header; allowed: such as x-version')
        return [name.toLowerCase(), parseMatcher(value)]
      }),
    )
  return { ...options, type: 'map', emptyIsWrong, parse }
}

/** Whether HTTP allows the text as the name of a header. */
export function isHeaderName(name: string): boolean {
  try {
    validateHeaderName(name)
    return true
  } catch {
    return false
  }
}

/** Reads every entry of a map; the problems of all come together, each behind its name. */
export function eachEntry<T>(raw: Raw, read: (name: string, value: string) => T): readonly T[] {
  const found: T[] = []
  const problems: Problem[] = []
  for (const [name, value] of map({ description: '' }).parse(raw)) {
    try {
      found.push(read(name, value))
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      problems.push(...error.problems.map(({ message }) => ({ path: name, message })))
    }
  }
  if (problems.length > 0) throw new InvalidValue(problems)
  return found
}

function parseMatcher(written: string): Matcher {
  if (written.trim() === '') invalid(emptyIsWrong)
  const [, source, flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(written) ?? []
  if (source === undefined) return { kind: 'text', text: written }
  if (!/^(?!.*(.).*\1)[imsu]*$/.test(flags)) {
    invalid('has flags after the last slash that are not known; allowed: i, m, s, u')
  }
  try {
    return { kind: 'pattern', pattern: new RegExp(source, flags) }
  } catch {
    return invalid('is no regular expression between its slashes; allowed: text, or /regex/')
  }
}
