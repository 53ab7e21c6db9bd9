import { normalRepository } from '../registry/model/reference.ts'
import type { SourcedWorld } from './load-world.ts'

/** Throws a WorldError when a reference would mean two images: a registry has each tag once. */
export function checkImages({ world, source }: SourcedWorld): void {
  const seen = new Set<string>()
  world.images?.forEach(({ repository, tags = [] }, index) => {
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
