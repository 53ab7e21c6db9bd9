import type { Platform } from '../lookup.ts'
import { findText, isJsonObject } from './json.ts'

/** The platform that an index or a configuration names; undefined where it names none. */
export function findPlatform(value: unknown): Platform | undefined {
  if (!isJsonObject(value)) return undefined
  const os = findText(value['os'])
  const architecture = findText(value['architecture'])
  // Attestations stand in an index as images for unknown/unknown.
  if (os === undefined || os === 'unknown' || architecture === undefined) return undefined
  const variant = findText(value['variant'])
  return { os, architecture, ...(variant !== undefined && { variant }) }
}
