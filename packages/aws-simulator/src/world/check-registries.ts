import { parseEcrHost } from '../registry/model/ecr-host.ts'
import type { SourcedWorld } from './load-world.ts'

/** Other names of Docker Hub; references and worlds have one. */
const dockerHubAliases: ReadonlySet<string> = new Set(['index.docker.io', 'registry-1.docker.io'])

/** Throws a WorldError for a registry that no reference means, or that cannot be as it is described. */
export function checkRegistries({ world, source }: SourcedWorld): void {
  const seen = new Set<string>()
  world.registries?.forEach(({ host, users, authentication }, index) => {
    const path = ['registries', index]
    if (seen.has(host)) {
      throw source.error([...path, 'host'], `The registry ${host} is there already.`)
    }
    seen.add(host)
    if (dockerHubAliases.has(host)) {
      throw source.error([...path, 'host'], `${host} is Docker Hub: write docker.io.`)
    }
    const isChosen = users !== undefined || authentication !== undefined
    if (isChosen && parseEcrHost(host) !== undefined) {
      const advice = 'who may pull is up to the roles and to "repositories".'
      throw source.error(path, `${host} is ECR's and has no users of its own: ${advice}`)
    }
  })
}
