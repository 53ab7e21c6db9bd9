/** A reference cut into its parts, as they are written. */
export interface SplitReference {
  /** Undefined where no host is written. */
  readonly host: string | undefined
  readonly path: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

/** Cuts a reference at its separators, whatever its parts may be. */
export function splitReference(text: string): SplitReference {
  const [beforeDigest, digest] = cut(text, text.indexOf('@'))
  const colon = beforeDigest.lastIndexOf(':')
  const [name, tag] = cut(beforeDigest, colon > beforeDigest.lastIndexOf('/') ? colon : -1)
  const slash = name.indexOf('/')
  return isHost(name.slice(0, Math.max(slash, 0)))
    ? { host: name.slice(0, slash), path: name.slice(slash + 1), tag, digest }
    : { host: undefined, path: name, tag, digest }
}

/**
 * Whether what stands before the first slash is a host and no part of the repository's name.
 * https://github.com/distribution/reference/blob/main/normalize.go, splitDockerDomain
 */
function isHost(first: string): boolean {
  return /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase()
}

function cut(text: string, at: number): readonly [string, string | undefined] {
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
