import { AwsError } from '../protocol/aws-error.ts'

const largestPage = 400

/** One page of a list, as ELB pages: the marker says where the next begins. */
export function markerPage<Item>(
  all: readonly Item[],
  {
    Marker: marker,
    PageSize: size = largestPage,
  }: { Marker?: string | undefined; PageSize?: number | undefined },
): { items: Item[]; NextMarker: string | undefined } {
  const start = marker === undefined ? 0 : Number(marker)
  if (!Number.isInteger(start) || start < 0 || size < 1 || size > largestPage) {
    throw new AwsError('ValidationError', 'The marker or the page size is not valid.')
  }
  const end = start + size
  return {
    items: all.slice(start, end),
    NextMarker: end < all.length ? String(end) : undefined,
  }
}
