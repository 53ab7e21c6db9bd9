import { isSecretName } from './secret-name.ts'

/**
 * The passwords and keys inside of a text: in the user part of a URL (also one of several hosts), after a name that speaks of
 * a secret (in a connection string, JSON, an option of a command, an assignment of a shell), and in a header. Each
 * comes as it is written, decoded, and encoded as a URL has it, since drivers print any of these.
 */
export function secretPartsOf(text: string): readonly string[] {
  const parts = [...urlPasswords(text), ...namedSecrets(text), ...headerSecrets(text)]
  return [...new Set(parts.flatMap(formsOf))]
}

/**
 * By a regular expression on the text as it is: URL parsers refuse several hosts, and encode what the
 * application reads raw. The user part ends at the last @ before the path.
 */
function urlPasswords(text: string): readonly string[] {
  return [...text.matchAll(/[a-z][a-z\d+.-]{0,30}:\/\/([^/?#\s]*)@/gi)].flatMap(
    ([, userPart = '']) => {
      const colon = userPart.indexOf(':')
      return colon < 0 ? [] : [userPart.slice(colon + 1)]
    },
  )
}

/** `NAME=`, `--name=`, `name: `, `"name":`; what follows is looked at by itself, since names stand in values too. */
const nameAndSign = /(?<![\w.-])([\w.-]+)(?:["']?\s*=\s*|["']\s*:\s*|:\s+)/g
const namedValue = /"((?:[^"\\]|\\.)*)"|'([^']*)'|([^;&\s]+)/y

/** `Server=db;Password=…;`, `host=db password=…`, `jdbc:…?password=…`, `--api-key=…`, `{"token":"…"}`. */
function namedSecrets(text: string): readonly string[] {
  return [...text.matchAll(nameAndSign)].flatMap((match) => {
    const [all, name = ''] = match
    if (!isSecretName(name) && !connectionName.test(name)) return []
    namedValue.lastIndex = match.index + all.length
    const [, double, single, bare = ''] = namedValue.exec(text) ?? []
    const quoted = double ?? single
    const values = quoted === undefined ? bareValues(bare) : [quoted]
    return values.filter((value) => !isNoSecret(value))
  })
}

/** Names that speak of secrets in the connection strings of Microsoft only: elsewhere PWD is a directory. */
const connectionName = /^-*(?:pwd|accountkey|sharedaccesskey|sharedaccesssignature)$/i

/** Where nothing says how far a value goes, it may end at a comma, a quote or a bracket, or have them in it. */
function bareValues(bare: string): readonly string[] {
  return [bare, /^[^,"'`)}\]|]*/.exec(bare)?.[0] ?? '']
}

/** `Authorization: Bearer …`, with or without the name. */
function headerSecrets(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:Bearer|Basic) +([\w.~+/=-]{4,})/gi)].flatMap(
    ([, value = '']) => value,
  )
}

/** A reference to a variable of the shell, and a path (of a file with the secret, say), are none. */
export function isNoSecret(value: string): boolean {
  return (
    value === '' ||
    /^\$(?:[A-Z_][A-Z\d_]*|\{[^}]*\}|\(.*)$/.test(value) ||
    (/^\.{0,2}\/[\w./-]*$/.test(value) && !isOpaque(value))
  )
}

/** Sixteen characters in a row, with digits among the letters: nobody would write that by hand. */
export function isOpaque(value: string): boolean {
  const runs = value.match(/[A-Za-z0-9+_~-]{16,}/g) ?? []
  return runs.some((run) => /\d/.test(run) && /[A-Za-z]/.test(run))
}

function formsOf(raw: string): readonly string[] {
  const decoded = decode(raw)
  // Half of a surrogate pair can be written in JSON, and in no URL.
  if (!decoded.isWellFormed()) return [raw, decoded]
  return [raw, decoded, encodeURIComponent(decoded), encodeURI(decoded)]
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
