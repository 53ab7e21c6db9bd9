import type { FoundImage, MissingImage } from '../lookup.ts'
import { findManifest, type Manifest } from '../manifest/manifest.ts'
import { manifestTypes } from '../manifest/media-types.ts'
import { readConfig } from '../manifest/read-config.ts'
import type { Answer, Transport } from '../http/ask.ts'
import type { RegistryCredentials } from '../credentials.ts'
import { NotCheckedError } from '../not-checked.ts'
import { formatImage, type ImageReference } from '../reference/image-reference.ts'
import { checkedDigest } from './checked-digest.ts'
import { missingImage } from './missing.ts'
import { pullSession, type Session } from './session.ts'

/**
 * Asks a registry about an image by the distribution protocol. Throws a NotCheckedError where the
 * registry does not say. https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export async function lookUpByDistribution(
  reference: ImageReference,
  credentials: RegistryCredentials | undefined,
  transport: Transport,
): Promise<FoundImage | MissingImage> {
  const session = pullSession(reference, credentials)
  const version = reference.digest ?? reference.tag ?? 'latest'
  const asked = { path: `manifests/${version}`, accept: manifestTypes }
  const answer = await session.ask(asked, transport)
  if (answer.status === 404) return missingImage(reference, answer, { session, transport })
  const manifest = answer.status === 200 ? manifestIn(answer) : undefined
  if (manifest === undefined) throw noManifest(reference, answer)
  const { mediaType } = manifest
  const digest = checkedDigest(reference, answer)
  const found = { kind: 'found', digest, mediaType, isPublic: session.isAnonymous } as const
  return { ...found, ...(await contentsOf(manifest, { session, transport })) }
}

function manifestIn({ headers, body }: Answer): Manifest | undefined {
  const text = Buffer.from(body).toString()
  return findManifest(text, headers.get('content-type') ?? undefined)
}

function noManifest(reference: ImageReference, { status }: Answer): NotCheckedError {
  return new NotCheckedError({
    reason: 'unsupported',
    message: `${reference.host} answered with no manifest that is known when it was asked for ${formatImage(reference, reference)} (status ${status}).`,
    remedy: `Check that the name of the image leads to a container registry, and that the image was pushed by a tool of this decade.`,
  })
}

/** What stands in the manifest, and in the configuration that it points to. */
async function contentsOf(
  manifest: Manifest,
  { session, transport }: { readonly session: Session; readonly transport: Transport },
): Promise<Pick<FoundImage, 'platforms' | 'platformsNotRead' | 'labels' | 'sizeBytes'>> {
  if (manifest.kind === 'index') return { platforms: manifest.platforms }
  if (transport.isDigestEnough) return { platforms: undefined }
  return readConfig(manifest, transport.attempt, (digest) =>
    session.ask({ path: `blobs/${digest}` }, transport),
  )
}
