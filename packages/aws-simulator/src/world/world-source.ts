import { readFile } from 'node:fs/promises'
import { LineCounter, isNode, parseDocument, type Document } from 'yaml'
import { WorldError, type Position, type WorldProblem } from './world-error.ts'

/** Steps from the top of the world to one of its parts. */
export type WorldPath = readonly (string | number)[]

/** What is wrong with one of the world's parts. */
export interface PathProblem {
  readonly path: WorldPath
  readonly problem: string
}

/** The text that a world came from: it knows where each part stands. */
export class WorldSource {
  readonly file: string
  readonly #document: Document | undefined
  readonly #lines: LineCounter

  constructor(file: string, document?: Document, lines = new LineCounter()) {
    this.file = file
    this.#document = document
    this.#lines = lines
  }

  /** The error that says that `problem` is at `path`, or at its nearest part that exists. */
  error(path: WorldPath, problem: string): WorldError {
    return new WorldError(this.file, [this.#place({ path, problem })])
  }

  /** The error of several problems, which it brings into the order of the file. */
  errors([first, ...others]: readonly [PathProblem, ...PathProblem[]]): WorldError {
    const placed = [first, ...others].map((one) => this.#place(one))
    const [earliest = this.#place(first), ...later] = placed.toSorted(
      (a, b) => a.line - b.line || a.column - b.column,
    )
    return new WorldError(this.file, [earliest, ...later])
  }

  #place({ path, problem }: PathProblem): WorldProblem {
    return { ...this.#position(path), problem }
  }

  #position(path: WorldPath): Position {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.#document?.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return this.#at(node.range[0])
    }
    return { line: 1, column: 1 }
  }

  #at(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset)
    return { line, column: col }
  }
}

/** Parses the YAML of a world; throws a WorldError at the first mistake of syntax. */
export function parseSource(text: string, file: string): { source: WorldSource; value: unknown } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [mistake] = document.errors
  if (mistake !== undefined) {
    const { line, col } = lines.linePos(mistake.pos[0])
    throw new WorldError(file, [{ line, column: col, problem: mistake.message }])
  }
  return { source: new WorldSource(file, document, lines), value: document.toJS() ?? {} }
}

/** Reads a file; throws a WorldError when that cannot be done. */
export async function readSource(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new WorldError(file, [{ line: 1, column: 1, problem: 'The file cannot be read.' }])
  }
}
