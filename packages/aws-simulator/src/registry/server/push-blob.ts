import type { Cloud } from '../../cloud/cloud.ts'
import { digestOf } from '../model/digest.ts'
import { emptyAnswer, RegistryError, type RegistryAnswer } from './answers.ts'
import { mayMountFrom, type Asked } from './authorize.ts'
import { findRepository } from './pull-manifest.ts'
import { sizeOf, type Upload, type Uploads } from './uploads.ts'

/** What a push does to an account, now and in its past. */
export type Change = (effect: (cloud: Cloud) => void) => void

/** What a push works with. */
export interface PushContext {
  readonly cloud: Cloud
  readonly uploads: Uploads
  readonly change: Change
}

/** Takes a blob: whole, in chunks, or from another repository of the same registry. */
export function pushBlob(asked: Asked, context: PushContext): RegistryAnswer {
  const { call } = asked
  if (call.method === 'POST') return beginUpload(asked, context)
  const upload = context.uploads.find(asked.route.reference, asked.route.name)
  if (upload === undefined) {
    throw new RegistryError('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry', {
      status: 404,
    })
  }
  if (call.method === 'GET') return uploadAnswer(asked, upload, 204)
  checkRange(asked, upload)
  upload.chunks = [...upload.chunks, call.body]
  if (call.method === 'PATCH') return uploadAnswer(asked, upload, 202)
  return finish(asked, context.uploads.end(upload), context)
}

function beginUpload(asked: Asked, context: PushContext): RegistryAnswer {
  const { call, route, registry } = asked
  // ECR says when there is no such repository; elsewhere a push makes it.
  findRepository(registry.host, route.name, context.cloud)
  const { searchParams } = call.url
  const from = { host: registry.host, name: searchParams.get('from') ?? '' }
  const mounted = searchParams.get('mount') ?? ''
  const isOpen = registry.mountsBlobs && mayMountFrom(asked, from.name, context.cloud)
  const blob = isOpen ? context.cloud.images.find(from)?.blobs.get(mounted) : undefined
  if (blob !== undefined) return finish(asked, blob, context)
  if (searchParams.has('digest')) return finish(asked, call.body, context)
  return uploadAnswer(asked, context.uploads.begin(route.name), 202)
}

function checkRange({ call }: Asked, upload: Upload): void {
  const [, from] = /^(\d+)-\d+$/.exec(call.contentRange ?? '') ?? []
  if (from === undefined || Number(from) === sizeOf(upload)) return
  throw new RegistryError('BLOB_UPLOAD_INVALID', 'blob upload invalid', { status: 416 })
}

function uploadAnswer({ call, route }: Asked, upload: Upload, status: number): RegistryAnswer {
  const size = sizeOf(upload)
  return emptyAnswer(status, {
    Location: `${call.origin}/v2/${route.name}/blobs/uploads/${upload.id}`,
    Range: `0-${Math.max(0, size - 1)}`,
    'Docker-Upload-UUID': upload.id,
  })
}

function finish(
  { call, route, registry }: Asked,
  bytes: Buffer,
  { change }: PushContext,
): RegistryAnswer {
  const { searchParams } = call.url
  const digest = searchParams.get('digest') ?? searchParams.get('mount') ?? ''
  if (digestOf(bytes) !== digest) {
    const message = 'provided digest did not match uploaded content'
    throw new RegistryError('DIGEST_INVALID', message, {
      status: 400,
      details: [{ Digest: digest }],
    })
  }
  const at = { host: registry.host, name: route.name }
  change(({ images }) => images.ensure(at).blobs.set(digest, bytes))
  return emptyAnswer(201, {
    Location: `${call.origin}/v2/${route.name}/blobs/${digest}`,
    'Docker-Content-Digest': digest,
  })
}
