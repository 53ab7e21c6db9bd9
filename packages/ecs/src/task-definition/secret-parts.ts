/**
 * The passwords and keys inside of a value: in the user part of a URL (also one of several hosts) and
 * in a connection string. Each comes as it is written, decoded, and encoded as a URL has it, since
 * drivers print any of these.
 */
export function secretPartsOf(value: string): readonly string[] {
  return [...urlPasswords(value), ...connectionSecrets(value)].flatMap(formsOf)
}

/**
 * By a regular expression on the text as it is: URL parsers refuse several hosts, and encode what the
 * application reads raw. The user part ends at the last @ before the path.
 */
function urlPasswords(value: string): readonly string[] {
  const userPart = /^[a-z][a-z\d+.:-]*:\/\/([^/?#\s]*)@/i.exec(value)?.[1] ?? ''
  const colon = userPart.indexOf(':')
  return colon < 0 ? [] : [userPart.slice(colon + 1)]
}

const connectionSecret =
  /(?:^|[;?&\s])(?:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^;&\s]+))/gi

/** `Server=db;Password=…;`, `host=db password=…`, `jdbc:…?password=…`. */
function connectionSecrets(value: string): readonly string[] {
  return [...value.matchAll(connectionSecret)].flatMap(
    ([, double, single, bare]) => double ?? single ?? bare ?? [],
  )
}

function formsOf(raw: string): readonly string[] {
  const decoded = decode(raw)
  // Half of a surrogate pair can be written in JSON, and in no URL.
  if (!decoded.isWellFormed()) return [raw, decoded]
  return [raw, decoded, encodeURIComponent(decoded), encodeURI(decoded)]
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
