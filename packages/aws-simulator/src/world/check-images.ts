import { normalRepository } from '../registry/model/reference.ts'
import type { SourcedWorld } from './load-world.ts'

/** Throws a WorldError when a reference would mean two images: a registry has each tag once. */
export function checkImages(sourced: SourcedWorld): void {
  checkBuiltImages(sourced)
  const { world, source } = sourced
  const seen = new Set<string>()
  world.images?.forEach(({ repository, tags = [], pushed }, index) => {
    // One that is pushed later takes its tags away from another.
    if (pushed !== undefined) return
    tags.forEach((tag, at) => {
      const reference = `${normalRepository(repository)}:${tag}`
      if (seen.has(reference)) {
        const problem = `The image ${repository}:${tag} is there already: a tag means one image.`
        throw source.error(['images', index, 'tags', at], problem)
      }
      seen.add(reference)
    })
  })
}

function checkBuiltImages({ world, source }: SourcedWorld): void {
  const seen = new Set<string>()
  world.builtImages?.forEach(({ repository }, index) => {
    const name = normalRepository(repository)
    if (seen.has(name)) {
      const problem = `What images of ${repository} do is said already.`
      throw source.error(['builtImages', index, 'repository'], problem)
    }
    seen.add(name)
  })
}
