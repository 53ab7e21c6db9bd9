import { parseArgs } from 'node:util'
import { certificateFile, preloadPath } from './index.ts'
import { startSimulator, type SimulatorOptions } from './simulator.ts'
import type { ActorRefusal } from './world/account.ts'
import { WorldError } from './world/world-error.ts'

const usage = `Usage: simulator --world FILE [--port N] [--speed X]

Plays AWS on this machine until it is interrupted. When it is ready it prints one line of JSON:
url (for AWS_ENDPOINT_URL), endpoints and registries (by host), appRunnerUrl (for HTTPS_PROXY) and certificateFile (for
NODE_EXTRA_CA_CERTS), registryMirrors (for DEPLOY_ACTIONS_REGISTRY_MIRRORS), clock (for DEPLOY_ACTIONS_CLOCK) and preload
(for node --import). --speed is how many virtual seconds pass in a real one. Time begins now, unless the world has a start.`

class UsageError extends Error {}

function parseOptions(args: readonly string[]): SimulatorOptions {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: { world: { type: 'string' }, port: { type: 'string' }, speed: { type: 'string' } },
  })
  if (values.world === undefined) throw new UsageError('Name a world file with --world.')
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError('--port must be a number between 0 and 65535.')
  }
  const speed = Number(values.speed ?? 1)
  if (!(speed >= 0)) throw new UsageError('--speed must be a number, 0 or more.')
  return { world: { file: values.world }, port, speed, start: new Date(), onActorRefused: report }
}

/** Standard output is for programs. */
function report({ actor, at, error }: ActorRefusal): void {
  const call = `${actor.operation} ${JSON.stringify(actor.input)}`
  console.error(
    `${at.toISOString()}: an actor's ${call} was refused: ${error.name}: ${error.message}`,
  )
}

async function run(args: readonly string[]): Promise<void> {
  const simulator = await startSimulator(parseOptions(args))
  const { url, endpoints, appRunnerUrl, registries, registryMirrors } = simulator
  const addresses = { url, endpoints, appRunnerUrl, certificateFile, registries, registryMirrors }
  console.log(JSON.stringify({ ...addresses, clock: url, preload: preloadPath }))
  const stop = () => void simulator.stop()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  process.exitCode = 2
  if (error instanceof WorldError) console.error(error.message)
  else if (error instanceof UsageError || isArgumentError(error)) {
    console.error(`${error.message}\n\n${usage}`)
  } else throw error
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE')
}
