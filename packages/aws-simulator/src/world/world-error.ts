/** Where something stands in a world file; lines and columns count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A world that cannot be simulated: what is wrong and where. */
export class WorldError extends Error {
  readonly file: string
  readonly line: number
  readonly column: number
  /** What is wrong, without its place. */
  readonly problem: string

  constructor(file: string, { line, column }: Position, problem: string) {
    super(`${file}:${line}:${column}: ${problem}`)
    this.name = 'WorldError'
    this.file = file
    this.line = line
    this.column = column
    this.problem = problem
  }
}
