import { invalid } from '@deploy-actions/action-kit'
import { isRegistryHost } from './grammar.ts'

/** Host of a registry to the origin that is asked in its place. */
export type Mirrors = ReadonlyMap<string, URL>

/**
 * Reads DEPLOY_ACTIONS_REGISTRY_MIRRORS: lines of `host=url`, such as `docker.io=https://mirror.example.com`;
 * empty lines and lines that begin with # do not count. Throws InvalidValue, which names the line.
 */
export function parseMirrors(text: string): Mirrors {
  const mirrors = new Map<string, URL>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const written = line.trim()
    if (written === '' || written.startsWith('#')) continue
    const path = `line ${index + 1}`
    const equals = written.indexOf('=')
    if (equals < 1) invalid('is not of the form host=url', path)
    const host = written.slice(0, equals).trim()
    if (!isRegistryHost(host)) invalid('has no valid host before the =', path)
    if (mirrors.has(host)) invalid('names a host that an earlier line names', path)
    mirrors.set(host, parseOrigin(written.slice(equals + 1).trim(), path))
  }
  return mirrors
}

/** Throws InvalidValue without repeating the URL: people put credentials into proxies' addresses. */
function parseOrigin(text: string, path: string): URL {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    invalid('has no web address after the =; allowed: https:// or http:// with a host', path)
  }
  if (url.username !== '' || url.password !== '') {
    invalid('has credentials in its address; give them as inputs', path)
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    invalid('has more than an origin; leave out what stands behind the host and its port', path)
  }
  return url
}
