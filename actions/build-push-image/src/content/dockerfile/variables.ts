import { CannotTell } from '../cannot-tell.ts'
import { expand, type Scope } from './expand.ts'
import type { Assignment } from './parse.ts'

/** What decides on variables besides the Dockerfile. */
export interface Given {
  readonly escape: string
  readonly buildArgs: ReadonlyMap<string, string>
  /** That the image is for, such as `linux/arm64`. */
  readonly platform: string
  /** Of the machine that builds. */
  readonly buildPlatform: string
}

/** What FROM can use: ARG before the first FROM, and the platforms. All else is not set there. */
export function globalScope(globals: readonly Assignment[], given: Given): Scope {
  const { escape, buildArgs } = given
  const predefined = [
    ...platformArguments('BUILD', given.buildPlatform),
    ...platformArguments('TARGET', given.platform),
  ]
  const values = new Map(predefined.map(([name, value]) => [name, buildArgs.get(name) ?? value]))
  const scope: Scope = { escape, find: (name) => values.get(name) }
  for (const { name, value } of globals) {
    const filled = buildArgs.get(name) ?? (value === undefined ? undefined : expand(value, scope))
    if (filled !== undefined) values.set(name, filled)
  }
  return scope
}

/** A scope that grows with the ARG and ENV of a stage. */
export interface StageScope extends Scope {
  assign(assignment: Assignment): void
}

/**
 * What a stage's instructions can use. Throws CannotTell for a variable that the stage does not set, as the
 * image that it builds upon may.
 */
export function stageScope(globals: Scope, { escape, buildArgs }: Given): StageScope {
  const values = new Map<string, string>()
  const setByEnv = new Set<string>()
  const scope: StageScope = {
    escape,
    find(name) {
      const value = values.get(name)
      if (value !== undefined) return value
      throw new CannotTell(`The variable ${name} may come from the image that a stage builds upon.`)
    },
    assign({ kind, name, value }) {
      if (kind === 'ARG' && setByEnv.has(name)) return
      if (kind === 'ENV') setByEnv.add(name)
      const given = kind === 'ARG' ? buildArgs.get(name) : undefined
      const own = value === undefined ? globals.find(name) : findExpansion(value, scope)
      const text = given ?? own
      if (text === undefined) values.delete(name)
      else values.set(name, text)
    },
  }
  return scope
}

/** A word with its variables filled in; undefined where it cannot be told. */
export function findExpansion(word: string, scope: Scope): string | undefined {
  try {
    return expand(word, scope)
  } catch (error) {
    if (error instanceof CannotTell) return undefined
    throw error
  }
}

/** https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
function platformArguments(side: 'BUILD' | 'TARGET', platform: string): [string, string][] {
  const [os = '', architecture = '', variant = ''] = platform.split('/')
  return [
    [`${side}PLATFORM`, platform],
    [`${side}OS`, os],
    [`${side}ARCH`, architecture],
    [`${side}VARIANT`, variant],
  ]
}
