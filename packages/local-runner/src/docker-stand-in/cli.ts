import { buildAndPush } from './build.ts'
import { readCommand, type Command } from './command.ts'
import { DockerError } from './docker-error.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  try {
    await carryOut(readCommand(args))
    return 0
  } catch (error) {
    if (!(error instanceof DockerError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function carryOut(command: Command): Promise<void> {
  if (command.kind === 'say') {
    process.stdout.write(`${command.text}\n`)
    return
  }
  const print = (line: string) => void process.stderr.write(`${line}\n`)
  await buildAndPush(command, { variables: process.env, print })
}
