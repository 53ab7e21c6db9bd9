import { Buffer } from 'node:buffer'
import { invalid } from '@deploy-actions/action-kit'
import { isScheme, schemeOf } from './scheme.ts'

/** Makes another text of a value; throws InvalidValue where it cannot, without repeating the value. */
export type Filter = (value: string) => string

const plainFilters: Readonly<Record<string, Filter>> = {
  urlencode: (value) => encodeURIComponent(wellFormed(value)),
  base64: (value) => Buffer.from(wellFormed(value)).toString('base64'),
  json: (value) => JSON.stringify(value),
}

/** The filters as they are written. */
export const filterNames = ['scheme:NAME', ...Object.keys(plainFilters)] as const

/** Reads a filter; undefined where there is none of that name. */
export function parseFilter(text: string): Filter | undefined {
  const scheme = /^scheme:\s*(\S+)$/.exec(text)?.[1]
  if (scheme !== undefined && isScheme(scheme)) return (value) => withScheme(value, scheme)
  return Object.hasOwn(plainFilters, text) ? plainFilters[text] : undefined
}

function withScheme(value: string, scheme: string): string {
  const own = schemeOf(value)
  return own === undefined
    ? invalid('takes the scheme of a value that is no URL')
    : `${scheme}${value.slice(own.length)}`
}

/** Half of a surrogate pair has no bytes, so that something else would come of it. */
function wellFormed(value: string): string {
  return value.isWellFormed()
    ? value
    : invalid('takes urlencode or base64 of a value with half of a character in it')
}
