/**
 * Thrown where something that changes the image cannot be known before it is built. The message is a whole
 * sentence, or some: what it is, and what to write instead where there is something.
 */
export class CannotTell extends Error {
  override readonly name = 'CannotTell'
}
