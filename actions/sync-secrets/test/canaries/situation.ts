import type { World } from '@deploy-actions/aws-simulator'
import type { Canary, Draw } from './canary.ts'

/** A world and inputs in which canaries stand, and how the step ends there. */
export interface Situation {
  readonly world: World
  readonly inputs: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
  /** Files that the inputs name by `$folder/NAME`. */
  readonly files?: Readonly<Record<string, string>>
  /** The outcome, and the reason of a red one. */
  readonly ends: string
}

/** What a situation is made of: two canaries, and a source of further choices. */
export interface Ingredients {
  readonly given: Canary
  readonly stored: Canary
  readonly draw: Draw
}

/** Makes a situation of them. */
export type Make = (ingredients: Ingredients) => Situation

/** Situations by what they are. */
export type Situations = Readonly<Record<string, Make>>

export const app = { 'secret-id': 'app' }
export const json = (value: unknown): string => JSON.stringify(value)

/** A world with the secret `app`. */
export function holding(value: unknown, more: object = {}): World {
  // Whatever a test stores, it is a mapping or a text.
  return { secrets: [{ name: 'app', value, ...more } as NonNullable<World['secrets']>[number]] }
}
