import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '@deploy-actions/action-kit'
import { recordingHost } from '@deploy-actions/action-kit/testing'
import { startSimulator, type Simulator } from '@deploy-actions/aws-simulator'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { contract } from '../../actions/sync-secrets/src/contract.ts'
import { main } from '../../actions/sync-secrets/src/main.ts'
import { awsEnvironment } from './aws-endpoint.ts'
import { callJson } from './both-implementations.ts'
import { exceptions, rows, type Inputs } from './moto-sync-secrets-table.ts'
import { findProgram, skipReason, startServer, type Server } from './programs.ts'

const moto = findProgram('moto_server')
const skipped = skipReason('sync-secrets by the simulator and by moto', {
  "moto_server on PATH (pip install 'moto[server]')": moto !== undefined,
})

describe.skipIf(skipped !== undefined)('sync-secrets with the simulator and with moto', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moto-sync-'))
  let server: Server
  let simulator: Simulator | undefined

  beforeAll(async () => {
    server = await startServer({
      program: moto ?? '',
      args: (port) => ['--port', String(port)],
      environment: () => ({}),
      path: '/moto-api/data.json',
    })
  })

  afterEach(async () => {
    vi.unstubAllEnvs()
    await simulator?.stop()
    simulator = undefined
    await fetch(`${server.url}/moto-api/reset`, { method: 'POST' })
  })

  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(rows)('does the same: $title', async ({ steps }) => {
    simulator = await startSimulator({ world: { start: new Date().toISOString() } })
    const ours = await follow(simulator.url, steps)
    expect(ours).toEqual(await follow(server.url, steps))
  })

  it.each(exceptions)('differs over $title: $because', async ({ steps }) => {
    simulator = await startSimulator({ world: { start: new Date().toISOString() } })
    expect(await follow(simulator.url, steps)).not.toEqual(await follow(server.url, steps))
  })

  /** Goes through the steps, and tells what each reported and what there was after it. */
  async function follow(url: string, steps: readonly Inputs[]): Promise<unknown> {
    for (const [name, value] of Object.entries(awsEnvironment(url))) vi.stubEnv(name, value)
    const told: unknown[] = []
    for (const inputs of steps) {
      if ('call' in inputs) {
        told.push(await callJson(url, inputs.call))
        continue
      }
      const host = recordingHost(withDefaults(inputs.with(lastVersionIn(told), folder)), {
        run: { id: '7', attempt: '1', job: 'secrets', repository: 'shop/api' },
      })
      await run({ contract, main }, host)
      const { outputs, errors, warnings, exitCode, summary, variables, state } = host.recorded
      const { [`export-file`]: file } = state
      const exported = file === undefined ? undefined : readFileSync(file, 'utf8')
      if (file !== undefined) rmSync(file)
      told.push({ outputs, errors, warnings, exitCode, summary, variables, exported })
      told.push(await stateOf(url))
    }
    return comparable(told)
  }
})

function withDefaults(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(contract.inputs).flatMap(([name, spec]) =>
    'default' in spec ? [[name, spec.default] as const] : [],
  )
  return { ...Object.fromEntries(defaults), 'secret-id': 'app', ...inputs }
}

/** The version that the last step named. */
function lastVersionIn(told: readonly unknown[]): string {
  return [...JSON.stringify(told).matchAll(/"version-id":"([^"]+)"/g)].at(-1)?.[1] ?? ''
}

interface Described {
  readonly VersionIdsToStages?: Readonly<Record<string, readonly string[]>>
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[]
}

/** What is stored, read by the version that has the label. Tags have no order, and versions without labels no meaning. */
async function stateOf(url: string): Promise<unknown> {
  const described = await callJson(url, ['secretsmanager', 'DescribeSecret', { SecretId: 'app' }])
  if ('error' in described) return described
  // Of this form, or nothing is found below and the comparison tells.
  const { VersionIdsToStages = {}, Tags = [], ...rest } = described.answer as Described
  const labelled = Object.entries(VersionIdsToStages).filter(([, stages]) => stages.length > 0)
  const current = labelled.find(([, stages]) => stages.includes('AWSCURRENT'))?.[0]
  const tags = Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]))
  const input = { SecretId: 'app', VersionId: current }
  const value = await callJson(url, ['secretsmanager', 'GetSecretValue', input])
  return { ...rest, versions: Object.fromEntries(labelled), tags, value }
}

/** Without what differs from run to run: ids get numbers in the order of their appearance. */
function comparable(told: unknown): unknown {
  const ids = new Map<string, string>()
  const numbered = (id: string): string => {
    const known = ids.get(id) ?? `version-${ids.size + 1}`
    ids.set(id, known)
    return known
  }
  return JSON.parse(
    JSON.stringify(told)
      .replaceAll(/deploy-actions-7-1-[0-9a-f]{20}/g, numbered)
      .replaceAll(/(:secret:[\w/]+)-[A-Za-z0-9]{6}\b/g, '$1-??????')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…'),
  )
}
