import type { IncomingHttpHeaders } from 'node:http'
import type { Cloud } from '../../cloud/cloud.ts'
import { xmlElement, xmlText } from '../../protocol/xml.ts'
import type { Repository } from '../model/repository.ts'
import type { RegistryAnswer } from './answers.ts'
import { partOf } from './byte-range.ts'
import { issuePass, readPass } from './pass.ts'

/** Where on the simulator the layers of ECR are, as AWS has them in S3. */
export const layerPath = '/_layers/'

const purpose = 'layer'
const lifetimeMs = 60 * 60_000

/** The presigned address of a layer, good for an hour. */
export function layerUrl({ timeline, addresses }: Cloud, at: Repository, digest: string): string {
  const url = new URL(`${layerPath}${at.host}/${at.name}/${digest}`, addresses.simulatorUrl)
  const expiresMs = timeline.nowMs() + lifetimeMs
  url.searchParams.set('X-Amz-Algorithm', 'AWS4-HMAC-SHA256')
  url.searchParams.set('X-Amz-Expires', String(lifetimeMs / 1000))
  url.searchParams.set('X-Amz-Signature', issuePass({ purpose, expiresMs, claims: url.pathname }))
  return url.href
}

/** What S3 answers: like it, it refuses a request that is signed in two ways. */
export function answerLayer(
  { images, timeline }: Cloud,
  request: { readonly url: string; readonly headers: IncomingHttpHeaders },
): RegistryAnswer {
  const { pathname, searchParams } = new URL(request.url, 'http://storage')
  if (request.headers.authorization !== undefined) {
    return storageError(400, 'InvalidArgument', 'Only one auth mechanism allowed')
  }
  const pass = readPass(searchParams.get('X-Amz-Signature') ?? '', purpose)
  if (pass?.claims !== pathname) {
    return storageError(403, 'SignatureDoesNotMatch', 'The request signature does not match.')
  }
  if (pass.expiresMs <= timeline.nowMs()) {
    return storageError(403, 'AccessDenied', 'Request has expired')
  }
  const [host = '', ...steps] = pathname.slice(layerPath.length).split('/')
  const digest = steps.pop() ?? ''
  const blob = images.find({ host, name: steps.join('/') })?.blobs.get(digest)
  if (blob === undefined) return storageError(404, 'NoSuchKey', 'The key does not exist.')
  const headers = { 'Content-Type': 'application/octet-stream', ETag: `"${digest}"` }
  return partOf({ status: 200, headers, body: blob }, request.headers.range)
}

function storageError(status: number, code: string, message: string): RegistryAnswer {
  const parts = xmlElement('Code', code) + xmlElement('Message', xmlText(message))
  const body = Buffer.from(xmlElement('Error', parts))
  return { status, headers: { 'Content-Type': 'application/xml' }, body }
}
