/** What a text such as `ghcr.io/org/app:1.4.0` names. */
export interface ImageReference {
  readonly host: string
  /** The repository's name at its registry, such as `org/app`. */
  readonly name: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

/** Takes a reference apart as a container runtime does, with Docker Hub's defaults. */
export function parseReference(text: string): ImageReference {
  const [beforeDigest = '', digest] = text.split('@')
  const tagAt = beforeDigest.lastIndexOf(':')
  const hasTag = tagAt > beforeDigest.lastIndexOf('/')
  return {
    ...splitRepository(hasTag ? beforeDigest.slice(0, tagAt) : beforeDigest),
    tag: hasTag ? beforeDigest.slice(tagAt + 1) : undefined,
    digest,
  }
}

/** The image's full name, as messages of the container agent have it. */
export function fullReference(text: string): string {
  const { host, name, tag, digest } = parseReference(text)
  return `${host}/${name}${digest === undefined ? `:${tag ?? 'latest'}` : `@${digest}`}`
}

/** Host and name: a name without a host is Docker Hub's, and there one without a namespace is in `library`. */
export function splitRepository(text: string): { readonly host: string; readonly name: string } {
  const [first = ''] = text.split('/')
  const hasHost = text.includes('/') && (/[.:]/.test(first) || first === 'localhost')
  if (hasHost) return { host: first, name: text.slice(first.length + 1) }
  return { host: 'docker.io', name: text.includes('/') ? text : `library/${text}` }
}

/** A repository's name with its host, in one way of writing. */
export function normalRepository(text: string): string {
  const { host, name } = splitRepository(text)
  return `${host}/${name}`
}
