import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run, type RunFacts } from '@deploy-actions/action-kit'
import { recordingHost, type Recorded } from '@deploy-actions/action-kit/testing'
import type { Simulator, World } from '@deploy-actions/aws-simulator'
import {
  changes,
  runInWorld,
  type WorldRun,
  type WorldRunOptions,
} from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'

export const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
export const repository = 'arbiter-ai/backend'
export const sha = '0123456789abcdef0123456789abcdef01234567'

/** A checkout with a Dockerfile from nothing, gone after `using`. */
export interface Checkout extends Disposable {
  readonly folder: string
  write(path: string, text: string): void
}

/** Makes a checkout of these files. */
export function checkout(files: Readonly<Record<string, string>> = {}): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const all = { Dockerfile: 'FROM scratch\nCOPY app /\n', app: 'one', ...files }
  for (const [path, text] of Object.entries(all)) write(path, text)
  return { folder, write, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

type Inputs = Readonly<Record<string, string>>

/** No program is found there: whoever wanted docker would fail. */
const variables = { PATH: '/nonexistent' }

const facts: Partial<RunFacts> = {
  sha,
  id: '77',
  repository: 'org/app',
  url: 'https://github.com/org/app/actions/runs/77',
}

/** Runs the action in a world, on a machine without docker. */
export function provide(
  inputs: Inputs,
  world: World,
  options: Omit<WorldRunOptions, 'inputs'> = {},
): Promise<WorldRun> {
  return runInWorld({ contract, main }, world, {
    ...options,
    run: { ...facts, ...options.run },
    variables: { ...variables, ...options.variables },
    inputs: { repository, ...inputs },
  })
}

/** Runs the action once more in a world that is there already. */
export async function provideAgain(simulator: Simulator, inputs: Inputs): Promise<Recorded> {
  const { registryMirrors: DEPLOY_ACTIONS_REGISTRY_MIRRORS } = simulator
  const host = recordingHost(
    { repository, ...inputs },
    { run: facts, variables: { ...variables, DEPLOY_ACTIONS_REGISTRY_MIRRORS } },
  )
  await run({ contract, main }, host)
  return host.recorded
}

/** The hash of what these inputs make an image from, as a run says that changes nothing. */
export async function hashOf(inputs: Inputs): Promise<string> {
  const world: World = { repositories: [{ repositoryName: repository }] }
  const { outputs, errors } = await provide({ ...inputs, 'dry-run': 'true' }, world)
  const hash = outputs['content-hash'] ?? ''
  if (hash === '') throw new Error(`The content is not known: ${JSON.stringify(errors)}`)
  return hash
}

/** What was sent to registries. */
export function moved({ requests }: Simulator): readonly string[] {
  return requests
    .map(({ operation }) => operation)
    .filter((operation) => /^(BeginUpload|PushBlob|PushManifest)$/.test(operation))
}

/** How many blobs were read: the configuration of an image tells how old it is, and what labels it has. */
export function blobsRead({ requests }: Simulator): number {
  return requests.filter(({ operation }) => operation === 'PullBlob').length
}

/** What was changed in AWS and in registries. */
export { changes }
