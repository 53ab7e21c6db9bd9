import { preloadPath, startSimulator, type Simulator } from '@deploy-actions/aws-simulator'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAction, type Step } from './run-action.ts'

const canary = 'canary-7d1f09b2c4'
const folder = mkdtempSync(join(tmpdir(), 'canaries-'))

let simulator: Simulator
beforeAll(async () => {
  const file = join(import.meta.dirname, 'healthy-and-crashing.world.yml')
  simulator = await startSimulator({ world: { file } })
})
afterAll(() => simulator.stop())

/** A file in which the canary stands where `change` puts it. */
function definitionFile(name: string, change: (text: string) => string): string {
  const definition = {
    family: 'shop-api',
    containerDefinitions: [
      { name: 'api', image: 'api:1', memory: 64, environment: [{ name: 'PLAIN', value: canary }] },
    ],
  }
  const path = join(folder, name)
  writeFileSync(path, change(JSON.stringify(definition, null, 2)))
  return path
}

const valid = definitionFile('valid.json', (text) => text)

/** Each puts the canary somewhere: where it is right, and where it is a mistake. */
const cases: readonly [string, string, Record<string, string>][] = [
  ['a variable', 'render-task-def', { family: 'shop-api', environment: `PASSWORD=${canary}` }],
  [
    'a variable in JSON',
    'render-task-def',
    { family: 'shop-api', environment: `{"A": "${canary}"}` },
  ],
  ['a definition file', 'render-task-def', { 'task-definition': valid }],
  ['a line without =', 'render-task-def', { family: 'shop-api', environment: `A=1\n${canary}` }],
  ['broken JSON', 'render-task-def', { family: 'shop-api', environment: `{"A": ${canary}` }],
  ['broken YAML', 'render-task-def', { family: 'shop-api', secrets: `A: [${canary}` }],
  ['a reference that is none', 'render-task-def', { family: 'shop-api', secrets: `A=x ${canary}` }],
  [
    'a definition file that is no JSON',
    'render-task-def',
    { 'task-definition': definitionFile('broken.json', (text) => `${text}${canary}`) },
  ],
  [
    'a value of the wrong type',
    'render-task-def',
    {
      'task-definition': definitionFile('type.json', (text) =>
        text.replace(`"${canary}"`, `["${canary}"]`),
      ),
    },
  ],
  [
    'a definition that is deployed',
    'deploy-ecs',
    { cluster: 'shop', service: 'api', 'task-definition': valid },
  ],
  [
    'the password of a registry',
    'deploy-ecs',
    {
      cluster: 'shop',
      service: 'api',
      image: 'ghcr.io/shop/api:1',
      'registry-username': 'u',
      'registry-password': canary,
    },
  ],
  [
    'a header of verify',
    'deploy-ecs',
    { service: 'api', image: 'x', verify: `- { ulr: 'http://x/', headers: { A: ${canary} } }` },
  ],
  ['a choice', 'deploy-ecs', { service: 'api', image: 'x', 'on-failure': canary }],
  ['a duration', 'deploy-ecs', { service: 'api', image: 'x', timeout: canary }],
  ['a switch', 'deploy-ecs', { service: 'api', image: 'x', wait: canary }],
  [
    'a header',
    'verify-health',
    { url: 'http://127.0.0.1:1/', timeout: '1s', headers: `Authorization: Bearer ${canary}` },
  ],
  [
    'a body',
    'verify-health',
    { url: 'http://127.0.0.1:1/', timeout: '1s', method: 'POST', body: canary },
  ],
  [
    'credentials in an address',
    'verify-health',
    { url: `http://u:${canary}@127.0.0.1:1/`, timeout: '1s' },
  ],
  ['a query', 'verify-health', { url: `http://127.0.0.1:1/?token=${canary}`, timeout: '1s' }],
  ['a number', 'verify-health', { url: 'http://127.0.0.1:1/', successes: canary }],
  [
    'credentials of a nested check',
    'verify-health',
    { timeout: '1s', checks: `- url: http://127.0.0.1:1/\n  basic-auth: user:${canary}` },
  ],
]

describe('a value that nobody may see', () => {
  it.for(cases)('appears nowhere: %s', async ([, action, inputs]) => {
    const step = await runAction(action, inputs, {dist: '/tmp/t2/dist',
      nodeOptions: ['--import', preloadPath],
      environment: {
        DEPLOY_ACTIONS_CLOCK: simulator.url,
        AWS_ENDPOINT_URL: simulator.url,
        DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: canary,
        SOME_SECRET_OF_THE_JOB: canary,
        RUNNER_DEBUG: '1',
      },
    })
    expect(visible(step)).not.toContain(canary)
    expect(step.outputs).toHaveProperty('outcome')
  })
})

/** Everything that a person or a later step could read; the runner swallows add-mask commands. */
function visible({ log, outputs, summary }: Step): string {
  const lines = log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  return JSON.stringify({ log: lines.join('\n'), outputs, summary })
}

it('the canary is really in the files that these cases read', () => {
  expect(readFileSync(valid, 'utf8')).toContain(canary)
})
