import { invalid } from '@deploy-actions/action-kit'

const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?'
const hostForm = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::\\d{1,5})?$`)
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const repositoryForm = new RegExp(`^${component}(?:/${component})*$`)
const tagForm = /^\w[\w.-]{0,127}$/
const digestForm = /^sha256:[a-f0-9]{64}$|^sha512:[a-f0-9]{128}$/

const allowedRepository =
  'allowed: parts of lower-case letters and digits, between them . _ __ or -, separated by /'

/** Throws InvalidValue for what is often put in the place of an image, with what to write instead. */
export function checkText(text: string): void {
  if (text === '') invalid('is empty; allowed: such as nginx:1.29 or ghcr.io/owner/name@sha256:…')
  if (text.includes('***')) {
    invalid(
      'has *** in it, which GitHub shows in place of a masked value such as an account id; pass the short ECR name, such as backend:1.4.0, or mask nothing that is part of it',
    )
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    invalid('begins as a web address does; leave out what stands before the host, such as https://')
  }
  if (/\s/.test(text)) invalid('has white space in it; allowed: one image')
  if (/[${}<>]/.test(text)) invalid('has a placeholder in it that nothing was put in for')
}

/** Whether the text is the host of a registry, with or without a port. */
export function isRegistryHost(text: string): boolean {
  // The grammar allows ports above 65535, and numbers that are no IP address.
  return hostForm.test(text) && URL.canParse(`https://${text}`)
}

/** Throws InvalidValue where the host is none. */
export function checkHost(host: string): void {
  if (!isRegistryHost(host)) {
    invalid('has no valid host before its first slash; allowed: such as ghcr.io or localhost:5000')
  }
}

/** Throws InvalidValue where the repository's name, without the host, is none. */
export function checkRepository(path: string): void {
  if (path === '') invalid('names no repository; allowed: such as nginx:1.29')
  if (/[A-Z]/.test(path)) {
    invalid(`has an upper-case letter in the name of the repository; ${allowedRepository}`)
  }
  if (!repositoryForm.test(path)) {
    invalid(`has no valid name of a repository; ${allowedRepository}`)
  }
  if (path.length > 255) invalid('has a repository of more than 255 characters')
  if (/^[a-f0-9]{64}$/.test(path)) {
    invalid(
      'is 64 hexadecimal digits, which runtimes take for an image id; write repository@sha256:…',
    )
  }
}

/** Throws InvalidValue where the tag is none. */
export function checkTag(tag: string): void {
  if (tag === '') invalid('ends with a colon and has no tag after it')
  if (!tagForm.test(tag)) {
    invalid(
      'has no valid tag; allowed: up to 128 letters, digits, _ . and -, beginning with a letter, a digit or _',
    )
  }
}

/** Whether the text is a digest by which content can be asked for. */
export function isDigest(text: string): boolean {
  return digestForm.test(text)
}

/** Throws InvalidValue where the digest is none. */
export function checkDigest(digest: string): void {
  if (!isDigest(digest)) {
    invalid(
      'has no valid digest after the @; allowed: sha256: and 64 digits of 0-9 and a-f, in lower case',
    )
  }
}
