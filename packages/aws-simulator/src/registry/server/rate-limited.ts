import type { RegistryHost } from '../model/registry-hosts.ts'
import { RegistryError } from './answers.ts'
import type { Route } from './route.ts'

/** What Docker Hub says to who pulls too often. */
export const rateLimitMessage =
  'You have reached your pull rate limit. You may increase the limit by authenticating and ' +
  'upgrading: https://www.docker.com/increase-rate-limit'

/** Counts a request for a manifest; throws the refusal of a registry that was asked too often. */
export function countPull({ rateLimit }: RegistryHost, { operation }: Route, nowMs: number): void {
  if (operation !== 'PullManifest' && operation !== 'HeadManifest') return
  const waitMs = rateLimit?.take('job', nowMs) ?? 0
  if (waitMs === 0) return
  throw new RegistryError('TOOMANYREQUESTS', rateLimitMessage, {
    status: 429,
    headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) },
  })
}
