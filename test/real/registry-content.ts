import { createHash } from 'node:crypto'

/** A registry, and what every request to it carries. */
export interface Target {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Asked {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

interface Content {
  readonly text: string
  readonly digest: string
}

/** One image in both formats, by itself and in an index. */
export const registryContent = {
  oci: imageOf({
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    index: 'application/vnd.oci.image.index.v1+json',
  }),
  docker: imageOf({
    manifest: 'application/vnd.docker.distribution.manifest.v2+json',
    index: 'application/vnd.docker.distribution.manifest.list.v2+json',
  }),
}

/** Pushes the whole content to the repository org/app, and expects to be let. */
export async function pushContent(target: Target): Promise<void> {
  for (const [format, { types, config, layer, manifest, index }] of Object.entries(
    registryContent,
  )) {
    for (const blob of [config, layer]) await pushBlob(target, blob)
    for (const [kind, content] of Object.entries({ manifest, index })) {
      await push(target, {
        method: 'PUT',
        path: `/v2/org/app/manifests/${format}-${kind}`,
        headers: { 'Content-Type': kind === 'index' ? types.index : types.manifest },
        body: content.text,
      })
    }
  }
}

/** What two registries are to have in common: status, type, length, digest, codes, JSON. */
export async function contentOf(target: Target, asked: Asked): Promise<object> {
  const response = await send(target, asked)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  const named = ['content-type', 'docker-content-digest', 'docker-distribution-api-version', 'etag']
  return {
    status: response.status,
    headers: named.map((name) => response.headers.get(name)),
    content: isJson && text !== '' ? comparable(JSON.parse(text)) : text.trim(),
  }
}

/** Codes are specified, other words are not; tags have no order. */
function comparable(json: unknown): unknown {
  const { errors, tags } = json as { errors?: { code: string }[]; tags?: string[] } // as specified
  if (errors !== undefined) return errors.map(({ code }) => code)
  return tags === undefined ? json : tags.toSorted((a, b) => a.localeCompare(b))
}

async function pushBlob(target: Target, { text, digest }: Content): Promise<void> {
  const begun = await push(target, { method: 'POST', path: '/v2/org/app/blobs/uploads/' })
  const location = new URL(begun.headers.get('location') ?? '', target.url)
  location.searchParams.set('digest', digest)
  await push(target, {
    method: 'PUT',
    path: `${location.pathname}${location.search}`,
    headers: { 'Content-Type': 'application/octet-stream' },
    body: text,
  })
}

async function push(target: Target, asked: Asked): Promise<Response> {
  const response = await send(target, asked)
  if (response.ok) return response
  throw new Error(`${asked.method} ${asked.path} failed: ${await response.text()}`)
}

function send(target: Target, { method = 'GET', path, headers, body }: Asked): Promise<Response> {
  return fetch(new URL(path, target.url), {
    method,
    headers: { ...target.headers, ...headers },
    ...(body !== undefined && { body }),
  })
}

function imageOf(types: { readonly manifest: string; readonly index: string }) {
  const isOci = types.manifest.includes('.oci.')
  const config = contentWith('{"architecture":"amd64","os":"linux"}')
  const layer = contentWith('layer')
  const manifest = contentWith(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: types.manifest,
      config: descriptorOf(
        isOci
          ? 'application/vnd.oci.image.config.v1+json'
          : 'application/vnd.docker.container.image.v1+json',
        config,
      ),
      layers: [
        descriptorOf(
          isOci
            ? 'application/vnd.oci.image.layer.v1.tar'
            : 'application/vnd.docker.image.rootfs.diff.tar',
          layer,
        ),
      ],
    }),
  )
  const platform = { os: 'linux', architecture: 'amd64' }
  const index = contentWith(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: types.index,
      manifests: [{ ...descriptorOf(types.manifest, manifest), platform }],
    }),
  )
  return { types, config, layer, manifest, index }
}

function contentWith(text: string): Content {
  return { text, digest: `sha256:${createHash('sha256').update(text).digest('hex')}` }
}

function descriptorOf(mediaType: string, { text, digest }: Content) {
  return { mediaType, digest, size: text.length }
}
