import { describe, expect, it } from 'vitest'
import { run as runAction } from '@deploy-actions/action-kit'
import { recordingHost } from '@deploy-actions/action-kit/testing'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { migrate, startsIn } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'

const base = { cluster: 'shop', service: 'api', matrix: 'null' }

/** Inputs that are wrong by themselves, and the inputs that the error names. */
const alone: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['nothing to run', { service: '' }, ['task-definition']],
  ['a wrong pin', { pin: 'tag' }, ['pin']],
  ['a pin in capitals', { pin: 'DIGEST' }, ['pin']],
  ['a quote that is not closed', { command: 'sh -c "oops' }, ['command']],
  ['a command that ends with a backslash', { command: 'oops \\' }, ['command']],
  ['a command of mappings', { command: '[{"a":1}]' }, ['command']],
  ['a command that is no JSON', { command: '["a",' }, ['command']],
  ['variables without a value', { environment: 'A=1\nB' }, ['environment']],
  ['variables that are no map', { environment: '[1]' }, ['environment']],
  ['images that are no map', { images: 'api' }, ['images']],
  ['tags that are no map', { tags: 'team' }, ['tags']],
  ['cpu in words', { cpu: 'half' }, ['cpu']],
  ['negative cpu', { cpu: '-256' }, ['cpu']],
  ['memory with a unit of another world', { memory: '1Gi' }, ['memory']],
  ['memory in words', { memory: 'much' }, ['memory']],
  ['a yes for an address', { 'assign-public-ip': 'true' }, ['assign-public-ip']],
  ['an unknown launch type', { 'launch-type': 'LAMBDA' }, ['launch-type']],
  ['a launch type in small letters', { 'launch-type': 'fargate' }, ['launch-type']],
  [
    'two places',
    { 'launch-type': 'FARGATE', 'capacity-provider-strategy': 'FARGATE_SPOT' },
    ['launch-type'],
  ],
  [
    'a strategy with an unknown key',
    { 'capacity-provider-strategy': '[{"capacity-provider":"A","weihgt":1}]' },
    ['capacity-provider-strategy'],
  ],
  [
    'a strategy with a weight in words',
    { 'capacity-provider-strategy': '[{"capacity-provider":"A","weight":"much"}]' },
    ['capacity-provider-strategy'],
  ],
  ['a platform version with a v', { 'platform-version': 'v1' }, ['platform-version']],
  ['a time without a unit', { timeout: '15' }, ['timeout']],
  ['no time at all', { timeout: '0' }, ['timeout']],
  ['too much time', { timeout: '8d' }, ['timeout']],
  ['a wrong end of time', { 'on-timeout': 'kill' }, ['on-timeout']],
  ['a wrong cancel', { 'on-cancel': 'rollback' }, ['on-cancel']],
  ['a wrong lock-behavior', { 'lock-behavior': 'skip' }, ['lock-behavior']],
  ['a wrong kind of logs', { logs: 'all' }, ['logs']],
  ['an exit code in words', { 'success-exit-codes': 'zero' }, ['success-exit-codes']],
  ['an exit code that is none', { 'success-exit-codes': '0,256' }, ['success-exit-codes']],
  ['a negative exit code', { 'success-exit-codes': '-1' }, ['success-exit-codes']],
  ['no start at all', { 'start-attempts': '0' }, ['start-attempts']],
  ['too many starts', { 'start-attempts': '11' }, ['start-attempts']],
  ['half a start', { 'start-attempts': '1.5' }, ['start-attempts']],
  ['a wrong grade', { preflight: 'yes' }, ['preflight']],
  ['a user without password', { 'registry-username': 'u' }, ['registry-password']],
  ['a password without user', { 'registry-password': 'p-a-s-s' }, ['registry-username']],
  ['a registry without user', { registry: 'ghcr.io' }, ['registry-username']],
  ['a dry run in other words', { 'dry-run': 'yes' }, ['dry-run']],
  ['a region that is none', { 'aws-region': 'Virginia' }, ['aws-region']],
  ['several at once', { logs: 'all', timeout: 'x', cpu: 'y' }, ['logs', 'timeout', 'cpu']],
]

describe('inputs that are wrong', () => {
  it.each(alone)('%s: is refused before any call, by name', async (_, inputs, names) => {
    const host = recordingHost({ ...base, ...inputs })
    await runAction({ contract, main }, host)
    expect(host.recorded.outputs).toEqual({ outcome: 'failed', failure: 'input' })
    for (const name of names) expect(host.recorded.errors[0]?.message).toContain(name)
  })
})

/** Inputs that are wrong in this world. */
const inWorld = [
  ['a cluster that is not there', { cluster: 'shoop' }, 'shoop'],
  ['a service that is not there', { service: 'apii' }, 'apii'],
  ['a family that is not there', { 'task-definition': 'migrations' }, 'migrations'],
  ['a revision that is not there', { 'task-definition': 'api:99' }, 'api:99'],
  ['a file that is not there', { 'task-definition': './none.json' }, 'none.json'],
  ['a container that is not there', { container: 'apii' }, 'container'],
  ['an image for a container that is not there', { images: 'apii=api:2' }, 'apii'],
  ['an image that is not there', { image: 'api:99' }, 'no tag 99'],
  ['a network without the definition for it', { service: '', 'task-definition': 'api' }, 'subnets'],
] as const

describe('inputs that are wrong in their world', () => {
  it.each(inWorld)('%s: is refused before anything is started', async (_, inputs, word) => {
    const run = await migrate(inputs, migrationsWorld())
    expect(run.exitCode).toBe(1)
    expect(run.errors[0]?.message).toContain(word)
    expect(startsIn(run.simulator)).toBe(0)
  })
})
