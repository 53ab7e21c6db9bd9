import { asText, invalid, type InputOptions, type InputSpec } from '@deploy-actions/action-kit'
import type { Platform } from '@deploy-actions/registry'

/** A platform such as `linux/amd64` or `linux/arm/v7`. */
export function imagePlatform<const O extends InputOptions>(options: O): InputSpec<Platform> & O {
  return { ...options, type: 'platform', parse: (raw, fill) => parsePlatform(asText(raw, fill)) }
}

function parsePlatform(text: string): Platform {
  const match = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9]+))?$/.exec(text)
  const [, os, architecture, variant] = match ?? []
  if (os === undefined || architecture === undefined) {
    return invalid('is no platform; allowed: such as linux/amd64 or linux/arm64')
  }
  return { os, architecture, ...(variant !== undefined && { variant }) }
}

/** The platform as it is written. */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/')
}
