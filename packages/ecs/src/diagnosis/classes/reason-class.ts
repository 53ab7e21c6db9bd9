import type { ReasonKind } from '../kinds.ts'

/** A reason as ECS gave it, with what is known of the task that it is about. */
export interface ToldReason {
  /** The whole text, names included. */
  readonly text: string
  readonly container?: string | undefined
  /** What the container may use, in MiB, where it has a limit of its own. */
  readonly containerMemory?: string | undefined
  /** What the task may use, in MiB. */
  readonly taskMemory?: string | undefined
}

/** What to do: the same for the whole class, or with the names that are in the reason. */
export type Remedy = string | ((reason: ToldReason) => string)

/** A class of reasons that ECS and its agent give, and what to do about it. */
export interface ReasonClass {
  readonly kind: ReasonKind
  /** All of them are in the reason; the words around them change between agent versions. */
  readonly patterns: readonly [RegExp, ...RegExp[]]
  readonly remedy: Remedy
}

/** What to do about a reason that is in nobody's words. */
export const unknownRemedy =
  'Look at the reason that ECS gives above; when it is transient, run the step again.'

/** The remedy of a class for one reason. */
export function remedyFor({ remedy }: ReasonClass, reason: ToldReason): string {
  return typeof remedy === 'string' ? remedy : remedy(reason)
}

/** The first class all of whose patterns are in the text. */
export function findClass(classes: readonly ReasonClass[], text: string): ReasonClass | undefined {
  return classes.find(({ patterns }) => patterns.every((pattern) => pattern.test(text)))
}
