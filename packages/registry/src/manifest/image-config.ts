import type { Platform } from '../lookup.ts'
import { findJsonObject, isJsonObject } from './json.ts'
import { findPlatform } from './platform.ts'

/** What the configuration of an image says about it. */
export interface ImageConfig {
  readonly platform: Platform | undefined
  readonly labels: Readonly<Record<string, string>>
  /** As the build says; undefined where it does not. */
  readonly createdAt: Date | undefined
}

/**
 * Reads the configuration of an image; undefined where the text is none.
 * https://github.com/opencontainers/image-spec/blob/main/config.md
 */
export function findImageConfig(text: string): ImageConfig | undefined {
  const content = findJsonObject(text)
  if (content === undefined) return undefined
  const { config } = content
  const labels = isJsonObject(config) && isJsonObject(config['Labels']) ? config['Labels'] : {}
  return {
    platform: findPlatform(content),
    createdAt: findMoment(content['created']),
    labels: Object.fromEntries(
      Object.entries(labels).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
  }
}

function findMoment(value: unknown): Date | undefined {
  const milliseconds = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds)
}
