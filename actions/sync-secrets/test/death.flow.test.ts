import type { World } from '@deploy-actions/aws-simulator'
import { findKeyManifest } from '@deploy-actions/aws'
import { describe, expect, it } from 'vitest'
import { appWorld, stepOf, syncAlso, syncIn, wait } from './in-flow.ts'
import { readSecret, type Kept } from './secrets-kept.ts'

const long = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`OLD_KEY_${i}`, `v${i}`]))

/** Steps, what each secret holds before and is to hold after. */
const steps: readonly {
  readonly name: string
  readonly world: World
  readonly inputs: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, object>>
}[] = [
  {
    name: 'a new value, description, key and tags',
    world: appWorld({ A: 'old' }),
    inputs: {
      'secret-id': 'app',
      values: 'A=new',
      description: 'D',
      'kms-key-id': 'alias/k',
      tags: 't=1',
    },
    after: { app: { A: 'new' } },
  },
  {
    name: 'a shorter document, whose names take fewer tags',
    world: appWorld(long, {
      tags: [
        { Key: 'deploy-actions:keys', Value: 'OLD_KEY_0' },
        { Key: 'deploy-actions:keys:2', Value: 'OLD_KEY_39' },
        { Key: 'deploy-actions:keys-version', Value: 'first-0123456789abcdef0123456789ab' },
      ],
    }),
    inputs: { 'secret-id': 'app', values: 'A=new', write: 'replace' },
    after: { app: { A: 'new' } },
  },
  {
    name: 'a secret that is not there',
    world: {},
    inputs: { 'secret-id': 'app', values: 'A=new', tags: 't=1' },
    after: { app: { A: 'new' } },
  },
  {
    name: 'a secret without a value',
    world: appWorld(null),
    inputs: { 'secret-id': 'app', values: 'A=new' },
    after: { app: { A: 'new' } },
  },
  {
    name: 'a secret that is scheduled for deletion',
    world: appWorld({ A: 'old' }, { deletedDate: '2026-01-20T00:00:00Z' }),
    inputs: { 'secret-id': 'app', values: 'A=new', 'restore-deleted': 'true' },
    after: { app: { A: 'new' } },
  },
  {
    name: 'two secrets, one made of the other',
    world: appWorld({ A: 'old' }, {}, { secrets: [{ name: 'web', value: { B: '<old>' } }] }),
    inputs: { secrets: "web: {schema: {B: {derive: '<${app#A}>'}}}\napp: {values: {A: new}}" },
    after: { app: { A: 'new' }, web: { B: '<new>' } },
  },
]

const befores: Readonly<Record<string, unknown>> = { app: { A: 'old' }, web: { B: '<old>' } }

/** From this call on none gets through, for as long as the run lives. */
function deadFrom(call: number): NonNullable<World['faults']> {
  const calls = Array.from({ length: 200 }, (_, i) => call + i)
  return [{ operation: '*', calls, to: '10m', reset: true }]
}

describe('a run that dies', () => {
  it.each(steps)(
    'between any two calls of $name leaves the old or the new, and the next goes on',
    async ({ world, inputs, after }) => {
      const { simulator } = await syncIn(world, inputs)
      const total = simulator.requests.length
      expect(total).toBeGreaterThan(2)
      for (let call = 1; call <= total; call++) {
        await dieAt({ ...world, faults: deadFrom(call) }, inputs, after)
      }
    },
    60_000,
  )
})

async function dieAt(
  world: World,
  inputs: Readonly<Record<string, string>>,
  after: Readonly<Record<string, object>>,
): Promise<void> {
  const ids = Object.keys(after)
  await syncIn(world, inputs, {
    async afterwards() {
      await wait(1200)
      for (const [id, kept] of await readAll(ids)) {
        const old = id === 'app' && isLong(world) ? long : befores[id]
        // Of a secret that is not there yet, or has no value or is deleted, nothing is read.
        expect([undefined, old, after[id]]).toContainEqual(kept?.document)
        expect(kept?.document === undefined && hasDocument(world, id)).toBe(false)
      }
      const next = await syncAlso(inputs, { attempt: '2' })
      expect(next.errors).toEqual([])
      expect(['written', 'unchanged']).toContain(next.outputs['outcome'])
      for (const [id, kept] of await readAll(ids)) {
        expect(kept?.document).toEqual(after[id])
        expect(kept?.labels).not.toHaveProperty('deploy-actions-pending')
        expect(manifestOf(kept)).toEqual({
          keys: Object.keys(after[id] ?? {}),
          versionId: kept?.labels['AWSCURRENT'],
        })
      }
    },
  })
}

/** Whether a secret has a value that can be read before anything is done. */
function hasDocument({ secrets = [] }: World, id: string): boolean {
  const secret = secrets.find(({ name }) => name === id)
  return typeof secret?.value === 'object' && secret.value !== null && !secret.deletedDate
}

function isLong({ secrets = [] }: World): boolean {
  return secrets.some(({ value }) => value === long)
}

async function readAll(
  ids: readonly string[],
): Promise<readonly (readonly [string, Kept | undefined])[]> {
  return Promise.all(ids.map(async (id) => [id, await readSecret(id)] as const))
}

function manifestOf(kept: Kept | undefined) {
  const tags = Object.entries(kept?.tags ?? {}).map(([Key, Value]) => ({ Key, Value }))
  return findKeyManifest(tags)
}

describe('a run that is cancelled', () => {
  // Each answer takes a second, so that each call has a moment of its own.
  const faults = [{ operation: '*', every: 1, delay: '1s', to: '10m' }]
  const moments = Array.from({ length: 18 }, (_, i) => 0.5 + i * 0.5)

  it.each(steps.filter(({ name }) => name.includes('description') || name.includes('two')))(
    'at any moment of $name leaves the old or the new, and the next goes on',
    async ({ world, inputs, after }) => {
      for (const seconds of moments) {
        const run = await syncIn({ ...world, faults }, inputs, {
          run: stepOf(),
          async meanwhile() {
            await wait(seconds)
            process.emit('SIGTERM')
          },
          async afterwards() {
            await wait(1200)
            for (const [id, kept] of await readAll(Object.keys(after))) {
              expect([befores[id], after[id]]).toContainEqual(kept?.document)
            }
            const next = await syncAlso(inputs, { attempt: '2' })
            expect(next.errors).toEqual([])
            for (const [id, kept] of await readAll(Object.keys(after))) {
              expect(kept?.document).toEqual(after[id])
              expect(kept?.labels).not.toHaveProperty('deploy-actions-pending')
            }
          },
        })
        expect(['cancelled', undefined]).toContain(run.outputs['failure'])
        expect(run.seconds).toBeLessThan(seconds + 3)
      }
    },
    60_000,
  )
})
