import { describe, expect, it } from 'vitest'
import { findImageConfig } from '../src/manifest/image-config.ts'
import { findManifest } from '../src/manifest/manifest.ts'
import { ociIndex, dockerManifestList, ociImage, dockerImage, helmChart } from './manifests.ts'

const ociIndexType = 'application/vnd.oci.image.index.v1+json'

describe('an index', () => {
  it('tells the platforms of its images, and leaves out the attestations that buildx adds', () => {
    expect(findManifest(JSON.stringify(ociIndex), undefined)).toMatchObject({
      kind: 'index',
      mediaType: ociIndexType,
      platforms: [
        { os: 'linux', architecture: 'amd64' },
        { os: 'linux', architecture: 'arm64', variant: 'v8' },
      ],
    })
  })

  it('in the form of Docker tells them too, Windows included', () => {
    expect(findManifest(JSON.stringify(dockerManifestList), undefined)).toMatchObject({
      platforms: [
        { os: 'linux', architecture: 'arm', variant: 'v7' },
        { os: 'windows', architecture: 'amd64' },
      ],
    })
  })

  it('without platforms leaves them unknown', () => {
    const bare = { ...ociIndex, manifests: [{ digest: 'sha256:1' }, 7, null] }
    expect(findManifest(JSON.stringify(bare), undefined)).toMatchObject({ platforms: undefined })
  })

  it('that does not name its media type has the one it is served with', () => {
    const { mediaType: _, ...unnamed } = ociIndex
    const text = JSON.stringify(unnamed)
    expect(findManifest(text, `${ociIndexType}; charset=utf-8`)).toMatchObject({
      kind: 'index',
      mediaType: ociIndexType,
    })
    expect(findManifest(text, undefined)).toBeUndefined()
  })
})

describe('a manifest of one image', () => {
  it.each([
    ['of OCI', ociImage, 29_126_484 + 7_682],
    ['of Docker', dockerImage, 32_654 + 16_724 + 1_469],
  ])('%s points to its configuration and tells its size', (_, manifest, sizeBytes) => {
    expect(findManifest(JSON.stringify(manifest), undefined)).toMatchObject({
      kind: 'image',
      mediaType: manifest.mediaType,
      configDigest: manifest.config.digest,
      sizeBytes,
    })
  })

  it('that is no container image has no configuration to read a platform from', () => {
    expect(findManifest(JSON.stringify(helmChart), undefined)).toMatchObject({
      kind: 'image',
      configDigest: undefined,
    })
  })
})

describe('what is no manifest', () => {
  it.each([
    ['no JSON', '<html></html>'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another media type', '{"mediaType":"application/json"}'],
    ['an image without configuration', JSON.stringify({ mediaType: ociImage.mediaType })],
    ['schema 1', '{"schemaVersion":1,"architecture":"amd64"}'],
  ])('is told from one: %s', (_, text) => {
    expect(findManifest(text, 'text/html')).toBeUndefined()
  })
})

describe('a configuration', () => {
  it('tells platform and labels', () => {
    const text = JSON.stringify({
      architecture: 'arm64',
      os: 'linux',
      variant: 'v8',
      config: { Labels: { 'org.opencontainers.image.revision': 'abc', odd: 7 } },
    })
    expect(findImageConfig(text)).toEqual({
      platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
      labels: { 'org.opencontainers.image.revision': 'abc' },
    })
  })

  it.each(['{}', '{"config":null}', '{"config":{"Labels":null}}', '{"os":"","architecture":""}'])(
    'may leave everything out, as in %s',
    (text) => {
      expect(findImageConfig(text)).toEqual({ platform: undefined, labels: {} })
    },
  )

  it('is told from other text', () => {
    expect(findImageConfig('nothing')).toBeUndefined()
  })
})
