import type { Build } from './build.ts'
import type { Dockerfile } from './dockerfile/parse.ts'
import { normalizePlatforms } from './platforms.ts'

/** What docker is told, in one notation. */
export interface Options {
  readonly target: string | null
  readonly platforms: readonly string[]
  readonly buildArgs: Pairs
  readonly labels: Pairs
  readonly annotations: Pairs
  readonly network: string
  readonly secretIds: readonly string[]
  readonly provenance: string
  readonly sbom: string
}

type Pairs = readonly (readonly [string, string])[]

/**
 * The options of a build that can change its image, by name, each in one notation. `no-cache` and `pull` are
 * none of them: they say how the same image is come by.
 */
export function optionsOf(build: Build, dockerfile: Dockerfile): Options {
  const { target, labels, annotations, network, secretIds, provenance, sbom } = build
  return {
    target: target?.toLowerCase() ?? null,
    platforms: normalizePlatforms(build.platforms),
    buildArgs: sorted(build.buildArgs).filter(([name]) => counts(name, dockerfile)),
    labels: sorted(labels),
    annotations: sorted(annotations),
    network: network === undefined || network === '' ? 'default' : network,
    secretIds: [...new Set(secretIds)].toSorted(),
    provenance,
    sbom,
  }
}

function sorted(map: ReadonlyMap<string, string>): Pairs {
  return [...map].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/**
 * The addresses of proxies differ from network to network, and docker keeps them out of image and cache unless
 * the Dockerfile declares them. https://docs.docker.com/reference/dockerfile/#predefined-args
 */
function counts(name: string, { globals, stages }: Dockerfile): boolean {
  if (!/^(?:https?|ftp|no|all)_proxy$/i.test(name)) return true
  const steps = [...globals, ...stages.flatMap((stage) => stage.steps)]
  return steps.some((step) => step.kind === 'ARG' && step.name === name)
}
