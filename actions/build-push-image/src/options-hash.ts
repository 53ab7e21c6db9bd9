import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { Build } from './content/index.ts'
import { normalizePlatforms } from './content/platforms.ts'

/**
 * A hash of what docker is told, whatever the files hold: two images of one revision that were made by other options are
 * two images. Known also where the content is not. Addresses of proxies differ from network to network, and do not count.
 */
export function optionsHash(build: Build): string {
  const { context, file, target, network, secretIds, provenance, sbom } = build
  const told = {
    context: posix.normalize(context),
    file: file === undefined ? null : posix.normalize(file),
    target: target?.toLowerCase() ?? null,
    platforms: normalizePlatforms(build.platforms),
    buildArgs: sorted(build.buildArgs).filter(([name]) => !/^[a-z]+_proxy$/i.test(name)),
    buildContexts: sorted(build.buildContexts),
    labels: sorted(build.labels),
    annotations: sorted(build.annotations),
    network: network ?? 'default',
    secretIds: [...new Set(secretIds)].toSorted(),
    provenance,
    sbom,
  }
  return createHash('sha256').update(JSON.stringify(told)).digest('hex')
}

function sorted(map: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...map].toSorted(([one], [other]) => (one < other ? -1 : 1))
}
