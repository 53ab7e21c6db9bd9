import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { appWorld, firstVersion, syncApp } from './in-flow.ts'
import { withSecretsManager } from './secrets-kept.ts'

const stored = { DATABASE_URL: 'postgresql://db/one', REDIS_URL: 'redis://cache', PORT: 5432 }

function planOf(run: { readonly outputs: Readonly<Record<string, string>> }): unknown {
  return JSON.parse(run.outputs['plan'] ?? '{}')
}

const nothing = { added: [], changed: [], removed: [], unchanged: [] }
const plainly = { generated: [], derived: [], refused: [] }

describe('a secret that is not there', () => {
  it('is created with value, description, key, tags and key manifest in one call', async () => {
    const run = await syncApp(
      {},
      {
        values: 'A=one\nB=two',
        description: 'Of the app',
        'kms-key-id': 'alias/app',
        tags: 'team=shop',
      },
    )
    const id = run.outputs['version-id'] ?? ''
    expect(id).toMatch(/^deploy-actions-7-1-[0-9a-f]{20}$/)
    expect(run.app).toEqual({
      arn: run.outputs['secret-arn'],
      text: '{"A":"one","B":"two"}',
      document: { A: 'one', B: 'two' },
      labels: { AWSCURRENT: id },
      versions: 1,
      tags: { team: 'shop', 'deploy-actions:keys': 'A B', 'deploy-actions:keys-version': id },
      description: 'Of the app',
      kmsKeyId: 'alias/app',
      isDeleted: false,
    })
    expect(run.outputs).toMatchObject({ outcome: 'written', changed: 'true', 'unused-keys': '[]' })
    expect(run.outputs).not.toHaveProperty('previous-version-id')
    expect(planOf(run)).toEqual({ app: { ...nothing, ...plainly, added: ['A', 'B'] } })
    expect(changes(run.simulator)).toEqual(['CreateSecret'])
  })

  it('is not created with create: never', async () => {
    const world = appWorld({}, { name: 'app-staging' })
    const run = await syncApp(world, { values: 'A=1', create: 'never' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(run.errors[0]?.message).toContain('There is no secret app')
    expect(run.errors[0]?.message).toContain('app-staging')
    expect(changes(run.simulator)).toEqual([])
  })

  it('is not created under an ARN', async () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf'
    const run = await syncApp({}, { 'secret-id': arn, values: 'A=1' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(run.errors[0]?.message).toContain('A secret that is to be created is named')
    expect(changes(run.simulator)).toEqual([])
  })

  it('is created without value by a schema that generates it', async () => {
    const schema = 'KEY: {generate: {bytes: 16, encoding: hex}}'
    const run = await syncApp({}, { schema })
    const { KEY = '' } = (run.app?.document ?? {}) as { readonly KEY?: string } // JSON
    expect(KEY).toMatch(/^[0-9a-f]{32}$/)
    expect(run.everything).not.toContain(KEY)
  })
})

describe('merging', () => {
  it('keeps what it does not know byte for byte, in its place', async () => {
    const text =
      '{"first":"1","big":12345678901234567890,"one":1.0,"nested":{"b":[1.10,null],"a":"é"},"A":"old"}'
    const run = await syncApp(appWorld(text), { values: 'A=new\nZ=last' })
    expect(run.app?.text).toBe(text.replace('"old"}', '"new","Z":"last"}'))
    expect(run.outputs).toMatchObject({
      outcome: 'written',
      changed: 'true',
      'version-id': run.app?.labels['AWSCURRENT'],
      'previous-version-id': firstVersion,
    })
    expect(run.app?.labels).toEqual({
      AWSCURRENT: run.outputs['version-id'],
      AWSPREVIOUS: firstVersion,
    })
    const unchanged = ['first', 'big', 'one', 'nested']
    expect(planOf(run)).toEqual({
      app: { ...nothing, ...plainly, added: ['Z'], changed: ['A'], unchanged },
    })
  })

  it('removes a key that is given as !KEY, and no other', async () => {
    const run = await syncApp(appWorld(stored), { values: '!REDIS_URL\nNEW=x' })
    expect(run.app?.document).toEqual({ DATABASE_URL: stored.DATABASE_URL, PORT: 5432, NEW: 'x' })
    expect(planOf(run)).toMatchObject({ app: { removed: ['REDIS_URL'], added: ['NEW'] } })
  })

  it('writes nothing when all is equal, and records the names of the keys once', async () => {
    const inputs = { values: 'DATABASE_URL=postgresql://db/one\nPORT=5432' }
    const run = await syncApp(appWorld(stored), inputs)
    expect(run.outputs).toMatchObject({
      outcome: 'unchanged',
      changed: 'false',
      'version-id': firstVersion,
    })
    expect(run.app?.versions).toBe(1)
    expect(run.app?.document).toEqual(stored)
    expect(changes(run.simulator)).toEqual(['TagResource'])
    const again = await syncApp(
      appWorld(stored, {
        tags: Object.entries(run.app?.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
      }),
      inputs,
    )
    expect(again.outputs['outcome']).toBe('unchanged')
    expect(changes(again.simulator)).toEqual([])
  })

  it('leaves the tags alone with key-manifest: false', async () => {
    const run = await syncApp(appWorld(stored), { values: 'A=1', 'key-manifest': 'false' })
    expect(run.app?.tags).toEqual({})
    expect(run.outputs['outcome']).toBe('written')
  })

  it('gives a secret without a value its first', async () => {
    const run = await syncApp(appWorld(null), { values: 'A=1' })
    expect(run.app?.document).toEqual({ A: '1' })
    expect(run.app?.labels).toEqual({ AWSCURRENT: run.outputs['version-id'] })
    expect(run.outputs).not.toHaveProperty('previous-version-id')
  })

  it.each([
    ['no JSON', 'plain text'],
    ['a list', '[1]'],
    ['a text', '"text"'],
    ['null', 'null'],
    ['broken JSON', '{"A":'],
  ])('refuses a secret that is %s, and says what else there is', async (_, text) => {
    const run = await syncApp(appWorld(text), { values: 'A=1' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(run.errors[0]?.message).toMatch(/no JSON object.*write: raw.*write: replace/s)
    expect(run.app?.text).toBe(text)
    expect(changes(run.simulator)).toEqual([])
  })

  it('refuses a secret of bytes', async () => {
    const run = await syncApp(appWorld(null), { values: 'A=1' }, { before: putBytes })
    expect(run.errors[0]?.message).toContain('holds bytes (SecretBinary)')
    expect(run.app?.versions).toBe(1)
  })
})

async function putBytes(): Promise<void> {
  await withSecretsManager((client) =>
    client.send(
      new PutSecretValueCommand({ SecretId: 'app', SecretBinary: new Uint8Array([0, 159]) }),
    ),
  )
}

describe('replacing', () => {
  it('removes what is not given, and names it', async () => {
    const run = await syncApp(appWorld(stored), { values: 'REDIS_URL=redis://x', write: 'replace' })
    expect(run.app?.document).toEqual({ REDIS_URL: 'redis://x' })
    expect(planOf(run)).toMatchObject({
      app: { removed: ['DATABASE_URL', 'PORT'], changed: ['REDIS_URL'] },
    })
    expect(run.warnings.join('\n')).toContain('removes DATABASE_URL, PORT')
  })

  it.each(['plain text', '[1]'])(
    'puts a document in the place of %s, and says so',
    async (text) => {
      const run = await syncApp(appWorld(text), { values: 'A=1', write: 'replace' })
      expect(run.app?.document).toEqual({ A: '1' })
      expect(run.warnings.join('\n')).toContain('no JSON object and is replaced as a whole')
    },
  )

  it('puts a document in the place of bytes', async () => {
    const run = await syncApp(
      appWorld(null),
      { values: 'A=1', write: 'replace' },
      { before: putBytes },
    )
    expect(run.app?.document).toEqual({ A: '1' })
  })
})

describe('write: raw', () => {
  const pem = '-----BEGIN KEY-----\nMIIBVgIBADANBg\n-----END KEY-----\n'

  it.each([
    ['over another text', 'old'],
    ['over a document', { A: '1' }],
    ['as the first', null],
  ])('writes the whole text as it is, %s', async (_, value) => {
    const run = await syncApp(appWorld(value), { values: pem, write: 'raw' })
    expect(run.app?.text).toBe(pem)
    expect(run.app?.tags).toEqual({})
    expect(run.outputs['outcome']).toBe('written')
  })

  it('writes nothing when the text is there', async () => {
    const run = await syncApp(appWorld(pem), { values: pem, write: 'raw' })
    expect(run.outputs['outcome']).toBe('unchanged')
    expect(changes(run.simulator)).toEqual([])
  })
})

describe('a dry run', () => {
  it.each([
    ['of a secret that is not there', {}],
    ['of one that is', appWorld(stored)],
    [
      'of one that is scheduled for deletion',
      appWorld(stored, { deletedDate: '2026-01-20T00:00:00Z' }),
    ],
  ])('%s plans and changes nothing', async (_, world) => {
    const run = await syncApp(world, {
      values: 'A=1',
      tags: 'a=b',
      'dry-run': 'true',
      'restore-deleted': 'true',
    })
    expect(run.outputs).toMatchObject({ outcome: 'planned', changed: 'false' })
    expect(planOf(run)).toMatchObject({ app: { added: ['A'] } })
    expect(changes(run.simulator)).toEqual([])
  })

  it('tells what it would set besides the value', async () => {
    const inputs = { values: 'PORT=5432', description: 'New', tags: 'a=b', 'dry-run': 'true' }
    const run = await syncApp(appWorld(stored), inputs)
    expect(run.log.join('\n')).toContain('sets description, tags a')
    expect(run.summary).toContain('description, tags a')
    expect(changes(run.simulator)).toEqual([])
  })

  it('is red where the run itself would be', async () => {
    const inputs = { values: 'A=', schema: 'A: {required: true}', 'dry-run': 'true' }
    const run = await syncApp(appWorld(stored), inputs)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
  })
})

describe('description, key and tags', () => {
  const described = {
    description: 'Old',
    kmsKeyId: 'alias/app',
    tags: [
      { Key: 'team', Value: 'shop' },
      { Key: 'env', Value: 'x' },
    ],
  }
  const same = { values: 'PORT=5432', 'key-manifest': 'false' }

  it('are set without a new version where they differ, and other tags stay', async () => {
    const run = await syncApp(appWorld(stored, described), {
      ...same,
      description: 'New',
      'kms-key-id': 'alias/other',
      tags: 'env=y\nowner=me',
    })
    expect(run.outputs).toMatchObject({ outcome: 'written', changed: 'false' })
    expect(run.app).toMatchObject({
      versions: 1,
      description: 'New',
      kmsKeyId: 'alias/other',
      tags: { team: 'shop', env: 'y', owner: 'me' },
    })
  })

  const key = '1234abcd-12ab-34cd-56ef-1234567890ab'
  const arn = `arn:aws:kms:us-east-1:123456789012:key/${key}`
  it.each([
    ['an alias', 'alias/app', 'alias/app'],
    ['the ARN of an alias', 'alias/app', 'arn:aws:kms:us-east-1:123456789012:alias/app'],
    ['an id for its ARN', arn, key],
    ['an ARN for its id', key, arn],
    ["AWS's own key where none is named", undefined, 'alias/aws/secretsmanager'],
  ])('are left alone where they are the same: %s', async (_, kmsKeyId, wanted) => {
    const world = appWorld(stored, { ...described, ...(kmsKeyId ? { kmsKeyId } : {}) })
    const [secret] = world.secrets ?? []
    const { kmsKeyId: _key, ...keyless } = { ...secret, name: 'app', value: stored }
    const run = await syncApp(kmsKeyId === undefined ? { secrets: [keyless] } : world, {
      ...same,
      description: 'Old',
      'kms-key-id': wanted,
      tags: 'team=shop',
    })
    expect(run.outputs['outcome']).toBe('unchanged')
    expect(changes(run.simulator)).toEqual([])
  })
})
