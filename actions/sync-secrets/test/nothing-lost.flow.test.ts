import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager'
import type { World } from '@deploy-actions/aws-simulator'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { appWorld, syncApp, syncIn, type SyncedApp } from './in-flow.ts'
import { readSecret, withSecretsManager, type Kept } from './secrets-kept.ts'

const stored = { A: 'old-value-of-A', B: 'kept-value-of-B' }

describe('write: replace without a value', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nothing-lost-'))
    writeFileSync(join(folder, 'empty.env'), '# nothing yet\n')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['tags', { values: '', tags: 'team=x' }],
    ['a description', { description: 'D' }],
    ['a key', { 'kms-key-id': 'alias/app' }],
    ['a schema that generates', { values: '', schema: 'S: {generate: true}' }],
    ['a schema that derives', { schema: "S: {derive: '${A}'}" }],
    ['comments only', { values: '# all values come here\n\n' }],
    ['an empty object', { values: '{}' }],
    ['only removals', { values: '!A' }],
  ])('is refused, and removes nothing: %s', async (_, inputs) => {
    const run = await syncApp(appWorld(stored), { write: 'replace', ...inputs })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('Input values: gives no key')
    expect(run.app?.document).toEqual(stored)
    expect(changes(run.simulator)).toEqual([])
  })

  it('is refused for an empty file', async () => {
    const inputs = { write: 'replace', 'values-file': join(folder, 'empty.env') }
    const run = await syncApp(appWorld(stored), inputs)
    expect(run.outputs['failure']).toBe('input')
    expect(run.app?.document).toEqual(stored)
  })

  it('is refused for one secret of several, and keeps the others from being written', async () => {
    const secrets = "a: {values: {X: new-x-value}}\nb: {values: ''}"
    const world = {
      secrets: [
        { name: 'a', value: { X: 'old-x-value' } },
        { name: 'b', value: { Y: 'old-y-value' } },
      ],
    }
    const run = await syncIn(world, { write: 'replace', tags: 'team=x', secrets })
    expect(run.errors[0]?.message).toContain('Input b.values: gives no key')
    expect(changes(run.simulator)).toEqual([])
  })
})

describe('write: raw without a value', () => {
  it('sets what else is asked, and leaves the text as it is', async () => {
    const run = await syncApp(appWorld('plain text'), { write: 'raw', description: 'D' })
    expect(run.app).toMatchObject({ text: 'plain text', description: 'D', versions: 1 })
  })
})

describe('a secret of bytes', () => {
  const push = (inputs: Readonly<Record<string, string>>): Promise<SyncedApp> =>
    syncApp({}, inputs, {
      async before() {
        const SecretBinary = Buffer.from('what the application wrote')
        await withSecretsManager((client) =>
          client.send(new CreateSecretCommand({ Name: 'app', SecretBinary })),
        )
      },
    })

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['created only', { write: 'raw', schema: 'value: {generate: true, policy: create-only}' }],
    ['never touched', { write: 'raw', values: 'other', schema: 'value: {policy: never-touch}' }],
    ['generated where it is missing', { write: 'raw', schema: 'value: {generate: true}' }],
    ['given no value', { write: 'raw', description: 'D' }],
    ['merged', { values: 'A=1' }],
    [
      'to keep a key',
      { write: 'replace', values: 'A=1', schema: 'B: {policy: create-only}\nA: {}' },
    ],
    ['checked', { mode: 'check', write: 'raw', schema: 'value: {required: true}' }],
  ])('is left alone where it is %s', async (_, inputs) => {
    const run = await push(inputs)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(run.errors[0]?.message).toContain('holds bytes (SecretBinary) and no text')
    expect(run.errors[0]?.message).not.toContain('no JSON')
    expect(run.warnings.join('\n')).not.toContain('is replaced')
    expect(run.app?.versions).toBe(1)
    expect(changes(run.simulator)).toEqual(['CreateSecret'])
  })

  it('gives way to a text that is given for it, which is said', async () => {
    const run = await push({ write: 'raw', values: 'a new text' })
    expect(run.app?.text).toBe('a new text')
    expect(run.warnings.join('\n')).toContain('is bytes and no text and is replaced as a whole')
  })
})

describe('a deletion that is scheduled', () => {
  const deleted = { deletedDate: '2026-01-20T00:00:00Z' }

  it.each(['true', 'false'])('by Terraform stays, dry run: %s', async (dryRun) => {
    const world = appWorld(stored, {
      ...deleted,
      tags: [{ Key: 'managed-by', Value: 'terraform' }],
    })
    const inputs = { values: 'A=new', 'restore-deleted': 'true', 'dry-run': dryRun }
    const run = await syncApp(world, inputs)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(run.errors[0]?.message).toContain('kept by somebody else')
    expect(run.app?.isDeleted).toBe(true)
  })

  it('is told in a dry run as what hides the content', async () => {
    const inputs = { values: 'A=new', 'restore-deleted': 'true', 'dry-run': 'true' }
    const run = await syncApp(appWorld(stored, deleted), inputs)
    expect(run.outputs['outcome']).toBe('planned')
    expect(run.log.join('\n')).toContain('what it holds is not known before that')
    expect(run.summary).toContain('what app holds is not known before its deletion is taken back')
  })

  it('is a change when it is taken back, also where the value is what it is to be', async () => {
    const inputs = { values: 'A=old-value-of-A', 'restore-deleted': 'true' }
    const run = await syncApp(appWorld(stored, deleted), inputs)
    expect(run.outputs).toMatchObject({ outcome: 'written', changed: 'false' })
    expect(run.app?.document).toEqual(stored)
  })
})

describe('a secret that has no version yet', () => {
  it('is given to readers no earlier than the others are switched', async () => {
    let kept: readonly (Kept | undefined)[] = []
    const world: World = {
      secrets: [
        { name: 'app', value: null },
        { name: 'other', value: { K: 'x' } },
      ],
      // The first that is stored is stored.
      faults: [
        {
          operation: 'PutSecretValue',
          calls: Array.from({ length: 40 }, (_, i) => i + 2),
          error: { name: 'InternalServiceError', status: 500 },
        },
      ],
    }
    const secrets = 'app: {values: {A: first-value}}\nother: {values: {K: y}}'
    const afterwards = async (): Promise<void> => {
      kept = [await readSecret('app'), await readSecret('other')]
    }
    const run = await syncIn(world, { secrets }, { afterwards })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'service-error' })
    expect(kept).toMatchObject([{ text: undefined, versions: 0 }, { document: { K: 'x' } }])
  })
})
