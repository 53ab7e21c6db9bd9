import { AwsError } from '../protocol/aws-error.ts'

/** One page of a list; the token is opaque to callers. */
export function secretPage<Item>(
  all: readonly Item[],
  input: { NextToken?: string | undefined; MaxResults?: number | undefined },
): { items: Item[]; NextToken: string | undefined } {
  const { NextToken: token, MaxResults: most = 100 } = input
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64').toString())
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError('InvalidNextTokenException', 'Invalid token.')
  }
  const end = start + most
  const next = end < all.length ? Buffer.from(String(end)).toString('base64') : undefined
  return { items: all.slice(start, end), NextToken: next }
}
