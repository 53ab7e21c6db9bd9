import { AwsError } from '../protocol/aws-error.ts'

/** One page of a list; the token says where the next begins. */
export function logPage<Item>(
  all: readonly Item[],
  { nextToken, limit }: { nextToken: string | undefined; limit: number },
): { items: Item[]; nextToken: string | undefined } {
  const start = nextToken === undefined ? 0 : Number(nextToken)
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError('InvalidParameterException', 'The specified nextToken is invalid.')
  }
  const end = start + limit
  return {
    items: all.slice(start, end),
    nextToken: end < all.length ? String(end) : undefined,
  }
}
