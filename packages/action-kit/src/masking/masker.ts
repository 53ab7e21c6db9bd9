import type { OutputKind } from '../host.ts'
import { base64Forms, writtenForms } from './forms.ts'
import { isOrdinary, shortestSecret } from './ordinary.ts'
import { partsOfSecret } from './parts-of-secret.ts'

/** Fewer characters appear everywhere by chance: a guess, or a line of a secret, that is shorter is none. */
export const shortestGuess = 8

/**
 * Whether a value that was only guessed to be secret may be hidden: it is longer than one that is known to be, and
 * neither ordinary (see `isOrdinary`) nor a part of one of the `publicNames`, which the log has to name (family, cluster, service).
 */
export function mayHideGuess(value: string, publicNames: readonly string[]): boolean {
  return value.length >= shortestGuess && mayHide(value, publicNames)
}

function mayHide(value: string, publicNames: readonly string[]): boolean {
  const word = value.toLowerCase()
  return !isOrdinary(value) && !publicNames.some((name) => name.toLowerCase().includes(word))
}

/**
 * Remembers values that may not be shown, and hides them in text. GitHub hides masked values in the
 * log only; summaries, outputs and error texts pass through here as well.
 *
 * Of a value that is given to it these are hidden: the whole from `shortestSecret` characters on, each of its lines from
 * `shortestGuess` on, and the passwords and tokens in it (see `partsOfSecret`); each as programs print it: as it is, in
 * JSON, in an address, in a line for a shell, in Markdown, and the whole and the passwords also in base64. None of it is hidden
 * where it is ordinary, or a part of a name that the log has to name.
 */
export class Masker {
  /** All that is hidden, by how it begins: a long text is gone through once, however many there are. */
  readonly #hidden = new Map<string, Set<string>>()

  /**
   * Takes a value, and names that stay readable. Gives what is new to GitHub's runner, which hides every line of what it is given:
   * so each is one line, and none is empty, short or ordinary.
   */
  add(value: string, publicNames: readonly string[] = []): readonly string[] {
    const { wholes, lines } = partsOfSecret(value)
    const forms = [
      ...wholes
        .filter((whole) => mayHide(whole, publicNames))
        .flatMap((whole) => [...writtenForms(whole), ...base64Forms(whole)]),
      ...lines.filter((line) => mayHideGuess(line, publicNames)).flatMap(writtenForms),
    ]
    const added = forms.filter((form) => !isOrdinary(form) && this.#remember(form))
    return added.filter((form) => !/[\r\n]/.test(form))
  }

  #remember(form: string): boolean {
    const beginning = form.slice(0, shortestSecret)
    const alike = this.#hidden.get(beginning) ?? new Set()
    const isNew = !alike.has(form)
    this.#hidden.set(beginning, alike.add(form))
    return isNew
  }

  /** The text with every masked value replaced by `***`; values that overlap by one. */
  hide(text: string): string {
    return replaceSpans(text, [...this.#spansIn(text)])
  }

  /**
   * The same for an output; in one that is data not inside of a longer path, name or ARN: a next step
   * needs `/tmp/sandbox-api.json` as it is, and no such output of this suite is made from a secret.
   */
  hideInOutput(text: string, kind: OutputKind = 'data'): string {
    if (kind === 'prose') return this.hide(text)
    const spans = [...this.#spansIn(text)].filter((span) => !isInIdentifier(text, span))
    return replaceSpans(text, spans)
  }

  *#spansIn(text: string): Generator<Span> {
    if (this.#hidden.size === 0) return
    for (let start = 0; start <= text.length - shortestSecret; start += 1) {
      const alike = this.#hidden.get(text.slice(start, start + shortestSecret))
      for (const form of alike ?? []) {
        if (text.startsWith(form, start)) yield { start, end: start + form.length }
      }
    }
  }
}

/** A place in a text, from the character at `start` to the one before `end`. */
interface Span {
  readonly start: number
  readonly end: number
}

/** The text with `***` for each span; spans that overlap are one. They come in the order of their beginnings. */
function replaceSpans(text: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let shownFrom = 0
  for (const { start, end } of spans) {
    if (start >= shownFrom) parts.push(text.slice(shownFrom, start), '***')
    shownFrom = Math.max(shownFrom, end)
  }
  return [...parts, text.slice(shownFrom)].join('')
}

/** Whether what stands around a match goes on as a path, a name, an image or an ARN does. */
function isInIdentifier(text: string, { start, end }: Span): boolean {
  // In JSON, the n of \n belongs to no word.
  const head = text.slice(Math.max(0, start - 4), start).replace(/\\[a-z"\\]$/, ' ')
  return /[\w/-]$|[\w/-][.:@]$/.test(head) || /^[\w/-]|^[.:@][\w/-]/.test(text.slice(end, end + 2))
}
