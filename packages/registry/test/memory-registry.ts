import type { IncomingMessage, ServerResponse } from 'node:http'
import { createHash } from 'node:crypto'
import { recordingHost } from '@deploy-actions/action-kit/testing'
import { createAwsClients } from '@deploy-actions/aws'
import { openImageStore, parseImageReference, type ImageRepository } from '../src/index.ts'
import type { RegistryCredentials } from '../src/index.ts'
import { digestOf, serve, type StrangeServer } from './strange-registry.ts'

/** What a registry of a test keeps; keys are `name/blobs/digest`, `name/manifests/digest-or-tag`. */
export type Content = Map<string, { readonly bytes: Buffer; readonly type: string }>

/** Answers a request in its own way; `false` leaves it to the registry. */
export type Quirk = (request: IncomingMessage, response: ServerResponse) => boolean

/** A registry that keeps what is pushed, with quirks of its own. */
export async function memoryRegistry(
  content: Content,
  quirk: Quirk = () => false,
): Promise<StrangeServer> {
  return serve((response, path, request) => {
    if (quirk(request, response)) return
    const [, key = ''] = /^\/v2\/([^?]*)/.exec(path) ?? []
    if (request.method === 'POST') {
      response.writeHead(202, { Location: `/v2/${key}u1` }).end()
      request.resume()
    } else if (request.method === 'PUT') keep(content, request, response)
    else give(content.get(key), request, response)
  })
}

/** An image of one layer, in a repository. */
export function imageIn(
  name: string,
  layer: Buffer,
  more: object = {},
): { readonly content: Content; readonly digest: string; readonly layer: string } {
  const type = 'application/vnd.oci.image.manifest.v1+json'
  const config = Buffer.from('{"os":"linux","architecture":"amd64"}')
  const describe = (mediaType: string, bytes: Buffer) => ({
    mediaType,
    digest: digestOf(bytes),
    size: bytes.length,
  })
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: type,
      config: describe('application/vnd.oci.image.config.v1+json', config),
      layers: [describe('application/vnd.oci.image.layer.v1.tar', layer)],
      ...more,
    }),
  )
  const content: Content = new Map()
  for (const version of ['1', digestOf(manifest)]) {
    content.set(`${name}/manifests/${version}`, { bytes: manifest, type })
  }
  for (const bytes of [config, layer]) {
    content.set(`${name}/blobs/${digestOf(bytes)}`, { bytes, type: '' })
  }
  return { content, digest: digestOf(manifest), layer: digestOf(layer) }
}

/** Opens repositories of registries that tests serve, by the host that each is a mirror of. */
export function openThere(
  servers: Readonly<Record<string, StrangeServer>>,
  credentials?: RegistryCredentials,
): (repository: string, purpose?: 'pull' | 'push') => ImageRepository {
  const lines = Object.entries(servers).map(([host, { url }]) => `${host}=${url.origin}`)
  const variables = { DEPLOY_ACTIONS_REGISTRY_MIRRORS: lines.join('\n') }
  const store = openImageStore(recordingHost({}, { variables }), {
    clients: createAwsClients({ action: 'test', region: 'us-east-1' }),
    signal: new AbortController().signal,
    credentials,
  })
  return (name, purpose = 'pull') => store.repository(parseImageReference(name), purpose)
}

function keep(content: Content, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://registry')
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const bytes = Buffer.concat(chunks)
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    const [, name = '', tag] =
      /^\/v2\/(.*)\/(?:blobs\/uploads|manifests)\/(.*)$/.exec(pathname) ?? []
    const named = searchParams.get('digest')
    const type = request.headers['content-type'] ?? ''
    if (named !== null) content.set(`${name}/blobs/${named}`, { bytes, type })
    else {
      content.set(`${name}/manifests/${tag}`, { bytes, type })
      content.set(`${name}/manifests/${digest}`, { bytes, type })
    }
    response.writeHead(201, { 'Docker-Content-Digest': digest }).end()
  })
}

function give(
  found: { readonly bytes: Buffer; readonly type: string } | undefined,
  { method }: IncomingMessage,
  response: ServerResponse,
): void {
  if (found === undefined) {
    response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}')
    return
  }
  const { bytes, type } = found
  const headers = { 'Content-Type': type, 'Docker-Content-Digest': digestOf(bytes) }
  response.writeHead(200, { ...headers, 'Content-Length': bytes.length })
  response.end(method === 'HEAD' ? undefined : bytes)
}
