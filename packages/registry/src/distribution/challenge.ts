/** What a registry wants to be shown before it answers. */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  readonly scheme: string
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>
}

// A scheme that stands alone, or a parameter: name=token or name="text".
const piece =
  /\s*,?\s*(?:(?<name>[\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s,"]+))|(?<scheme>[\w!#$%&'*+.^`|~-]+)(?=\s|,|$))/y

/**
 * Reads a WWW-Authenticate header, which may hold several challenges; what does not follow the grammar
 * ends the reading. https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = []
  piece.lastIndex = 0
  for (let match = piece.exec(header); match !== null; match = piece.exec(header)) {
    const { scheme, name, quoted, bare } = match.groups ?? {}
    if (scheme !== undefined) {
      challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() })
    } else if (name !== undefined) {
      const value = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? ''
      challenges.at(-1)?.parameters.set(name.toLowerCase(), value)
    }
  }
  return challenges
}
