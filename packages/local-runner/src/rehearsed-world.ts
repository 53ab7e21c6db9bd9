import { relative, resolve } from 'node:path'
import { startSimulator, WorldError, type Simulator } from '@deploy-actions/aws-simulator'
import { NotUnderstoodError } from './problems.ts'

/** The AWS of a world file, for one rehearsal after another: each finds what the one before has left. */
export class RehearsedWorld implements AsyncDisposable {
  readonly file: string
  readonly simulator: Simulator
  #runs = 0

  private constructor(file: string, simulator: Simulator) {
    this.file = file
    this.simulator = simulator
  }

  /** Throws NotUnderstoodError with the place of everything that is wrong. */
  static async open(file: string): Promise<RehearsedWorld> {
    try {
      const simulator = await startSimulator({ world: { file: displayPath(file) } })
      return new RehearsedWorld(file, simulator)
    } catch (error) {
      if (!(error instanceof WorldError)) throw error
      throw new NotUnderstoodError(
        error.problems.map(({ problem: message, line, column }) => ({
          file: displayPath(file),
          line,
          column,
          message,
        })),
      )
    }
  }

  /** Counts a run; GitHub numbers them from 1. */
  countRun(): number {
    this.#runs += 1
    return this.#runs
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.simulator.stop()
  }
}

/** A path as messages have it: relative to where the user is, where that is shorter. */
export function displayPath(file: string): string {
  const path = relative(process.cwd(), resolve(file))
  return path.startsWith('..') ? resolve(file) : path
}
