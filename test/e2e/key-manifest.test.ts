import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '@deploy-actions/action-kit'
import { recordingHost, type Recorded } from '@deploy-actions/action-kit/testing'
import type { World } from '@deploy-actions/aws-simulator'
import { afterAll, describe, expect, it } from 'vitest'
import { contract as renderContract } from '../../actions/render-task-def/src/contract.ts'
import { main as render } from '../../actions/render-task-def/src/main.ts'
import { contract } from '../../actions/sync-secrets/src/contract.ts'
import { main } from '../../actions/sync-secrets/src/main.ts'
import { runInWorld } from '../support/run-in-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'key-manifest-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Secrets and definitions are somebody's who may do all but read values. */
const world: World = {
  images: [{ repository: 'docker.io/shop/api', tags: ['1'] }],
  caller: {
    policies: [
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', NotAction: 'secretsmanager:GetSecretValue', Resource: '*' }],
      },
    ],
  },
}

// More than one tag holds.
const keys = Array.from({ length: 40 }, (_, i) => `SOME_KEY_NUMBER_${i}`)

/** Renders a definition whose container refers to one key of the secret, and checks all references. */
async function renderReferring(mirrors: string, arn: string, key: string): Promise<Recorded> {
  const path = join(folder, `${key}.json`)
  const container = {
    name: 'api',
    image: 'docker.io/shop/api:1',
    memory: 256,
    secrets: [{ name: 'VALUE', valueFrom: `${arn}:${key}::` }],
  }
  const definition = {
    family: 'api',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [container],
  }
  writeFileSync(path, JSON.stringify(definition))
  const inputs = {
    'task-definition': path,
    'output-file': `${path}.rendered`,
    preflight: 'strict',
    pin: 'off',
  }
  const host = recordingHost(inputs, { variables: { DEPLOY_ACTIONS_REGISTRY_MIRRORS: mirrors } })
  await run({ contract: renderContract, main: render }, host)
  return host.recorded
}

describe('what sync-secrets records of the keys of a secret', () => {
  it('lets render-task-def check references without reading a value', async () => {
    const rendered: Recorded[] = []
    const values = JSON.stringify(Object.fromEntries(keys.map((key) => [key, 'canary'])))
    const inputs = { 'secret-id': 'app', values, mode: 'push', create: 'if-missing' }
    const defaults = { write: 'merge', 'key-manifest': 'true', 'restore-deleted': 'false' }
    const synced = await runInWorld({ contract, main }, world, {
      inputs: { ...defaults, ...inputs, 'other-writers': 'none', 'dry-run': 'false' },
      async afterwards({ registryMirrors }, { outputs }) {
        const arn = outputs['secret-arn'] ?? ''
        for (const key of [keys[0], keys[39], 'SOME_KEY_NUMBER_40']) {
          rendered.push(await renderReferring(registryMirrors, arn, key ?? ''))
        }
      },
    })
    expect(synced.outputs['outcome']).toBe('written')
    expect(rendered.map(({ outputs }) => outputs['outcome'])).toEqual([
      'rendered',
      'rendered',
      'failed',
    ])
    expect(rendered[2]?.outputs['failure']).toBe('secret')
    expect(rendered[2]?.errors[0]?.message).toContain('SOME_KEY_NUMBER_40')
    const reads = synced.simulator.requests.filter(
      ({ operation }) => operation === 'GetSecretValue',
    )
    expect(reads).toEqual([])
  })
})
