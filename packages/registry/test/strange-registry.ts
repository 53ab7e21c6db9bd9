import { createAwsClients } from '@deploy-actions/aws'
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRegistries, parseImageReference, type ImageLookup } from '../src/index.ts'
import type { RegistryCredentials } from '../src/index.ts'

/** A server that answers as a test says, and keeps what it was asked with. */
export interface StrangeServer extends AsyncDisposable {
  readonly url: URL
  readonly received: readonly {
    readonly path: string
    readonly authorization: string | undefined
  }[]
}

/** Serves HTTP on this machine until the scope ends. */
export async function serve(
  answer: (response: ServerResponse, path: string, request: IncomingMessage) => void,
): Promise<StrangeServer> {
  const received: { path: string; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    received.push({ path, authorization: request.headers.authorization })
    answer(response, path, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Looks an image up where mirrors lead to such servers. */
export async function lookUpThere(
  image: string,
  mirrors: Readonly<Record<string, StrangeServer>>,
  credentials?: RegistryCredentials,
): Promise<ImageLookup> {
  const clients = createAwsClients({ action: 'test', region: 'us-east-1' })
  const quiet = (): void => undefined
  const registries = createRegistries({
    clients,
    signal: new AbortController().signal,
    log: { info: quiet, warning: quiet, debug: quiet },
    mirrors: new Map(Object.entries(mirrors).map(([host, { url }]) => [host, url])),
    credentials,
  })
  return registries.lookUp(parseImageReference(image))
}

const config = Buffer.from(JSON.stringify({ os: 'linux', architecture: 'arm64' }))

/** An image as small as can be. */
export const tiny = {
  config,
  configDigest: digestOf(config),
  manifest: Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: {
        mediaType: 'application/vnd.oci.image.config.v1+json',
        digest: digestOf(config),
        size: config.length,
      },
      layers: [],
    }),
  ),
}

/** The SHA-256 digest of content. */
export function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}

/** Answers as a registry does that has the tiny image under any name. */
export function answerTiny(response: ServerResponse, path: string): void {
  if (path.includes('/blobs/')) response.end(tiny.config)
  else {
    response.setHeader('Docker-Content-Digest', digestOf(tiny.manifest))
    response.end(tiny.manifest)
  }
}
