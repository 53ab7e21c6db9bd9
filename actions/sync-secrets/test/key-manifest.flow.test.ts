import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import {
  createAwsClients,
  findKeyManifest,
  rememberSecrets,
  type KeysLookup,
} from '@deploy-actions/aws'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { appWorld, firstVersion, syncAlso, syncApp, syncIn } from './in-flow.ts'
import { withSecretsManager, type Kept } from './secrets-kept.ts'

type Tags = NonNullable<NonNullable<World['secrets']>[number]['tags']>

function tagsOf(kept: Kept | undefined): Tags {
  return Object.entries(kept?.tags ?? {}).map(([Key, Value]) => ({ Key, Value }))
}

function manifestOf(kept: Kept | undefined) {
  return findKeyManifest(tagsOf(kept))
}

/** What the preflight of a definition learns of the keys of `app`. */
async function preflightOf(version?: string): Promise<KeysLookup> {
  const clients = createAwsClients({ action: 'test' })
  try {
    const lookups = rememberSecrets({ clients, signal: new AbortController().signal })
    const secret = await lookups.secret('app')
    if (secret.kind !== 'found') throw new Error('not found')
    const current = [...secret.versions].find(([, stages]) => stages.includes('AWSCURRENT'))
    return await lookups.keys(secret, version ?? current?.[0] ?? '')
  } finally {
    clients.destroy()
  }
}

const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`SOME_KEY_NUMBER_${i}`, 'x']))

