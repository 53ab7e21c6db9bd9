import { checkImages } from './check-images.ts'
import { checkPolicies } from './check-policies.ts'
import { checkSecrets } from './check-secrets.ts'
import { checkRegistries } from './check-registries.ts'
import { checkShape } from './check-shape.ts'
import type { World } from './world.ts'
import { parseSource, readSource, WorldSource } from './world-source.ts'

/** A world with the text that it came from. */
export interface SourcedWorld {
  readonly world: World
  readonly source: WorldSource
}

/** Reads a world file; throws a WorldError with line and column when it is wrong. */
export async function loadWorld(file: string): Promise<World> {
  return (await loadSourcedWorld(file)).world
}

/** Parses the text of a world file; `file` is what errors call it. */
export function parseWorld(text: string, file = 'world.yml'): World {
  return parseSourcedWorld(text, file).world
}

/** Reads a world file with the places of its parts, for messages; throws WorldError. */
export async function loadSourcedWorld(file: string): Promise<SourcedWorld> {
  return parseSourcedWorld(await readSource(file), file)
}

/** Checks a world that was built by a program; its problems stand at line 1. */
export function checkedWorld(world: World): SourcedWorld {
  return checked(world, new WorldSource('world'))
}

function parseSourcedWorld(text: string, file: string): SourcedWorld {
  const { source, value } = parseSource(text, file)
  return checked(value, source)
}

function checked(value: unknown, source: WorldSource): SourcedWorld {
  const sourced = { world: checkShape(value, source), source }
  checkImages(sourced)
  checkRegistries(sourced)
  checkPolicies(sourced)
  checkSecrets(sourced)
  return sourced
}
