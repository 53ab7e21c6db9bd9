import { AwsError } from '../../protocol/aws-error.ts'

/** One page of a list as IAM turns them: by a marker, which says where the next begins. */
export function markedPage<Item>(
  all: readonly Item[],
  {
    Marker: marker,
    MaxItems: most = 100,
  }: { Marker?: string | undefined; MaxItems?: number | undefined },
): { items: Item[]; IsTruncated: boolean; Marker?: string } {
  const start = marker === undefined ? 0 : Number(marker)
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError('ValidationError', `Invalid Marker: ${marker}.`)
  }
  const end = start + most
  const items = all.slice(start, end)
  return end < all.length
    ? { items, IsTruncated: true, Marker: String(end) }
    : { items, IsTruncated: false }
}
