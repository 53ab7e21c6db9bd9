import { ActionError } from '@deploy-actions/action-kit'
import { textOf, type Document } from '../document/index.ts'

/**
 * Writes values as dotenv, each in quotes that the field's own parser and a shell that sources the file read back as the same value.
 * Throws an `input` error for a value that no quotes can hold so: no shell may run a part of it.
 */
export async function formatDotenv(values: Document): Promise<string> {
  const { parse } = await import('dotenv')
  const lines = [...values].map(([name, value]) => {
    const text = textOf(value)
    if (!/^[A-Za-z_]\w*$/.test(name)) return badName(name)
    // A quote in the text, or one that a backslash before it hides, would be read together with the next lines.
    const quotes = /[$`\\!]/.test(text) ? ["'"] : ["'", '"']
    const line = quotes
      .filter((quote) => !text.includes(quote) && !text.endsWith('\\'))
      .map((quote) => `${name}=${quote}${text}${quote}`)
      .find((candidate) => isReadBack(parse(candidate), name, text))
    return line ?? cannotBeWritten(name)
  })
  return `${lines.join('\n')}\n`
}

function isReadBack(parsed: Readonly<Record<string, string>>, name: string, text: string): boolean {
  return Object.keys(parsed).length === 1 && parsed[name] === text
}

function badName(name: string): never {
  throw new ActionError({
    code: 'input',
    message: `Input export-file: ${name} is no name of a variable that a shell takes from a file in dotenv.`,
    remedy: 'Give another one with KEY=NAME in export, or name a file that ends in .json.',
  })
}

function cannotBeWritten(name: string): never {
  throw new ActionError({
    code: 'input',
    message: `Input export-file: the value of ${name} has quotes that dotenv and shells read differently, or ends with a backslash, so that it cannot be written as dotenv.`,
    remedy: 'Name a file that ends in .json.',
  })
}
