import { current } from '../cloud/secret.ts'
import type { SourcedWorld } from './load-world.ts'

/** Throws a WorldError where a secret would be there twice, or one of its staging labels or ids. */
export function checkSecrets({ world, source }: SourcedWorld): void {
  const names = new Set<string>()
  world.secrets?.forEach(({ name, value, versionId, versions = [] }, index) => {
    const path = ['secrets', index]
    if (names.has(name)) {
      throw source.error([...path, 'name'], `The secret ${name} is there already.`)
    }
    names.add(name)
    const labels = new Set(value === null ? [] : [current])
    const ids = new Set(versionId === undefined ? [] : [versionId])
    versions.forEach((version, at) => {
      for (const stage of version.stages ?? []) {
        if (labels.has(stage)) {
          const holder = stage === current ? '"value" is in it' : 'another version has it'
          const problem = `A staging label is on one version only, and ${stage} is taken: ${holder}.`
          throw source.error([...path, 'versions', at, 'stages'], problem)
        }
        labels.add(stage)
      }
      const { versionId: id } = version
      if (id === undefined) return
      if (ids.has(id)) {
        const problem = `Another version of ${name} has the id ${id} already.`
        throw source.error([...path, 'versions', at, 'versionId'], problem)
      }
      ids.add(id)
    })
  })
}
