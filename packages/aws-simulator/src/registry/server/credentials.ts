import type { RegistryUser } from '../model/registry-hosts.ts'

/** Reads the credentials of an Authorization header of the kind Basic; undefined when it has none. */
export function parseBasic(authorization: string | undefined): RegistryUser | undefined {
  const [, encoded] = /^basic (.+)$/i.exec(authorization ?? '') ?? []
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  if (colon < 0) return undefined
  return { username: text.slice(0, colon), password: text.slice(colon + 1) }
}

/** Reads the token of an Authorization header of the kind Bearer. */
export function parseBearer(authorization: string | undefined): string | undefined {
  return /^bearer (.+)$/i.exec(authorization ?? '')?.[1]
}
