/** What is wrong with one attempt. */
export interface Finding {
  /** The same for the same cause: numbers and excerpts that differ each time are not part of it. */
  readonly key: string
  /** What happened, for the user, with nothing secret in it. */
  readonly message: string
  /** What the user can do about it. */
  readonly remedy: string
}