describe('the names of keys in the tags of a secret', () => {
  it('are split where one tag is too short, and read in their order', async () => {
    const run = await syncApp({}, { values: JSON.stringify(many) })
    expect(Object.keys(run.app?.tags ?? {}).toSorted()).toEqual([
      'deploy-actions:keys',
      'deploy-actions:keys-version',
      'deploy-actions:keys:2',
      'deploy-actions:keys:3',
      'deploy-actions:keys:4',
      'deploy-actions:keys:5',
    ])
    expect(Object.values(run.app?.tags ?? {}).every((value) => value.length <= 256)).toBe(true)
    expect(manifestOf(run.app)).toEqual({
      keys: Object.keys(many),
      versionId: run.outputs['version-id'],
    })
  })

  it('leave nothing of a longer list behind', async () => {
    const run = await syncApp(
      {},
      { values: JSON.stringify(many) },
      {
        async afterwards() {
          const inputs = { 'secret-id': 'app', values: 'ONE=1\nTWO=2', write: 'replace' }
          expect((await syncAlso(inputs)).outputs['outcome']).toBe('written')
        },
      },
    )
    expect(run.app?.tags).toEqual({
      'deploy-actions:keys': 'ONE TWO',
      'deploy-actions:keys-version': run.app?.labels['AWSCURRENT'],
    })
  })

  it('are told to a preflight that may not read the value', async () => {
    const first = await syncApp({}, { values: 'A=1\nB=2' })
    const denied = { Effect: 'Allow', NotAction: 'secretsmanager:GetSecretValue', Resource: '*' }
    const world: World = {
      secrets: [
        {
          name: 'app',
          value: {},
          versionId: first.outputs['version-id'] ?? '',
          tags: tagsOf(first.app),
        },
      ],
      caller: { policies: [{ Version: '2012-10-17', Statement: [denied] }] },
    }
    let lookup: KeysLookup | undefined
    await syncIn(
      world,
      { 'secret-id': 'app', mode: 'check', schema: 'A: {}' },
      {
        async before() {
          lookup = await preflightOf()
        },
      },
    )
    expect(lookup).toEqual({
      kind: 'keys',
      types: new Map([
        ['A', undefined],
        ['B', undefined],
      ]),
    })
  })

  it('are not believed by a preflight when somebody else has written since', async () => {
    let lookup: KeysLookup | undefined
    const run = await syncApp(
      {},
      { values: 'A=1\nB=2' },
      {
        async afterwards() {
          await withSecretsManager((client) =>
            client.send(new PutSecretValueCommand({ SecretId: 'app', SecretString: '{"C":"3"}' })),
          )
          lookup = await preflightOf()
          const again = await syncAlso({ 'secret-id': 'app', values: 'C=3' })
          expect(again.outputs['outcome']).toBe('unchanged')
        },
      },
    )
    expect(lookup).toEqual({ kind: 'keys', types: new Map([['C', 'string']]) })
    expect(manifestOf(run.app)).toEqual({ keys: ['C'], versionId: run.app?.labels['AWSCURRENT'] })
  })

  it('do not have a key that is given and not written', async () => {
    const inputs = { values: 'A=1\nKEYSET=x', schema: 'KEYSET: {policy: never-touch}' }
    const run = await syncApp(appWorld({}), inputs)
    expect(run.app?.document).toEqual({ A: '1' })
    expect(manifestOf(run.app)?.keys).toEqual(['A'])
  })

  it('of an empty document are none, which is known as well', async () => {
    const run = await syncApp(appWorld({ A: '1' }), { values: '!A' })
    expect(manifestOf(run.app)).toEqual({ keys: [], versionId: run.outputs['version-id'] })
  })

  it.each([
    ['with a space', { 'two words': 'x' }],
    ['with a character that tags do not know', { 'a*b': 'x' }],
    ['longer than a tag', { ['k'.repeat(257)]: 'x' }],
  ])('are not recorded for a name %s, and the secret is written', async (_, values) => {
    const run = await syncApp({}, { values: JSON.stringify(values) })
    expect(run.outputs['outcome']).toBe('written')
    expect(run.app?.document).toEqual(values)
    expect(run.app?.tags).toEqual({})
    expect(run.warnings).toEqual([])
    expect(run.log.join('\n')).toContain('do not fit into tags')
  })

  it('are not believed when those of the current version fit no more', async () => {
    const tags: Tags = [
      { Key: 'deploy-actions:keys', Value: 'A' },
      { Key: 'deploy-actions:keys-version', Value: firstVersion },
    ]
    const run = await syncApp(appWorld({ A: '1' }, { tags }), { values: '{"two words":"x"}' })
    expect(manifestOf(run.app)?.versionId).not.toBe(run.outputs['version-id'])
  })

  it('that a killed run has left over are taken away by the next, once', async () => {
    const tags: Tags = [
      { Key: 'deploy-actions:keys', Value: 'A' },
      { Key: 'deploy-actions:keys:2', Value: 'B' },
      { Key: 'deploy-actions:keys-version', Value: firstVersion },
    ]
    const run = await syncApp(appWorld({ A: '1' }, { tags }), { values: 'A=1' })
    expect(changes(run.simulator)).toEqual(['UntagResource'])
    expect(run.app?.tags).not.toHaveProperty('deploy-actions:keys:2')
  })

  it('are taken away with key-manifest: false, whatever else is done', async () => {
    const tags: Tags = [
      { Key: 'team', Value: 'shop' },
      { Key: 'deploy-actions:keys', Value: 'A' },
      { Key: 'deploy-actions:keys:2', Value: 'B' },
      { Key: 'deploy-actions:keys-version', Value: `${firstVersion} 2` },
    ]
    const inputs = { values: 'A=1', 'key-manifest': 'false' }
    const dry = await syncApp(appWorld({ A: '1' }, { tags }), { ...inputs, 'dry-run': 'true' })
    expect(dry.log.join('\n')).toContain('takes the names of its keys out of its tags')
    const run = await syncApp(appWorld({ A: '1' }, { tags }), inputs)
    expect(run.app?.tags).toEqual({ team: 'shop' })
    expect(changes(run.simulator)).toEqual(['UntagResource'])
  })

  it.each([
    [48, true],
    [49, false],
  ])('beside %i other tags are recorded: %s', async (count, isRecorded) => {
    const tags = Array.from({ length: count }, (_, i) => ({ Key: `t${i}`, Value: 'x' }))
    const run = await syncApp(appWorld({}, { tags }), { values: 'A=1' })
    expect(run.outputs['outcome']).toBe('written')
    expect(run.warnings).toEqual([])
    expect(Object.keys(run.app?.tags ?? {})).toHaveLength(isRecorded ? 50 : 49)
  })

  it('are left out where they would take the place of tags that are asked for', async () => {
    const tags = Array.from({ length: 49 }, (_, i) => `t${i}=x`).join('\n')
    for (const world of [{}, appWorld({ B: 'y' })]) {
      const run = await syncApp(world, { values: 'A=1', tags })
      expect(run.outputs['outcome']).toBe('written')
      expect(Object.keys(run.app?.tags ?? {})).toHaveLength(49)
    }
  })

  it('and a role that may not tag: written, with a warning that shows the statement', async () => {
    const denied = { Effect: 'Allow', NotAction: 'secretsmanager:TagResource', Resource: '*' }
    const caller = { policies: [{ Version: '2012-10-17', Statement: [denied] }] }
    const run = await syncApp(appWorld({ A: '1' }, {}, { caller }), { values: 'A=2' })
    expect(run.outputs['outcome']).toBe('written')
    expect(run.warnings.join('\n')).toMatch(
      /needs secretsmanager:TagResource on.*key-manifest: false/s,
    )
    expect(changes(run.simulator)).toContain('PutSecretValue')
  })
})
