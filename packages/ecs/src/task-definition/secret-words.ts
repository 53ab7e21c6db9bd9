import { isNoSecret, isSecretName, secretPartsOf } from '@deploy-actions/action-kit'

/** The secrets among the words of a command, each of which may be a line for a shell. */
export function secretsInWords(words: readonly string[]): readonly string[] {
  const lines = words.map((word) => word.split(/[\s"'()]+/).filter((part) => part !== ''))
  return [
    ...words.flatMap(secretPartsOf),
    ...[words, ...lines].flatMap((line) => [...afterOptions(line), ...attachedPasswords(line)]),
  ]
}

/** `--password …`, `-a …`, `-u name:…`: what a word says of the next one. */
function afterOptions(line: readonly string[]): readonly string[] {
  return line.flatMap((word, i) => {
    const name = /^--?([A-Za-z][\w-]*)$/.exec(word)?.[1]
    const next = line[i + 1] ?? ''
    if (name === undefined || next.startsWith('-') || isNoSecret(next)) return []
    if (/^(?:u|user)$/.test(name)) return /^[^:/\s]+:([^\s]+)$/.exec(next)?.[1] ?? []
    // With most programs that are no clients of a database, -p is a port.
    const isShort = /^-[pa]$/.test(word) && !/^[\d.,:/-]+$/.test(next)
    return isSecretName(name) || isShort ? next : []
  })
}

/** The clients of MySQL take the password right behind `-p`. */
function attachedPasswords(line: readonly string[]): readonly string[] {
  if (!line.some((word) => /^(?:mysql|mariadb)/.test(word))) return []
  return line.flatMap((word) => /^-p(.+)$/.exec(word)?.[1] ?? []).filter((one) => !isNoSecret(one))
}
