/** Digits and letters in a row, as keys, tokens and encoded bytes are written; `=` only where it pads. */
const shortestRun = 16
const run = /[A-Za-z0-9+/_-]{16,}={0,2}/

/** What is as long and as odd, and has to be read: names, ids and places that everybody may know. */
const readable = [
  /\barn:aws[\w-]*:[^\s"',;)\]}]+/,
  /\bsha\d{3}(?::[0-9a-f]{32,}|-[A-Za-z0-9+/]{43,}={0,2})/,
  // Images of a registry, with the tag.
  /(?<![/\w.@-])[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/[a-z\d._-]+)+:[\w.-]+/,
  // UUIDs, traces of W3C and of X-Ray, and the ids of EC2.
  /(?<![\w/-])[A-Za-z_/-]{0,100}\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/i,
  /(?<![\w-])[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(?![\w-])/,
  /(?<![\w-])1-[0-9a-f]{8}-[0-9a-f]{24}(?![\w-])/,
  /(?<![\w/-])[a-z_/-]{0,100}\b[a-z]{1,8}-[0-9a-f]{17}(?![\w-])/,
  /(?<![\w-])[\w-]{0,20}?(?:request|trace|span|correlation|task|deployment)[-_ ]?id["']?[:= ]\s*["']?[\w+/=-]+/i,
  /\b(?:commit|revision)["']?[:= ]\s*["']?[0-9a-f]{40}\b/i,
  // Addresses, symbols of Rust, times.
  /\b(?:\d+\/)?0x[0-9a-f]+/i,
  /::h[0-9a-f]{16}\b/,
  /\b\d{8}T\d{6}Z?/,
  // Files, as stack traces name them; in an address of the web such a path may hold a token.
  /(?:(?<![\w/.:-])|(?<=\b(?:file|node|webpack|webpack-internal):\/{0,2}))(?:[\w@.()+~-]*\/)+[\w@.()+~-]+\.(?:[cm]?[jt]sx?|py|rb|rs|go|java|kt|scala|php|exs?|cs|cpp|cc?|so|dll|jar|json|ya?ml|toml|sql|pem|crt|log)(?![\w/])/,
]

const sources = readable.map(({ source, flags }) => `(?${flags}:${source})`)
const either = new RegExp(`(${sources.join('|')})|${run.source}`, 'g')

/** Parts of words as people join them: `Base64`, `createHmac`, `i18next`, `HTTP`, `x509`. */
const joinedWords = /^(?:[a-z](?=\d))?(?:[A-Z]?[a-z]{2,}|[A-Z]+(?![a-z])|\d+)*[a-z]?$/

/** So many characters that belong to no word: a few stand in many names (`x86`, `a1b2c3d`). */
const fewestOdd = 10

/** How addresses and paths begin; encoded bytes hardly ever do. */
const beginning = /^\/*(?:(?:[a-z][a-z_-]{1,15}|v\d)\/)*/

/**
 * The text with `***` in the place of everything that has the form of a token: sixteen characters in a row or more, with
 * letters and digits, that are no words, and no id or place that a log needs.
 */
export function hideTokenRuns(text: string): string {
  return text.replaceAll(either, (all, isReadable: string | undefined) => {
    const token = isReadable === undefined ? tokenIn(all) : undefined
    return token === undefined ? all : `${all.slice(0, -token.length)}***`
  })
}

/** All that has the form of a token in a text. */
export function tokenRunsIn(text: string): readonly string[] {
  return [...text.matchAll(either)].flatMap(([all, isReadable]) =>
    isReadable === undefined ? (tokenIn(all) ?? []) : [],
  )
}

function tokenIn(text: string): string | undefined {
  const token = text.replace(beginning, '')
  if (token.length < shortestRun || !/\d/.test(token) || !/[A-Za-z]/.test(token)) return undefined
  const odd = token.split(/[^A-Za-z\d]+/).filter((part) => !isWordy(part))
  return odd.join('').length >= fewestOdd ? token : undefined
}

function isWordy(part: string): boolean {
  if (!/[a-z]/.test(part)) return /^(?:\d+[A-Z]*|[A-Z]+\d*)$/.test(part)
  return joinedWords.test(part) && (part.match(/\d+/g) ?? []).length <= 2
}
