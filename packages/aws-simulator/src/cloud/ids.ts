import { createHash } from 'node:crypto'

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** Identifiers that look like AWS's, the same in every run of the same world. */
export class Ids {
  readonly #seed: string
  #count = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  /** As of a task: 32 hexadecimal digits. */
  hex32(): string {
    return this.#digest().toString('hex').slice(0, 32)
  }

  /** As of a deployment or a service revision: 19 digits. */
  digits19(): string {
    const digits = [...this.#digest()].map((byte) => String(byte % 10)).join('')
    return `9${digits.slice(0, 18)}`
  }

  /** As of a service deployment: 21 letters and digits. */
  token21(): string {
    return [...this.#digest()]
      .slice(0, 21)
      .map((byte) => letters[byte % letters.length])
      .join('')
  }

  /** As of a request or an event. */
  uuid(): string {
    return this.hex32().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  #digest(): Buffer {
    this.#count += 1
    return createHash('sha256').update(`${this.#seed}/${this.#count}`).digest()
  }
}
