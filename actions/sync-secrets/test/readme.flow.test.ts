import { readFileSync } from 'node:fs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { appWorld, syncIn } from './in-flow.ts'

const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The statements in the README under the headings that begin with one of these words. */
function statements(...words: readonly string[]): readonly object[] {
  const parts = text.split(/^### /m).filter((part) => words.some((word) => part.startsWith(word)))
  expect(parts).toHaveLength(words.length)
  return parts.flatMap((part) => {
    const [, json = '[]'] = /```json\n([^]+?)```/.exec(part) ?? []
    // A list of statements: the README is written so.
    return JSON.parse(json) as object[]
  })
}

function callerWith(...words: readonly string[]): Pick<World, 'caller'> {
  const policies = [{ Version: '2012-10-17', Statement: statements(...words) }]
  return { caller: { policies } }
}

/** The README writes of secrets and a key of these names. */
const name = 'arbiter-ai/production'
const key = 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'

function worldWith(
  more: Partial<NonNullable<World['secrets']>[number]>,
  ...words: readonly string[]
): World {
  return appWorld({ A: 'x' }, { name, ...more }, callerWith(...words))
}

/** How a run ends, and all that it complains of. */
async function endOf(
  world: World,
  inputs: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { outputs, errors, warnings } = await syncIn(world, { 'secret-id': name, ...inputs })
  return [outputs['outcome'] ?? '', ...errors.map(({ message }) => message), ...warnings]
}

describe('the statements in the README', () => {
  it('are enough to check and to pull', async () => {
    const world = worldWith({}, 'Checking and pulling')
    expect(await endOf(world, { mode: 'check', schema: 'A: {}' })).toEqual(['checked'])
    expect(await endOf(world, { mode: 'pull' })).toEqual(['pulled'])
  })

  it('are enough to write, with the names of the keys in its tags', async () => {
    const world = worldWith({}, 'Checking and pulling', 'Writing', 'The key manifest')
    expect(await endOf(world, { values: 'A=y', tags: 'a=b' })).toEqual(['written'])
  })

  it('are enough to create a secret', async () => {
    expect(await endOf(callerWith('Checking and pulling', 'Creating'), { values: 'A=y' })).toEqual([
      'written',
    ])
  })

  it('are enough for a description and another key', async () => {
    const words = ['Checking and pulling', 'Description', 'A key of your own'] as const
    const inputs = { description: 'D', 'kms-key-id': key, 'key-manifest': 'false' }
    expect(await endOf(worldWith({}, ...words), inputs)).toEqual(['written'])
  })

  it('are enough to restore a secret, and to write it', async () => {
    const words = ['Checking and pulling', 'Writing', 'The key manifest', 'Restoring'] as const
    const world = worldWith({ deletedDate: '2026-01-20T00:00:00Z' }, ...words)
    expect(await endOf(world, { values: 'A=y', 'restore-deleted': 'true' })).toEqual(['written'])
  })

  it('are enough for a secret with a key of the customer', async () => {
    const words = ['Checking and pulling', 'Writing', 'A key of your own'] as const
    const world = worldWith({ kmsKeyId: key }, ...words)
    expect(await endOf(world, { values: 'A=y', 'key-manifest': 'false' })).toEqual(['written'])
  })

  it('are enough to name services', async () => {
    const world = worldWith({}, 'Checking and pulling', '`cluster`')
    const clusters = [{ name: 'shop', services: [] }]
    expect(
      await endOf({ ...world, clusters }, { mode: 'check', schema: 'A: {}', cluster: 'shop' }),
    ).toEqual(['checked'])
  })
})
