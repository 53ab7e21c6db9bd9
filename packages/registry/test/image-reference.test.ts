import { InvalidValue } from '@deploy-actions/action-kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatImage,
  hasHost,
  parseImageReference,
  pinned,
  type ImageReference,
} from '../src/index.ts'
import { invalidReferences } from './invalid-references.ts'
import { digest, validReferences } from './valid-references.ts'

describe('the name of an image', () => {
  it.each(
    validReferences.map(([text, host, repository, tag, itsDigest]) => ({
      text,
      reference: { host, repository, tag, digest: itsDigest },
    })),
  )('$text is read as a container runtime reads it', ({ text, reference }) => {
    expect(parseImageReference(text)).toEqual(reference)
  })

  it.each(invalidReferences)('%j is refused with the reason', (text, message) => {
    expect(() => parseImageReference(text)).toThrow(InvalidValue)
    expect(() => parseImageReference(text)).toThrow(message)
  })

  it('is not repeated where it is wrong, since it may be a secret in the wrong place', () => {
    const secret = 'Hunter2-and-more'
    expect(() => parseImageReference(secret)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(secret) }),
    )
  })
})

describe('a host', () => {
  it.each([
    ['nginx', false],
    ['nginx:1.29', false],
    ['arbiter-ai/backend:abc123', false],
    [`arbiter-ai/backend@${digest}`, false],
    ['backend:5000', false],
    ['localhost/x', true],
    ['registry:5000/x', true],
    ['ghcr.io/o/x', true],
    ['docker.io/nginx', true],
    ['[::1]/x', true],
  ])('is told from a part of the name in %s', (text, isThere) => {
    expect(hasHost(text)).toBe(isThere)
  })
})

describe('pinning', () => {
  it.each([
    ['nginx', 'nginx'],
    ['nginx:1.29', 'nginx'],
    ['library/nginx:1.29', 'library/nginx'],
    ['docker.io/nginx:1.29', 'docker.io/nginx'],
    ['index.docker.io/library/nginx', 'index.docker.io/library/nginx'],
    ['localhost:5000/x', 'localhost:5000/x'],
    ['localhost:5000/x:y', 'localhost:5000/x'],
    [`ghcr.io/o/x:1@sha256:${'0'.repeat(64)}`, 'ghcr.io/o/x'],
  ])('%s keeps the repository as it was written and drops the tag', (text, repository) => {
    expect(pinned(text, digest)).toBe(`${repository}@${digest}`)
  })
})

const hosts = fc.oneof(
  fc.constantFrom('docker.io', 'localhost', 'localhost:5000', '[::1]:5000', 'ghcr.io'),
  fc.domain(),
)
const part = fc.stringMatching(/^[a-z0-9]{1,9}(?:(?:\.|_|__|-{1,3})[a-z0-9]{1,9}){0,3}$/)
const repositories = fc
  .array(part, { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join('/'))
  .filter((repository) => repository.length < 200)
const tags = fc.option(fc.stringMatching(/^\w[\w.-]{0,30}$/), { nil: undefined })
const digests = fc.option(
  fc.stringMatching(/^[a-f0-9]{64}$/).map((hex) => `sha256:${hex}`),
  { nil: undefined },
)
const references = fc.record({ host: hosts, repository: repositories, tag: tags, digest: digests })

describe('whatever image is named', () => {
  it('writing its name in full and reading it gives the same', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(parseImageReference(formatImage(reference, reference))).toEqual(reference)
      }),
    )
  })

  it('pinning changes neither host nor repository, and pinning again changes nothing', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const once = pinned(formatImage(reference, reference), digest)
        const { host, repository } = reference
        expect(parseImageReference(once)).toEqual({ host, repository, tag: undefined, digest })
        expect(pinned(once, digest)).toBe(once)
      }),
    )
  })

  it('reading any text gives a reference or an InvalidValue, and nothing else', () => {
    const pieces = fc.constantFrom('a', 'A', '1', '.', ':', '/', '@', '-', '_', '[', ']', 'sha256:')
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const read = parsed(text)
        fc.pre(read !== undefined)
        expect(parseImageReference(formatImage(read, read))).toEqual(read)
        expect(URL.canParse(`https://${read.host}/v2/${read.repository}/`)).toBe(true)
      }),
    )
  })
})

/** The reference that a text is, or undefined where it is refused as it should be. */
function parsed(text: string): ImageReference | undefined {
  try {
    return parseImageReference(text)
  } catch (error) {
    if (error instanceof InvalidValue) return undefined
    throw error
  }
}
