import { join } from 'node:path'
import { findText } from '../find-text.ts'
import { createMatcher, type IgnoreMatcher } from './matcher.ts'
import { parseIgnoreFile } from './patterns.ts'

/**
 * Reads what is left out of a context: `<Dockerfile>.dockerignore` beside the Dockerfile given, else
 * `.dockerignore` in the context. Throws CannotTell for a pattern that cannot be told, and `input` where
 * the file cannot be read.
 */
export function readIgnoreFile(context: string, dockerfile?: string): IgnoreMatcher {
  const beside = dockerfile === undefined ? undefined : findText(`${dockerfile}.dockerignore`)
  return createMatcher(parseIgnoreFile(beside ?? findText(join(context, '.dockerignore')) ?? ''))
}
