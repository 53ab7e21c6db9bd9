import { variableNameProblem, type Problem } from '@deploy-actions/action-kit'
import { rawKey, type Notation } from '../document/index.ts'
import type { Export, SecretRequest } from '../request.ts'

/** Reads `KEY`, or `KEY=NAME` for another name; for a raw secret the name alone. */
export function parseExports(items: readonly string[], notation: Notation): readonly Export[] {
  return items.map((item) => {
    const at = item.indexOf('=')
    const key = item.slice(0, at < 0 ? undefined : at).trim()
    return { key: notation === 'raw' ? rawKey : key, name: item.slice(at + 1).trim() }
  })
}

/** What is wrong with the names under which keys are exported. A file takes any name, but none twice. */
export function exportProblems(
  secrets: readonly Pick<SecretRequest, 'exports'>[],
  isFile: boolean,
): readonly Problem[] {
  const names = secrets.flatMap(({ exports = [] }) => exports.map(({ name }) => name))
  const repeated = names.filter((name, i) => names.indexOf(name) < i)
  return [
    ...[...new Set(names)].flatMap((name) => nameProblem(name, isFile)),
    ...[...new Set(repeated)].map((name) => ({ path: 'export', message: `has ${name} twice` })),
  ]
}

function nameProblem(name: string, isFile: boolean): readonly Problem[] {
  const message = name === '' ? 'has an item without a name' : variableNameProblem(name)
  return message === undefined || (isFile && name !== '')
    ? []
    : [{ path: 'export', message: `${name}: ${message}` }]
}
