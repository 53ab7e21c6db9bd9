import type { OutputKind } from './host.ts'

/**
 * What is hidden, and what is not. A declared secret (an input marked `sensitive`, a credential that
 * an input holds) is hidden from `shortestDeclared` characters on. A guess (a variable whose name or
 * form speaks of a secret) must be longer, and no ordinary word: a password `sandbox` would turn every
 * path, name and link of the log into `***`, and tell its reader the password by that.
 */
const shortestDeclared = 6

/** Fewer characters appear everywhere by chance: a guess that is shorter is none. */
export const shortestGuess = 8

/** Environments, and the passwords of countless examples: everybody's words, so nobody's secret. */
const ordinaryWords = new Set([
  ...['development', 'localhost', 'preview', 'production', 'sandbox', 'staging', 'testing'],
  ...['changeme', 'password', 'postgres', 'postgresql', 'username'],
])

/**
 * Whether a value that was only guessed to be secret may be hidden. `publicNames` are those of things
 * that the log has to name (family, cluster, service): a value that is a part of one stays readable.
 */
export function mayHideGuess(value: string, publicNames: readonly string[]): boolean {
  const word = value.toLowerCase()
  return (
    value.length >= shortestGuess &&
    !ordinaryWords.has(word) &&
    !publicNames.some((name) => name.toLowerCase().includes(word))
  )
}

/**
 * Remembers values that may not be shown, and hides them in text. GitHub hides masked values in the
 * log only; summaries, outputs and error texts pass through here as well.
 */
export class Masker {
  readonly #values = new Set<string>()

  /**
   * Takes a value and each of its lines (of which a short one is no more than a guess); gives those
   * that are long enough to be hidden.
   */
  add(value: string): readonly string[] {
    const whole = value.trim()
    const lines = whole.split(/\r?\n/).map((line) => line.trim())
    const parts = [
      ...(whole.length >= shortestDeclared ? [whole] : []),
      ...lines.filter((line) => line.length >= shortestGuess),
    ]
    const added = new Set(parts.filter((part) => !this.#values.has(part)))
    for (const part of added) {
      this.#values.add(part)
      // JSON has quotes and backslashes escaped; the runner hides that form in the log by itself.
      this.#values.add(JSON.stringify(part).slice(1, -1))
    }
    return [...added]
  }

  /** The text with every masked value replaced by `***`; longer values first. */
  hide(text: string): string {
    return this.#replace(text, () => true)
  }

  /**
   * The same for an output; in one that is data not inside of a longer path, name or ARN: a next step
   * needs `/tmp/sandbox-api.json` as it is, and no such output of this suite is made from a secret.
   */
  hideInOutput(text: string, kind: OutputKind = 'data'): string {
    if (kind === 'prose') return this.hide(text)
    return this.#replace(text, (before, after) => !isInIdentifier(before, after))
  }

  #replace(text: string, isHidden: (before: string, after: string) => boolean): string {
    const values = [...this.#values].toSorted((a, b) => b.length - a.length)
    return values.reduce(
      (hidden, value) =>
        hidden.replaceAll(value, (match, offset: number) =>
          isHidden(hidden.slice(0, offset), hidden.slice(offset + value.length)) ? '***' : match,
        ),
      text,
    )
  }
}

/** Whether what stands around a match goes on as a path, a name, an image or an ARN does. */
function isInIdentifier(before: string, after: string): boolean {
  // In JSON, the n of \n belongs to no word.
  const head = before.replace(/\\[a-z"\\]$/, ' ')
  return /[\w/-]$|[\w/-][.:@]$/.test(head) || /^[\w/-]|^[.:@][\w/-]/.test(after)
}
