import { invalid } from '@deploy-actions/action-kit'
import { checkDigest, checkHost, checkRepository, checkTag, checkText } from './grammar.ts'
import { splitReference } from './split-reference.ts'

/** The name of an image, in full. */
export interface ImageReference {
  /** With its port, where it has one. `docker.io` for Docker Hub. */
  readonly host: string
  /** Without the host: `library/nginx`, `arbiter-ai/backend`. */
  readonly repository: string
  /** As written: `latest` is not filled in. */
  readonly tag: string | undefined
  /** `sha256:…`. */
  readonly digest: string | undefined
}

/** Docker Hub, as references name it. */
export const dockerHub = 'docker.io'

/**
 * Reads the name of an image as a container runtime does: without a host it is Docker Hub's, and there
 * a name of one part is in `library`. Throws InvalidValue, which says what is wrong and what is allowed.
 * https://github.com/distribution/reference/blob/main/reference.go
 */
export function parseImageReference(text: string): ImageReference {
  checkText(text)
  const { host, path, tag, digest } = splitReference(text)
  if (host !== undefined) checkHost(host)
  checkRepository(path)
  if (tag !== undefined) checkTag(tag)
  if (digest !== undefined) checkDigest(digest)
  const registry = host === undefined || host === 'index.docker.io' ? dockerHub : host
  const repository = registry === dockerHub && !path.includes('/') ? `library/${path}` : path
  return { host: registry, repository, tag, digest }
}

/** Whether a host is written, so that the name is not Docker Hub's (or a short name of ECR's). */
export function hasHost(text: string): boolean {
  return splitReference(text).host !== undefined
}

/** The name of an image in full, with the tag and digest given. */
export function formatImage(
  { host, repository }: Pick<ImageReference, 'host' | 'repository'>,
  version: { readonly tag?: string | undefined; readonly digest?: string | undefined } = {},
): string {
  const tag = version.tag === undefined ? '' : `:${version.tag}`
  const digest = version.digest === undefined ? '' : `@${version.digest}`
  return `${host}/${repository}${tag}${digest}`
}

/** The repository as the user wrote it, with the digest in place of tag and digest. */
export function pinned(text: string, digest: string): string {
  const { host, path } = splitReference(text)
  if (path === '') invalid('names no repository')
  return `${host === undefined ? '' : `${host}/`}${path}@${digest}`
}
