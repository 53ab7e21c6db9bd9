import { parseArgs } from 'node:util'
import { listenForInterrupts } from './interruption.ts'
import { silentObserver } from './output/observer.ts'
import { TextOutput } from './output/text-output.ts'
import { NotUnderstoodError } from './problems.ts'
import { rehearse } from './rehearsal.ts'
import type { RunResult } from './run/results.ts'

const usage = `Usage: rehearse WORKFLOW --world WORLD [--input NAME=VALUE]... [--json]

Runs a GitHub workflow file on this machine against the simulated AWS of a world file.

  --world FILE        the AWS account to rehearse in, and what GitHub provides (inputs, secrets, …)
  --input NAME=VALUE  an input of workflow_dispatch; wins over the world
  --json              print the result as one JSON object, and nothing else

Exit code: 0 when the run succeeded, 1 when it failed or was cancelled, 2 when the workflow, the
world or the command line is not understood (nothing has run then).`

/** The command line cannot be understood. */
class UsageError extends Error {}

interface Command {
  readonly workflowFile: string
  readonly worldFile: string
  readonly inputs: Readonly<Record<string, string>>
  readonly json: boolean
}

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const command = parseCommand(args)
    if (command === undefined) {
      process.stdout.write(`${usage}\n`)
      return 0
    }
    const result = await run(command)
    return result.conclusion === 'success' ? 0 : 1
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof NotUnderstoodError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

async function run({ json, ...what }: Command): Promise<RunResult> {
  const interruption = listenForInterrupts((text) => process.stderr.write(`${text}\n`))
  const text = new TextOutput({
    write: (line) => process.stdout.write(line),
    colour: process.stdout.isTTY && process.stdout.hasColors(),
  })
  try {
    const observer = json ? silentObserver : text
    const result = await rehearse({
      ...what,
      path: process.env['PATH'] ?? '',
      observer,
      ...interruption,
    })
    if (json) process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`)
    return result
  } finally {
    interruption.dispose()
  }
}

/** Undefined when the user asks for help. */
function parseCommand(args: readonly string[]): Command | undefined {
  const { values, positionals } = parse(args)
  if (values.help === true) return undefined
  const [workflowFile, ...more] = positionals
  if (workflowFile === undefined || more.length > 0) {
    throw new UsageError(`Exactly one workflow file is needed.\n\n${usage}`)
  }
  if (values.world === undefined) throw new UsageError(`--world is missing.\n\n${usage}`)
  return {
    workflowFile,
    worldFile: values.world,
    inputs: Object.fromEntries((values.input ?? []).map(parseInput)),
    json: values.json === true,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        world: { type: 'string' },
        input: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

function parseInput(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=')
  if (at <= 0) throw new UsageError(`--input takes NAME=VALUE, not '${text}'.`)
  return [text.slice(0, at), text.slice(at + 1)]
}
