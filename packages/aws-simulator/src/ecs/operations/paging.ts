import { AwsError } from '../../protocol/aws-error.ts'

export interface Page<Item> {
  readonly items: Item[]
  readonly nextToken: string | undefined
}

/** One page of a list; the token is opaque to callers and good for this very list. */
export function pageOf<Item>(
  all: readonly Item[],
  {
    nextToken,
    maxResults = 100,
  }: { nextToken?: string | undefined; maxResults?: number | undefined },
): Page<Item> {
  if (maxResults < 1 || maxResults > 100) {
    throw new AwsError('InvalidParameterException', 'maxResults must be between 1 and 100.')
  }
  const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, 'base64').toString())
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError('InvalidParameterException', 'Invalid token.')
  }
  const end = start + maxResults
  const next = end < all.length ? Buffer.from(String(end)).toString('base64') : undefined
  return { items: all.slice(start, end), nextToken: next }
}

/** Refuses a list of references that is longer than the operation takes. */
export function atMost(
  references: readonly string[] | undefined,
  most: number,
  name: string,
): void {
  if (references === undefined || references.length === 0) {
    throw new AwsError('InvalidParameterException', `${name} cannot be empty.`)
  }
  if (references.length > most) {
    throw new AwsError(
      'InvalidParameterException',
      `${name} cannot have more than ${most} elements.`,
    )
  }
}
