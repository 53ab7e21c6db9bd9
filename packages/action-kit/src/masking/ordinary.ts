import { ordinarySegments, ordinaryWords } from './ordinary-words.ts'

/** Fewer characters than these appear everywhere by chance: nothing that short is ever hidden. */
export const shortestSecret = 6

/**
 * Whether a text is too common to be anybody's secret, or to be hidden without ruining the log: shorter than
 * {@link shortestSecret}, a well-known word, a region of AWS, a number of up to 12 digits (an account id has 12, and job outputs
 * that hold a masked one are dropped), a version, a time, a host, an address with no path but everybody's, an ARN, the first or last
 * line of a PEM file, or the same character all over. So is a list of such, with commas between them.
 */
export function isOrdinary(text: string): boolean {
  const whole = text.trim()
  return (
    whole.length < shortestSecret ||
    isMonotonous(whole) ||
    whole.split(/\s*[,;]\s*/).every(isOrdinaryItem)
  )
}

/** One character all over, or a line that somebody drew. */
function isMonotonous(text: string): boolean {
  const characters = new Set(text).size
  return characters === 1 || (characters <= 3 && /^[^\p{L}\p{N}]+$/u.test(text))
}

function isOrdinaryItem(item: string): boolean {
  return (
    ordinaryWords.has(item.toLowerCase()) ||
    patterns.some((pattern) => pattern.test(item)) ||
    isPlainAddress(item)
  )
}

/** Ends of host names: a passphrase with dots between its words has none of them. */
const topLevelDomains =
  'ai|app|at|au|br|ca|ch|cloud|cn|co|com|de|dev|edu|es|eu|example|fr|gov|in|info|internal|invalid|io|it|jp|local|localdomain|localhost|me|net|nl|org|pl|run|se|sh|site|svc|tech|test|uk|us|xyz'

const patterns = [
  // Regions and availability zones.
  /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us)-(?:(?:gov|iso[a-z]?)-)?(?:north|south|east|west|central){1,2}-\d[a-z]?$/i,
  // Numbers, with a unit of time or size, and decimal ones.
  /^[+-]?\d{1,12}(?:ms|s|m|min|h|d|k|kb|kib|m|mb|mib|g|gb|gib|%)?$/i,
  /^[+-]?\d{1,6}[.,_]\d{1,6}$/,
  // Versions, addresses of IP with a port or a prefix, dates and times.
  /^v?\d{1,5}(?:\.\d{1,5}){1,3}(?:\/\d{1,2}|:\d{1,5})?$/i,
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/,
  /^arn:aws[\w-]*:[^\s:]+:\S*$/,
  /^-{5}(?:BEGIN|END) [A-Z\d ]+-{5}$/,
  new RegExp(
    `^(?:(?!-)[a-z\\d-]{1,40}\\.)*(?:localhost|(?!-)[a-z\\d-]{1,40}\\.(?:${topLevelDomains}))(?::\\d{1,5})?/?$`,
  ),
]

/** Schema, host and path of an address; none for one with a user, a query or a fragment. */
const address = /^(?:[a-z][a-z\d+.-]*:)+\/\/([^/?#\s@]*)(\/[^?#\s@]*)?$/i

/** An address of which no part could let somebody in: a path that nobody else knows is as good as a password. */
function isPlainAddress(item: string): boolean {
  const [, host = '', path = ''] = address.exec(item) ?? []
  return (
    host !== '' &&
    !host.split('.').some(isTokenLike) &&
    path.split('/').every((segment) => segment === '' || isOrdinarySegment(segment))
  )
}

/** Numbers are versions, and databases of a server. */
function isOrdinarySegment(segment: string): boolean {
  const word = segment.toLowerCase()
  return ordinarySegments.has(word) || ordinaryWords.has(word) || /^v?\d{1,2}$/.test(word)
}

/** Sixteen characters with digits among letters, or so many that nobody would write them by hand. */
export function isTokenLike(segment: string): boolean {
  if (segment.length >= 32) return true
  return segment.length >= 16 && /\d/.test(segment) && /[a-z]/i.test(segment)
}
