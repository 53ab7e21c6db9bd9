import { AwsError } from '../protocol/aws-error.ts'

/** What the lists of ECR are asked with. */
interface PageInput {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

/** One page of a list; the token says where the next begins. */
export function ecrPage<Item>(
  all: readonly Item[],
  { nextToken, maxResults = 100 }: PageInput,
): { items: Item[]; nextToken: string | undefined } {
  const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, 'base64').toString())
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError('InvalidParameterException', 'Invalid parameter: nextToken is not valid')
  }
  if (maxResults < 1 || maxResults > 1000) {
    throw new AwsError('InvalidParameterException', 'maxResults must be between 1 and 1000.')
  }
  const end = start + maxResults
  return {
    items: all.slice(start, end),
    nextToken: end < all.length ? Buffer.from(String(end)).toString('base64') : undefined,
  }
}
