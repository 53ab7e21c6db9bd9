/** Shorter values, and ordinary words, would take half of the log with them when masked. */
const minimumLength = 6

/**
 * Remembers values that may not be shown, and hides them in text. GitHub hides masked values in the
 * log only; summaries, outputs and error texts pass through here as well.
 */
export class Masker {
  readonly #values = new Set<string>()

  /** Takes a value and each of its lines; gives those that are long enough to be hidden. */
  add(value: string): readonly string[] {
    const parts = [value, ...value.split(/\r?\n/)].map((part) => part.trim())
    const added = parts.filter((part) => part.length >= minimumLength && !this.#values.has(part))
    for (const part of added) this.#values.add(part)
    return [...new Set(added)]
  }

  /** The text with every masked value replaced by `***`; longer values first. */
  hide(text: string): string {
    const values = [...this.#values].toSorted((a, b) => b.length - a.length)
    return values.reduce((hidden, value) => hidden.replaceAll(value, '***'), text)
  }
}
