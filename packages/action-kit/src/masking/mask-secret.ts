import type { Host } from '../host.ts'
import { digitsOf, parseExactJson } from './exact-json.ts'

/**
 * Hides a value that is known to be secret, in every form in which it may be printed (see `Masker`); of one that is a JSON
 * document, each text in it as well. Ordinary values, and what is a part of one of the `publicNames`, stay readable.
 */
export function maskSecret(
  host: Pick<Host, 'mask'>,
  value: string,
  publicNames: readonly string[] = [],
): void {
  for (const text of [value, ...textsIn(parseJson(value))]) host.mask(text, publicNames)
}

/** How to mask a document whose keys are not all secret. */
export interface DocumentMasking {
  readonly publicNames?: readonly string[]
  /** Whether a key at the top of the document holds a setting, which stays readable. */
  readonly isConfig?: (key: string) => boolean
}

/**
 * Hides a JSON object as it is stored: the whole, as it stands and without white space, and the values of its keys that
 * are no settings, as {@link maskSecret} does. Its lines by themselves stay readable, since some hold settings. A text
 * that is no JSON object is one secret.
 */
export function maskDocument(
  host: Pick<Host, 'mask'>,
  text: string,
  { publicNames = [], isConfig = () => false }: DocumentMasking = {},
): void {
  const tree = parseJson(text)
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
    return maskSecret(host, text, publicNames)
  }
  const secrets = Object.entries(tree).flatMap(([key, value]: readonly [string, unknown]) =>
    isConfig(key) ? [] : textsIn(value),
  )
  const wholes = secrets.length === 0 ? [] : [text.trim(), JSON.stringify(tree)]
  for (const one of [...wholes.filter((whole) => !/[\r\n]/.test(whole)), ...secrets]) {
    host.mask(one, publicNames)
  }
}

/** All texts and numbers in a tree, and those in JSON that is a text of it. */
function textsIn(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree, ...textsIn(parseJson(tree))]
  const digits = digitsOf(tree)
  if (digits !== undefined) return [digits]
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(textsIn) : []
}

/** What a text stands for that is a JSON object or list; undefined for any other. */
function parseJson(text: string): unknown {
  return /^\s*[{[]/.test(text) ? parseExactJson(text) : undefined
}
