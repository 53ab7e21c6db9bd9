import { readFile } from 'node:fs/promises'
import { isAbsolute, normalize } from 'node:path'
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { NotUnderstoodError, type Problem } from './problems.ts'

/** What a world file says under `github`: all that GitHub would provide to the run. */
export interface WorldGithub {
  readonly event?: string
  readonly repository?: string
  readonly ref?: string
  readonly sha?: string
  readonly actor?: string
  readonly inputs: Readonly<Record<string, string>>
  readonly vars: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** What the checkout has besides the files of the workflow's repository, by path. */
  readonly files: Readonly<Record<string, string>>
}

const texts = ['event', 'repository', 'ref', 'sha', 'actor'] as const
const maps = ['inputs', 'vars', 'secrets', 'files'] as const

/**
 * Reads the part of a world file that only the runner knows. `${endpoint:HOST}` in a value becomes
 * the address at which the simulator serves that host. Throws NotUnderstoodError with the place of
 * everything that is wrong.
 */
export async function readWorldGithub(
  file: string,
  endpoints: Readonly<Record<string, string>>,
): Promise<WorldGithub> {
  const lines = new LineCounter()
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines })
  const reader = new SectionReader({ file, document, lines, endpoints })
  const section = reader.read()
  if (reader.problems.length > 0) throw new NotUnderstoodError(reader.problems)
  return section
}

interface Source {
  readonly file: string
  readonly document: Document
  readonly lines: LineCounter
  readonly endpoints: Readonly<Record<string, string>>
}

class SectionReader {
  readonly problems: Problem[] = []
  readonly #source: Source

  constructor(source: Source) {
    this.#source = source
  }

  read(): WorldGithub {
    this.#refuseUnknownKeys()
    const facts: Partial<Record<(typeof texts)[number], string>> = {}
    for (const key of texts) {
      const text = this.#text(['github', key])
      if (text !== undefined) facts[key] = text
    }
    const [inputs = {}, vars = {}, secrets = {}, files = {}] = maps.map((key) => this.#texts(key))
    for (const path of Object.keys(files)) this.#refuseOutside(path)
    return { ...facts, inputs, vars, secrets, files }
  }

  #refuseUnknownKeys(): void {
    const known: readonly string[] = [...texts, ...maps]
    for (const key of this.#keysOf(['github'])) {
      if (known.includes(key)) continue
      this.#add(['github', key], `github knows no '${key}'. Known keys: ${known.join(', ')}.`)
    }
  }

  #refuseOutside(path: string): void {
    const normal = normalize(path)
    if (!isAbsolute(normal) && normal !== '.' && !normal.startsWith('..')) return
    this.#add(['github', 'files', path], `'${path}' has to be the path of a file in the checkout.`)
  }

  #texts(section: string): Readonly<Record<string, string>> {
    const keys = this.#keysOf(['github', section])
    return Object.fromEntries(keys.map((key) => [key, this.#text(['github', section, key]) ?? '']))
  }

  #keysOf(path: readonly string[]): readonly string[] {
    const node = this.#source.document.getIn(path, true)
    if (node === undefined) return []
    if (isMap(node)) return node.items.map(({ key }) => String(key))
    this.#add(path, `${path.join('.')} has to be a mapping.`)
    return []
  }

  #text(path: readonly string[]): string | undefined {
    const node = this.#source.document.getIn(path, true)
    if (node === undefined) return undefined
    if (!isScalar(node)) {
      this.#add(path, `${path.join('.')} has to be a text.`)
      return undefined
    }
    // As it was written: 1.10 stays 1.10.
    const text = node.value === null ? '' : (node.source ?? '')
    return text.replaceAll(/\$\{endpoint:([^}]*)\}/g, (_, host: string) =>
      this.#endpoint(path, host),
    )
  }

  #endpoint(path: readonly string[], host: string): string {
    const { endpoints } = this.#source
    const url = endpoints[host]
    if (url === undefined) {
      const known = Object.keys(endpoints).join(', ') || 'none'
      this.#add(path, `The world has no endpoint '${host}'. It has: ${known}.`)
    }
    return url ?? ''
  }

  #add(path: readonly string[], message: string): void {
    const { file, document, lines } = this.#source
    // Nodes, which is what `true` asks for, know their range.
    const node = document.getIn(path, true) as { range?: readonly number[] | null } | undefined
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0)
    this.problems.push({ file, line, column: col, message })
  }
}
