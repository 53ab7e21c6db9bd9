import {
  invalid,
  type InputSpec,
  type Raw,
  asText,
  type InputOptions,
} from '@deploy-actions/action-kit'

/** An absolute http or https address. Credentials in it would be printed everywhere: refused. */
export function url<const O extends InputOptions>(options: O): InputSpec<URL> & O {
  return { ...options, type: 'url', parse: parseUrl }
}

function parseUrl(raw: Raw): URL {
  const found = URL.parse(asText(raw))
  if (found === null || !['http:', 'https:'].includes(found.protocol)) {
    return invalid(
      'is no web address; allowed: an absolute address that begins with http:// or https://',
    )
  }
  if (found.username !== '' || found.password !== '') {
    invalid('carries a user name or password; allowed: an address without them, and basic-auth')
  }
  return found
}
