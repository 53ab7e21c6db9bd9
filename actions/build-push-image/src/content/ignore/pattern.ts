/** One pattern of a .dockerignore, ready to be asked about paths. */
export interface Pattern {
  /** Without the `!`. */
  readonly text: string
  /** Takes back what patterns before it left out. */
  readonly isException: boolean
  matches(path: string): boolean
}

/**
 * Compiles a pattern by the rules of the builder's own matcher, which are neither those of a shell nor of
 * git: `**x` matches whatever ends with x, `a**` whatever begins with a, and only where other wildcards
 * stand beside it does `**` mean folders. Undefined for a pattern that the builder refuses, or whose
 * meaning depends on the expressions of Go.
 * https://github.com/moby/patternmatcher/blob/main/patternmatcher.go, compile
 */
export function compilePattern(text: string, isException: boolean): Pattern | undefined {
  // The builder cleans `!/` once more, and nothing is left of it.
  if (text === '' || (isException && text === '/') || !isReadable(text)) return undefined
  const matches = matcherOf(text)
  return matches && { text, isException, matches }
}

function matcherOf(text: string): Pattern['matches'] | undefined {
  if (isLiteral(text)) return (path) => path === text
  const [ending, beginning] = [text.slice(2), text.slice(0, -2)]
  if (text.startsWith('**') && isLiteral(ending)) {
    const whole = ending.startsWith('/') ? ending.slice(1) : undefined
    return (path) => path.endsWith(ending) || path === whole
  }
  if (text.endsWith('**') && isLiteral(beginning)) return (path) => path.startsWith(beginning)
  try {
    const expression = new RegExp(`^${[...tokensOf(text)].join('')}$`, 'u')
    return (path) => expression.test(path)
  } catch {
    return undefined
  }
}

function isLiteral(text: string): boolean {
  return !/[*?[\]\\]/.test(text)
}

/** Whether escapes are of marks, and brackets hold nothing but characters and ranges. */
function isReadable(text: string): boolean {
  const rest = text.replaceAll(/\\[ -/:-@[-`{-~]|\[\^?(?!-)(?:[^\][\\^*?]|\[(?!:))+(?<!-)\]/g, '')
  return !/[[\\]/.test(rest)
}

/** The parts of a regular expression that says what a pattern says. */
function* tokensOf(text: string): Generator<string> {
  const tokens = /\*\*\/?|\\.|\[[^\]]+\]|./gsu
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const isLast = index + token.length === text.length
    if (token.startsWith('**')) yield isLast ? '[^\\n]*' : '(?:[^\\n]*/)?'
    else if (token === '*') yield '[^/]*'
    else if (token === '?') yield '[^/]'
    else if (token.startsWith('\\')) yield literal(token.slice(1))
    // Outside of brackets the builder leaves ^ to its expressions, where it is the beginning.
    else yield token.startsWith('[') || token === '^' ? token : literal(token)
  }
}

function literal(character: string): string {
  return /[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character
}
