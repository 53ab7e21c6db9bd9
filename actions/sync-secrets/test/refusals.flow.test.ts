import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { appWorld, firstVersion, stepOf, syncAlso, syncApp, syncIn, wait } from './in-flow.ts'
import { readSecret, withSecretsManager } from './secrets-kept.ts'

type Secret = Partial<NonNullable<World['secrets']>[number]>

const stored = { A: 'old' }
const change = { values: 'A=new', tags: 'a=b', description: 'New' }

describe('what stands in the way of a write', () => {
  const pending = { versionId: 'pending-0123456789abcdef0123456789', value: { A: 'p' } }
  it.each<readonly [string, Secret, Readonly<Record<string, string>>, string]>([
    [
      'a rotation that is under way',
      { rotation: true, versions: [{ ...pending, stages: ['AWSPENDING'] }] },
      {},
      'is being rotated',
    ],
    ['a service that manages it', { owningService: 'rds' }, {}, 'managed by rds'],
    [
      'a tag of Terraform',
      { tags: [{ Key: 'managed-by', Value: 'terraform' }] },
      {},
      'its tag managed-by is terraform',
    ],
    [
      'a tag of somebody in the list',
      { tags: [{ Key: 'ManagedBy', Value: 'Crossplane' }] },
      { 'other-writers': 'crossplane' },
      'ManagedBy is Crossplane',
    ],
    [
      'a scheduled deletion',
      { deletedDate: '2026-01-20T00:00:00Z' },
      {},
      'is scheduled for deletion (2026-01-20',
    ],
    ['more than 64 KiB', {}, { values: `A=${'ü'.repeat(32_765)}` }, 'Secrets Manager takes 65536'],
    [
      'another version than expected',
      {},
      { 'expect-version': 'v0' },
      `AWSCURRENT is on version ${firstVersion}`,
    ],
    [
      'a version where none was expected',
      {},
      { 'expect-version': 'none' },
      'no version was expected',
    ],
  ])('%s: is said before anything is changed', async (_, secret, inputs, words) => {
    const run = await syncApp(appWorld(stored, secret), { ...change, ...inputs })
    expect(run.outputs['outcome']).toBe('failed')
    expect(run.outputs['failure']).toBe(inputs['expect-version'] ? 'conflict' : 'preflight')
    expect(run.errors).toHaveLength(1)
    expect(run.errors[0]?.message).toContain(words)
    expect(run.summary).toContain('❌')
    expect(changes(run.simulator)).toEqual([])
  })

  it('is told for all secrets and keys at once', async () => {
    const secrets = `
      a: {values: {A: ''}, schema: {A: {required: true}, B: {required: true}}}
      b: {values: {A: x}}
      c: {values: {A: x}, create: never}`
    const world: World = { secrets: [{ name: 'b', value: {}, owningService: 'rds' }] }
    const run = await syncIn(world, { secrets })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    const [error] = run.errors
    for (const words of [
      '4 things',
      'A of a is empty',
      'B of a is missing',
      'managed by rds',
      'There is no secret c',
    ]) {
      expect(error?.message).toContain(words)
    }
    expect(changes(run.simulator)).toEqual([])
  })
})

