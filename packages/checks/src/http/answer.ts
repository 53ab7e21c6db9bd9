import type { NoAnswer } from './no-answer.ts'

/** A complete answer, after the redirects that were followed. */
export interface Answer {
  readonly kind: 'answer'
  readonly status: number
  /** Names in lower case; several of one name are joined by a comma. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
  /** The body is longer than what was read of it. */
  readonly truncated: boolean
  /** When the first of the certificates seen ends, in milliseconds since the epoch. */
  readonly certificateEndsAt: number | undefined
  /** From connecting to the last byte, redirects included. */
  readonly latencyMs: number
}

/** What became of a request. */
export type Fetched = Answer | NoAnswer
