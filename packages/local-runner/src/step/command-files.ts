import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WorkflowError } from '../workflow-error.ts'

/** A step wrote something into one of its files that GitHub would refuse. */
export class FileCommandError extends WorkflowError {
  constructor(file: string, reason: string) {
    super(`Unable to process file command '${file}' successfully. ${reason}`)
    this.name = 'FileCommandError'
  }
}

/** What a step wrote into its GITHUB_* files. */
export interface FileCommands {
  readonly outputs: Readonly<Record<string, string>>
  readonly environment: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly paths: readonly string[]
  readonly summary: string
  /** Why GitHub would not show the summary; it fails nothing. */
  readonly summaryProblem?: string
}

const names = { output: 'GITHUB_OUTPUT', env: 'GITHUB_ENV', state: 'GITHUB_STATE' } as const
const plainNames = { path: 'GITHUB_PATH', summary: 'GITHUB_STEP_SUMMARY' } as const

/** GitHub does not upload a longer summary. */
const maximumSummaryKibibytes = 1024

/** The empty files that one step is given; `read` takes in what it wrote, `remove` deletes them. */
export class CommandFiles {
  readonly #folder: string
  readonly environment: Readonly<Record<string, string>>

  private constructor(folder: string) {
    this.#folder = folder
    this.environment = Object.fromEntries(
      Object.entries({ ...names, ...plainNames }).map(([file, name]) => [name, join(folder, file)]),
    )
  }

  /** Creates the files in a new folder under `parent`. */
  static async create(parent: string): Promise<CommandFiles> {
    const files = new CommandFiles(await mkdtemp(join(parent, 'commands-')))
    for (const file of Object.values(files.environment)) await writeFile(file, '')
    return files
  }

  /** Reads the files; throws FileCommandError for what GitHub would refuse. */
  async read(): Promise<FileCommands> {
    const text = (file: string) => readFile(join(this.#folder, file), 'utf8')
    const summary = await text('summary')
    return {
      outputs: parseAssignments('output', await text('output')),
      environment: parseAssignments('env', await text('env')),
      state: parseAssignments('state', await text('state')),
      paths: (await text('path')).split(/\r?\n/).filter((line) => line !== ''),
      ...checkSummary(summary),
    }
  }

  /** Deletes the files: they may hold secrets. */
  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** Parses `NAME=value` lines and `NAME<<DELIMITER` blocks. */
export function parseAssignments(file: string, content: string): Readonly<Record<string, string>> {
  const result: Record<string, string> = {}
  const lines = content.split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const [name, delimiter] = splitHead(file, line)
    if (delimiter === undefined) {
      result[name] = line.slice(name.length + 1)
      continue
    }
    const end = lines.indexOf(delimiter, index + 1)
    if (end < 0) {
      throw new FileCommandError(
        file,
        `Invalid value. Matching delimiter not found '${delimiter}'.`,
      )
    }
    result[name] = lines.slice(index + 1, end).join('\n')
    index = end
  }
  return result
}

function splitHead(file: string, line: string): readonly [name: string, delimiter?: string] {
  const equals = line.indexOf('=')
  const heredoc = line.indexOf('<<')
  if (equals > 0 && (heredoc < 0 || equals < heredoc)) return [line.slice(0, equals)]
  if (heredoc > 0 && line.length > heredoc + 2) {
    return [line.slice(0, heredoc), line.slice(heredoc + 2)]
  }
  throw new FileCommandError(file, `Invalid format '${line}'.`)
}

function checkSummary(summary: string): { summary: string; summaryProblem?: string } {
  const kibibytes = Math.ceil(Buffer.byteLength(summary) / 1024)
  if (kibibytes <= maximumSummaryKibibytes) return { summary }
  const limit = `supports content up to a size of ${maximumSummaryKibibytes}k, got ${kibibytes}k`
  return { summary: '', summaryProblem: `$GITHUB_STEP_SUMMARY upload aborted, ${limit}.` }
}
