/** A workflow command that a step printed, such as `::warning file=app.ts::Look here`. */
export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * Reads a printed line as a workflow command; undefined for every other line. The grammar and its
 * escapes are those of the toolkit:
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const match = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/s.exec(line)
  if (match === null) return undefined
  const [, name = '', properties = '', message = ''] = match
  return {
    name: name.toLowerCase(),
    properties: parseProperties(properties),
    message: unescapeData(message),
  }
}

function parseProperties(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').flatMap((part) => {
    const at = part.indexOf('=')
    return at > 0 ? [[part.slice(0, at).trim(), unescapeProperty(part.slice(at + 1))] as const] : []
  })
  return Object.fromEntries(pairs)
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}
