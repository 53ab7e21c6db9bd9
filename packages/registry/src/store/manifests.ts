import { ActionError } from '@deploy-actions/action-kit'
import { checkedDigest } from '../distribution/checked-digest.ts'
import { faultsIn, wordsIn } from '../distribution/registry-errors.ts'
import type { Answer } from '../http/ask.ts'
import { findManifest, type Manifest } from '../manifest/manifest.ts'
import { manifestTypes } from '../manifest/media-types.ts'
import { formatImage } from '../reference/image-reference.ts'
import type { TaggedImage } from '../tags.ts'
import type { Connection } from './connection.ts'

/** A manifest to the last byte. */
export interface StoredManifest {
  readonly digest: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly content: Manifest
}

/** A tag or a digest. */
export type Version = { readonly tag: string } | { readonly digest: string }

/** Gets a manifest, whose digest is checked; undefined where there is none. Throws what {@link Connection.attempt} throws. */
export async function findStoredManifest(
  connection: Connection,
  version: Version,
): Promise<StoredManifest | undefined> {
  const asked = { path: pathOf(version), accept: manifestTypes }
  const answer = await connection.attempt((transport) => connection.session.ask(asked, transport))
  if (answer.status === 404) return undefined
  const bytes = answer.body
  const served = answer.headers.get('content-type') ?? undefined
  const content = findManifest(Buffer.from(bytes).toString(), served)
  if (answer.status !== 200 || content === undefined) throw noManifest(connection, version, answer)
  const digest = checkedDigest(
    { tag: undefined, digest: undefined, ...connection.at, ...version },
    answer,
  )
  return { digest, mediaType: content.mediaType, bytes, content }
}

/** Asks which image is there, without its manifest; undefined where there is none. Throws what {@link Connection.attempt} throws. */
export async function findVersion(
  connection: Connection,
  version: Version,
): Promise<TaggedImage | undefined> {
  const asked = { path: pathOf(version), method: 'HEAD', accept: manifestTypes }
  const answer = await connection.attempt((transport) => connection.session.ask(asked, transport))
  if (answer.status === 404) return undefined
  const digest = answer.headers.get('docker-content-digest')
  const mediaType = answer.headers.get('content-type')?.split(';')[0]?.trim()
  if (answer.status === 200 && digest !== null && mediaType !== undefined) {
    return { digest, mediaType }
  }
  // A registry that tells too little, or takes no HEAD, gives the manifest itself.
  return findStoredManifest(connection, version)
}

/** Puts a manifest under a tag or its digest, to the last byte, and answers what the registry does. Throws what {@link Connection.attempt} throws. */
export function putManifest(
  connection: Connection,
  version: Version,
  { mediaType, bytes }: Pick<StoredManifest, 'mediaType' | 'bytes'>,
): Promise<Answer> {
  const headers = { 'content-type': mediaType }
  const asked = { path: pathOf(version), method: 'PUT', headers, body: bytes }
  return connection.attempt((transport) => connection.session.ask(asked, transport))
}

/** What it means that a registry does not take a manifest. */
export function refusedManifest({ at }: Connection, version: Version, answer: Answer): ActionError {
  const name = formatImage(at, version)
  const isMissing = faultsIn(answer).some(({ code }) => code === 'NAME_UNKNOWN')
  if (isMissing) return noRepository(at, wordsIn(answer))
  return new ActionError({
    code: 'service-error',
    message: `${at.host} did not take the manifest of ${name} (${wordsIn(answer)}).`,
    remedy: `Look at what the registry says above: it may take no manifest of this kind, or its storage may be full.`,
  })
}

/** The `input` error of a repository that is pushed to and is not there. */
export function noRepository(at: Connection['at'], words: string): ActionError {
  return new ActionError({
    code: 'input',
    message: `There is no repository ${formatImage(at)} to push to (${words}).`,
    remedy:
      'Correct the name, create the repository, or set create-repository: true for one in ECR.',
  })
}

function noManifest({ at }: Connection, version: Version, answer: Answer): ActionError {
  return new ActionError({
    code: 'service-error',
    message: `${at.host} answered with no manifest that is known when it was asked for ${formatImage(at, version)} (${wordsIn(answer)}).`,
    remedy:
      'Check that the name of the image leads to a container registry, and that the image was pushed by a tool that is up to date.',
  })
}

function pathOf(version: Version): string {
  return `manifests/${'tag' in version ? version.tag : version.digest}`
}
