/** One reason why a file is not understood, and where. Lines and columns count from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** What was asked for cannot be rehearsed: nothing has run, and every problem found is listed. */
export class NotUnderstoodError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'NotUnderstoodError'
    this.problems = problems
  }
}

/** Renders a problem the way compilers do, so that editors can jump to it. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`
}
