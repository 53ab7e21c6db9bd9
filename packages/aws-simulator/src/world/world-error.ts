/** Where something stands in a world file; lines and columns count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** What is wrong, and where. */
export interface WorldProblem extends Position {
  readonly problem: string
}

/** A world that cannot be simulated: what is wrong and where, with a line of the message for each problem. */
export class WorldError extends Error {
  readonly file: string
  /** All that was found, in the order of the file. */
  readonly problems: readonly WorldProblem[]
  /** Where the first problem is. */
  readonly line: number
  readonly column: number
  /** The first problem, without its place. */
  readonly problem: string

  constructor(file: string, problems: readonly [WorldProblem, ...WorldProblem[]]) {
    const lines = problems.map((one) => `${file}:${one.line}:${one.column}: ${one.problem}`)
    super(lines.join('\n'))
    const [first] = problems
    this.name = 'WorldError'
    this.file = file
    this.problems = problems
    this.line = first.line
    this.column = first.column
    this.problem = first.problem
  }
}
