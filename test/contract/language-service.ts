import { createRequire, findPackageJSON, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { validate as Validate, ValidationConfig } from '@actions/languageservice'

type TextDocument = Parameters<typeof Validate>[0]

// The service imports its schemas as JSON without the attribute that Node asks for.
const hooks = registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})
const { validate } = await import('@actions/languageservice')
hooks.deregister()

// The service takes documents of a class that only it depends on, so that its type cannot be imported.
const require = createRequire(findPackageJSON('@actions/languageservice', import.meta.url) ?? '')
const { TextDocument } = require('vscode-languageserver-textdocument') as {
  readonly TextDocument: {
    create(uri: string, language: string, version: number, text: string): TextDocument
  }
}

/** What GitHub's own language service finds in a workflow or an action.yml: `line: message` each. */
export async function problemsIn(
  path: string,
  text: string,
  config: ValidationConfig = {},
): Promise<string[]> {
  const document = TextDocument.create(pathToFileURL(path).href, 'yaml', 1, text)
  const diagnostics = await validate(document, config)
  return diagnostics.map(({ range, message }) => {
    const said = typeof message === 'string' ? message : message.value
    return `${range.start.line + 1}: ${said}`
  })
}
