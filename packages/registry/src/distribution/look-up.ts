import type { FoundImage, MissingImage } from '../lookup.ts'
import { digestOf } from '../manifest/digest.ts'
import { findManifest, type Manifest } from '../manifest/manifest.ts'
import { manifestTypes } from '../manifest/media-types.ts'
import { readConfig } from '../manifest/read-config.ts'
import type { Answer, Transport } from '../http/get.ts'
import type { RegistryCredentials } from '../credentials.ts'
import { NotCheckedError } from '../not-checked.ts'
import { formatImage, type ImageReference } from '../reference/image-reference.ts'
import { missingImage } from './missing.ts'
import { Session } from './session.ts'

/**
 * Asks a registry about an image by the distribution protocol. Throws a NotCheckedError where the
 * registry does not say. https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export async function lookUpByDistribution(
  reference: ImageReference,
  credentials: RegistryCredentials | undefined,
  transport: Transport,
): Promise<FoundImage | MissingImage> {
  const session = new Session({ reference, credentials, transport })
  const version = reference.digest ?? reference.tag ?? 'latest'
  const answer = await session.get(`manifests/${version}`, manifestTypes)
  if (answer.status === 404)
    return missingImage(reference, answer, { session, attempt: transport.attempt })
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

/** The digest of what was served. It is what the registry says it is, and what was asked for. */
function checkedDigest(reference: ImageReference, { headers, body }: Answer): string {
  const named = headers.get('docker-content-digest') ?? undefined
  const digest = digestOf(body, reference.digest ?? named)
  for (const expected of [named, reference.digest]) {
    if (expected !== undefined && digestOf(body, expected) !== expected) {
      throw new NotCheckedError({
        reason: 'unsupported',
        message: `What ${reference.host} serves as ${formatImage(reference, reference)} has another digest than ${expected}.`,
        remedy: `The registry, or a proxy before it, serves content that is not the image. Try docker pull of the same name on this runner, and tell whoever keeps ${reference.host}.`,
      })
    }
  }
  return digest
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
    session.get(`blobs/${digest}`, ['*/*']),
  )
}
