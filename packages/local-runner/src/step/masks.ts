/**
 * What must never be seen, and the hiding of it. Whatever is printed or handed on goes through
 * hide().
 */
export class Masks {
  readonly #values = new Set<string>()
  #longestFirst: readonly string[] | undefined

  constructor(values: Iterable<string> = []) {
    for (const value of values) this.add(value)
  }

  /**
   * Hides a value from now on: whole, each of its lines, and as it looks in JSON, in a URL and in
   * base64, as GitHub's runner does.
   */
  add(value: string): void {
    for (const form of [value, ...value.split(/\r?\n/)]) {
      if (form.trim() === '') continue
      for (const look of looksOf(form)) this.#values.add(look)
    }
    this.#longestFirst = undefined
  }

  /** The text with every masked value replaced by three asterisks. */
  hide(text: string): string {
    this.#longestFirst ??= [...this.#values].toSorted((a, b) => b.length - a.length)
    return this.#longestFirst.reduce((hidden, value) => hidden.replaceAll(value, '***'), text)
  }

  /** The same entries with every value hidden as far as it has to be. */
  hideValues(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const hidden: Record<string, string> = {}
    for (const [key, value] of Object.entries(values)) hidden[key] = this.hide(value)
    return hidden
  }

  /** Whether the text contains a masked value. */
  touches(text: string): boolean {
    return this.hide(text) !== text
  }
}

function looksOf(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1)
  return [value, json, encodeURIComponent(value), Buffer.from(value, 'utf8').toString('base64')]
}
