import { CannotTell } from '../cannot-tell.ts'

/** What variables of a word are filled with. */
export interface Scope {
  /** The character that escapes: a backslash, or what `# escape=` says. */
  readonly escape: string
  /** Undefined for a variable that is not set. Throws CannotTell where nobody knows. */
  find(name: string): string | undefined
}

/**
 * Fills the variables of a word of a Dockerfile, and takes its quotes off. Throws CannotTell for what the
 * builder refuses, and for edits of a value (`${name#pattern}`, `${name/old/new}`).
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expand(word: string, scope: Scope): string {
  const [text, rest] = expandUntil(word, '', scope)
  if (rest === '') return text
  throw new CannotTell(`Docker does not take ${word}, in which braces or quotes are not closed.`)
}

/** The text up to one of the ends given, or to the end of the word, and what follows it. */
function expandUntil(word: string, ends: string, scope: Scope): readonly [string, string] {
  let text = ''
  let rest = word
  const isOver = (): boolean => rest === '' || (ends !== '' && rest.startsWith(ends))
  while (!isOver()) {
    const [part, after] = next(rest, ends === '"', scope)
    text += part
    rest = after
  }
  return [text, rest]
}

function next(rest: string, isQuoted: boolean, scope: Scope): readonly [string, string] {
  const [first = '', second = ''] = rest
  if (first === '$') return variable(rest, scope)
  if (first === scope.escape) {
    const isKept = isQuoted && !['"', '$', scope.escape].includes(second)
    return [isKept ? first + second : second, rest.slice(1 + second.length)]
  }
  if (first === "'" && !isQuoted) {
    const end = rest.indexOf("'", 1)
    return end < 0 ? open(rest) : [rest.slice(1, end), rest.slice(end + 1)]
  }
  if (first === '"' && !isQuoted) return closed('"', expandUntil(rest.slice(1), '"', scope))
  return [first, rest.slice(first.length)]
}

function variable(rest: string, scope: Scope): readonly [string, string] {
  const plain = /^\$(?:(\w+)|\{(\w+)\})/.exec(rest)
  if (plain) {
    const [whole, bare, braced = ''] = plain
    return [scope.find(bare ?? braced) ?? '', rest.slice(whole.length)]
  }
  const start = /^\$\{(\w+)(:?)([-+?])/.exec(rest)
  if (start) return alternative(rest, start, scope)
  if (!rest.startsWith('${')) return ['$', rest.slice(1)]
  throw new CannotTell(`What ${rest} stands for is for docker to say: it edits a value.`)
}

/** `${name-word}`, `${name+word}` and `${name?word}`; with a colon an empty value is none. */
function alternative(
  rest: string,
  [start, name = '', colon, operator]: RegExpExecArray,
  scope: Scope,
): readonly [string, string] {
  const value = scope.find(name)
  const isSet = value !== undefined && (colon === '' || value !== '')
  const [word, end] = closed('}', expandUntil(rest.slice(start.length), '}', scope))
  if (operator === '+') return [isSet ? word : '', end]
  if (isSet) return [value, end]
  if (operator === '-') return [word, end]
  throw new CannotTell(`The variable ${name} is not set, and the Dockerfile asks for it.`)
}

function closed(end: string, [text, rest]: readonly [string, string]): readonly [string, string] {
  return rest.startsWith(end) ? [text, rest.slice(1)] : open(rest)
}

function open(rest: string): never {
  throw new CannotTell(`Docker does not take ${rest}, in which braces or quotes are not closed.`)
}