describe('a secret that Terraform keeps', () => {
  const tagged = { tags: [{ Key: 'managed-by', Value: 'terraform' }] }

  it('is written with other-writers: none', async () => {
    const run = await syncApp(appWorld(stored, tagged), {
      values: 'A=new',
      'other-writers': 'none',
    })
    expect(run.outputs['outcome']).toBe('written')
    expect(run.app?.document).toEqual({ A: 'new' })
  })

  it('gets neither tags nor anything else where the values are equal', async () => {
    const run = await syncApp(appWorld(stored, tagged), { values: 'A=old' })
    expect(run.outputs['outcome']).toBe('unchanged')
    expect(changes(run.simulator)).toEqual([])
    const described = await syncApp(appWorld(stored, tagged), { values: 'A=old', tags: 'a=b' })
    expect(described.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(changes(described.simulator)).toEqual([])
  })
})

describe('a secret that is scheduled for deletion', () => {
  const deleted = { deletedDate: '2026-01-20T00:00:00Z' }

  it('is restored first and written then, with restore-deleted: true', async () => {
    const inputs = { values: 'B=new', 'restore-deleted': 'true', schema: 'A: {required: true}' }
    const run = await syncApp(appWorld(stored, deleted), inputs)
    expect(run.outputs).toMatchObject({ outcome: 'written', 'previous-version-id': firstVersion })
    expect(run.app).toMatchObject({ isDeleted: false, document: { A: 'old', B: 'new' } })
    expect(JSON.parse(run.outputs['plan'] ?? '')).toMatchObject({
      app: { added: ['B'], unchanged: ['A'] },
    })
  })

  it('is restored also while reads lag behind', async () => {
    const faults = [{ operation: '*', lag: '6s' }]
    const inputs = { values: 'B=new', 'restore-deleted': 'true' }
    const run = await syncApp(appWorld(stored, deleted, { faults }), inputs, {
      afterwards: () => wait(30),
    })
    expect(run.outputs).toMatchObject({ outcome: 'written' })
    expect(run.app?.document).toEqual({ A: 'old', B: 'new' })
  })

  it('stays deleted where a value that is given is wrong, or another version was expected', async () => {
    const wrong = { values: 'B=new', schema: 'B: {pattern: ^x}' }
    for (const inputs of [
      wrong,
      { values: 'B=new', 'expect-version': 'v0' },
      { values: 'B=new', 'expect-version': 'none' },
    ]) {
      const run = await syncApp(appWorld(stored, deleted), { ...inputs, 'restore-deleted': 'true' })
      expect(run.outputs['outcome']).toBe('failed')
      expect(changes(run.simulator)).toEqual([])
    }
  })

  it('is restored with the version that was expected', async () => {
    const inputs = { values: 'B=new', 'restore-deleted': 'true', 'expect-version': firstVersion }
    expect((await syncApp(appWorld(stored, deleted), inputs)).outputs['outcome']).toBe('written')
  })

  it('that turns out to be wrong is left restored, which is said', async () => {
    const inputs = { values: 'B=new', 'restore-deleted': 'true', schema: 'C: {required: true}' }
    const run = await syncApp(appWorld(stored, deleted), inputs)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    expect(run.errors[0]?.message).toContain('C of app is missing')
    expect(run.errors[0]?.message).toContain('The deletion of app was taken back before that.')
    expect(run.app).toMatchObject({ isDeleted: false, document: { A: 'old' }, versions: 1 })
  })

  it('is neither checked nor pulled', async () => {
    for (const mode of ['check', 'pull']) {
      const run = await syncApp(appWorld(stored, deleted), { mode, schema: 'A: {}' })
      expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
      expect(run.variables).toEqual({})
    }
  })
})

describe('a secret that is written too often', () => {
  it('is warned of from 90 versions of a day on, refused at 100, and written again a day later', async () => {
    let first: Awaited<ReturnType<typeof syncAlso>> | undefined
    const run = await syncApp(
      appWorld({ A: '0' }),
      { values: 'A=100' },
      {
        async before() {
          await writeTimes(88)
          first = await syncAlso({ 'secret-id': 'app', values: 'A=90' })
          expect(first.warnings).toEqual([])
          const next = await syncAlso({ 'secret-id': 'app', values: 'A=91' })
          expect(next.warnings.join()).toContain('90 versions')
          await writeTimes(9)
          expect((await readSecret('app'))?.versions).toBe(100)
        },
        async afterwards() {
          await wait(25 * 3600)
          const later = await syncAlso({ 'secret-id': 'app', values: 'A=101' })
          expect(later.outputs['outcome']).toBe('written')
        },
      },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(run.errors[0]?.message).toContain('100 versions')
    expect(run.app?.document).toEqual({ A: '101' })
  })

  it('is refused by Secrets Manager where the versions may not be counted', async () => {
    const allowed = {
      Effect: 'Allow',
      NotAction: 'secretsmanager:ListSecretVersionIds',
      Resource: '*',
    }
    const caller = { policies: [{ Version: '2012-10-17', Statement: [allowed] }] }
    const run = await syncIn(
      appWorld({ A: '0' }, {}, { caller }),
      { 'secret-id': 'app', values: 'A=100' },
      { before: () => writeTimes(99) },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(run.errors[0]?.message).toContain('takes no other version')
  })
})

async function writeTimes(times: number): Promise<void> {
  await withSecretsManager(async (client) => {
    for (let i = 0; i < times; i++) {
      const SecretString = JSON.stringify({ A: `t${i}` })
      await client.send(new PutSecretValueCommand({ SecretId: 'app', SecretString }))
    }
  })
}

describe('the expected version', () => {
  it('lets a step write that follows the one that told it', async () => {
    let versionId = ''
    const run = await syncApp(
      appWorld(stored),
      { values: 'A=1' },
      {
        async afterwards(_, recorded) {
          versionId = recorded.outputs['version-id'] ?? ''
          const next = await syncAlso({
            'secret-id': 'app',
            values: 'A=2',
            'expect-version': versionId,
          })
          expect(next.outputs).toMatchObject({
            outcome: 'written',
            'previous-version-id': versionId,
          })
        },
      },
    )
    expect(run.app?.document).toEqual({ A: '2' })
  })

  it('names the run that wrote in between, and when', async () => {
    const run = await syncApp(
      appWorld(stored),
      { values: 'A=mine', 'expect-version': firstVersion },
      {
        run: stepOf({ id: '8' }),
        async before() {
          await syncAlso({ 'secret-id': 'app', values: 'A=theirs' }, { id: '4711', attempt: '3' })
        },
      },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.errors[0]?.message).toMatch(
      /version deploy-actions-4711-3-\w+, written 2026-01-01T00:00:00.000Z by run 4711 \(attempt 3\) of this action/,
    )
    expect(run.app?.document).toEqual({ A: 'theirs' })
  })

  it('is none for a secret that is created, or has no value yet', async () => {
    const inputs = { values: 'A=1', 'expect-version': 'none' }
    expect((await syncApp({}, inputs)).outputs['outcome']).toBe('written')
    expect((await syncApp(appWorld(null), inputs)).outputs['outcome']).toBe('written')
  })
})
