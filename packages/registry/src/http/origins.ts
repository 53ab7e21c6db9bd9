import { NotCheckedError } from '../not-checked.ts'
import { dockerHub } from '../reference/image-reference.ts'
import type { Mirrors } from '../reference/mirrors.ts'

/** Where Docker Hub answers. */
const dockerHubHost = 'registry-1.docker.io'

/** Where a registry is asked: its own origin, which may be that of a mirror. */
export function registryOrigin(host: string, mirrors: Mirrors): URL {
  const mirror = mirrors.get(host)
  if (mirror !== undefined) return mirror
  const name = host === dockerHub ? dockerHubHost : host
  const scheme = isLoopback(new URL(`http://${name}`).hostname) ? 'http' : 'https'
  return new URL(`${scheme}://${name}`)
}

/** A registry as messages name it, with the mirror that is asked in its place. */
export function shownRegistry(host: string, mirrors: Mirrors): string {
  const mirror = mirrors.get(host)
  return mirror === undefined ? host : `${host} (by its mirror ${mirror.host})`
}

/**
 * The address that is really called: that of a mirror where the host has one. `sender` is who sends there. Throws a
 * NotCheckedError for plain HTTP to anything but a mirror, and this machine where the sender is on it: a registry elsewhere
 * has no business with what listens here.
 */
export function calledUrl(url: URL, mirrors: Mirrors, sender: URL): URL {
  const mirror = mirrors.get(url.host)
  const called = mirror === undefined ? url : new URL(`${url.pathname}${url.search}`, mirror)
  const isMirror = ({ origin }: URL): boolean =>
    [...mirrors.values()].some((one) => one.origin === origin)
  if (called.protocol === 'https:') return called
  const isLocal = isLoopback(called.hostname) && (isLoopback(sender.hostname) || isMirror(sender))
  if (called.protocol === 'http:' && (isMirror(called) || isLocal)) return called
  throw new NotCheckedError({
    reason: 'unsupported',
    message: `The registry sends its callers to ${called.origin}, which is not reached by https.`,
    remedy: `Let the registry be reached by https, or name the address as a mirror in DEPLOY_ACTIONS_REGISTRY_MIRRORS.`,
  })
}

/** Whether a host name means this machine, to which Docker too talks plain HTTP. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}
