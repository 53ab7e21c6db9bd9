import { invalidRequest } from './refusals.ts'

/** Which part of a list is asked for. */
export interface PageRequest {
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
}

/** One page of a list; a token is good for the list that it came from. */
export function pageOf<Item>(
  all: readonly Item[],
  { NextToken, MaxResults }: PageRequest,
  most: number,
): { readonly items: Item[]; readonly NextToken: string | undefined } {
  const size = MaxResults ?? most
  if (size < 1 || size > most) {
    throw invalidRequest(`MaxResults must be between 1 and ${most}.`)
  }
  const start = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, 'base64').toString())
  if (!Number.isInteger(start) || start < 0) throw invalidRequest('NextToken is invalid.')
  const end = start + size
  const next = end < all.length ? Buffer.from(String(end)).toString('base64') : undefined
  return { items: all.slice(start, end), NextToken: next }
}
