/** What `${name}` can stand for. */
export interface Variables {
  /** Name, such as `region` or `tf.url`, to its text. */
  readonly texts: ReadonlyMap<string, string>
  /** Names that stand for more than a text, each to the names of its parts. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}
