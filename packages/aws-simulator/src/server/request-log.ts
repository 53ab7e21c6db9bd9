/** A call that arrived: what tests assert on besides the end state. */
export interface LoggedRequest {
  readonly operation: string
  readonly at: Date
  readonly input: unknown
  /** Name of the error that was answered, or `reset` for a connection that was cut. */
  error?: string
}
