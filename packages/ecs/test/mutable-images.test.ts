import { expect, it } from 'vitest'
import { mutableImages } from '../src/index.ts'
import { apiDefinition } from './definition.fixture.ts'

it('an image that is named by a digest of any kind cannot be moved, one with a tag or without can', () => {
  const images = [
    `ghcr.io/owner/api@sha256:${'0'.repeat(64)}`,
    `ghcr.io/owner/api:1@sha512:${'0'.repeat(128)}`,
    'ghcr.io/owner/api:1',
    'nginx',
  ]
  const containerDefinitions = images.map((image) => ({ name: 'a', image }))
  expect(mutableImages(apiDefinition({ containerDefinitions })).map(({ image }) => image)).toEqual(
    images.slice(2),
  )
})
