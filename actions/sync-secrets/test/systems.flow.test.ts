import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { syncIn, syncAlso } from './in-flow.ts'
import { readSecret, type Kept } from './secrets-kept.ts'

async function syncAll(
  world: World,
  inputs: Readonly<Record<string, string>>,
  ids: readonly string[],
) {
  const kept = new Map<string, Kept['document']>()
  const run = await syncIn(world, inputs, {
    async afterwards() {
      for (const id of ids) kept.set(id, (await readSecret(id))?.document)
    },
  })
  return { ...run, kept }
}

const backend = {
  DATABASE_URL: 'postgresql+asyncpg://arbiter:pa%40ss@db:5432/arbiter',
  REDIS_URL: 'redis://cache:6379/0',
  STRIPE_SECRET_KEY: 'sk_test_4eC39HqLyjWDarjtT1zdp7dc',
  STRIPE_WEBHOOK_SECRET: 'whsec_8jN2kPq4',
  STRIPE_PRICE_ID: 'price_1Nabc',
  BREVO_API_KEY: 'xkeysib-77d1',
}

const stripe = { sandbox: '^sk_test_', production: '^sk_live_' } as const

/** The runbook's backend and frontend, one of which is made of the other. */
function arbiter(
  environment: keyof typeof stripe,
  values: Readonly<Record<string, string>>,
): string {
  return JSON.stringify({
    [`arbiter-ai/${environment}`]: {
      values,
      schema: {
        DATABASE_URL: { required: 'true', scheme: 'postgresql+asyncpg' },
        REDIS_URL: { required: 'true', scheme: ['redis', 'rediss'] },
        NEXTAUTH_SECRET: {
          required: 'true',
          generate: { bytes: '32', encoding: 'base64' },
          pattern: '^[A-Za-z0-9+/]{43}=$',
        },
        STRIPE_SECRET_KEY: { required: 'true', pattern: stripe[environment] },
        STRIPE_WEBHOOK_SECRET: { required: 'true', pattern: '^whsec_' },
        STRIPE_PRICE_ID: { required: 'true', pattern: '^price_', class: 'config' },
        BREVO_API_KEY: { required: 'true' },
        AWS_ACCESS_KEY_ID: { forbid: 'true' },
      },
    },
    [`arbiter-ai/${environment}/frontend`]: {
      schema: {
        AUTH_SECRET: {
          required: 'true',
          derive: `\${arbiter-ai/${environment}#NEXTAUTH_SECRET}`,
          equals: `arbiter-ai/${environment}#NEXTAUTH_SECRET`,
        },
        DATABASE_URL: {
          required: 'true',
          derive: `\${arbiter-ai/${environment}#DATABASE_URL|scheme:postgresql}`,
        },
      },
    },
  })
}

const sandbox = ['arbiter-ai/sandbox', 'arbiter-ai/sandbox/frontend'] as const

describe('the runbook (S0)', () => {
  it('gets backend and frontend from nothing: the secret drawn once, the sync driver derived', async () => {
    const run = await syncAll({}, { secrets: arbiter('sandbox', backend) }, sandbox)
    expect(run.outputs).toMatchObject({ outcome: 'written', changed: 'true' })
    const { NEXTAUTH_SECRET, ...given } = run.kept.get(sandbox[0]) as Record<string, string>
    expect(given).toEqual(backend)
    expect(NEXTAUTH_SECRET).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect(run.kept.get(sandbox[1])).toEqual({
      AUTH_SECRET: NEXTAUTH_SECRET,
      DATABASE_URL: 'postgresql://arbiter:pa%40ss@db:5432/arbiter',
    })
    expect(JSON.parse(run.outputs['plan'] ?? '')).toMatchObject({
      [sandbox[0]]: { generated: ['NEXTAUTH_SECRET'] },
      [sandbox[1]]: { derived: ['AUTH_SECRET', 'DATABASE_URL'] },
    })
    expect(run.everything).not.toContain(NEXTAUTH_SECRET)
    expect(run.everything).not.toContain('pa%40ss')
  })

  it('is unchanged the second time, and follows a new database in both', async () => {
    const inputs = { secrets: arbiter('sandbox', backend) }
    const run = await syncIn({}, inputs, {
      async afterwards() {
        const before = await readSecret(sandbox[1])
        expect((await syncAlso(inputs)).outputs['outcome']).toBe('unchanged')
        const moved = { ...backend, DATABASE_URL: 'postgresql+asyncpg://other' }
        const next = await syncAlso({ secrets: arbiter('sandbox', moved) })
        expect(JSON.parse(next.outputs['plan'] ?? '')).toMatchObject({
          [sandbox[0]]: { changed: ['DATABASE_URL'], generated: [] },
          [sandbox[1]]: { changed: ['DATABASE_URL'], unchanged: ['AUTH_SECRET'] },
        })
        expect((await readSecret(sandbox[1]))?.document).toEqual({
          ...(before?.document as object),
          DATABASE_URL: 'postgresql://other',
        })
      },
    })
    expect(run.outputs['outcome']).toBe('written')
  })

  it.each([
    ['sandbox', 'sk_live_4eC39HqLyjWDarjtT1zdp7dc', '^sk_test_'],
    ['production', 'sk_test_4eC39HqLyjWDarjtT1zdp7dc', '^sk_live_'],
  ] as const)('refuses in %s the key %s', async (environment, key, pattern) => {
    const values = { ...backend, STRIPE_SECRET_KEY: key }
    const run = await syncIn({}, { secrets: arbiter(environment, values) })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    expect(run.errors[0]?.message).toContain(
      `STRIPE_SECRET_KEY of arbiter-ai/${environment} does not match the pattern ${pattern}`,
    )
    expect(run.everything).not.toContain(key)
    expect(changes(run.simulator)).toEqual([])
  })

  it.each(['check', 'pull'])(
    'finds with mode %s a frontend whose AUTH_SECRET is another',
    async (mode) => {
      const next = { NEXTAUTH_SECRET: `${'a'.repeat(43)}=` }
      const world: World = {
        secrets: [
          { name: sandbox[0], value: { ...backend, ...next } },
          {
            name: sandbox[1],
            value: {
              AUTH_SECRET: `${'b'.repeat(43)}=`,
              DATABASE_URL: 'postgresql://arbiter:pa%40ss@db:5432/arbiter',
            },
          },
        ],
      }
      const run = await syncIn(world, { mode, secrets: arbiter('sandbox', {}) })
      expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
      expect(run.errors[0]?.message).toContain(
        'AUTH_SECRET of arbiter-ai/sandbox/frontend does not equal arbiter-ai/sandbox#NEXTAUTH_SECRET',
      )
      expect(run.variables).toEqual({})
    },
  )

  it('refuses keys of AWS', async () => {
    const values = { ...backend, AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' }
    const run = await syncIn({}, { secrets: arbiter('sandbox', values) })
    expect(run.errors[0]?.message).toContain(
      'AWS_ACCESS_KEY_ID of arbiter-ai/sandbox must not be there',
    )
  })
})

describe('the guide (S1)', () => {
  it('keeps its settings readable in the log and whole in the outputs', async () => {
    const settings = {
      APP_ENV: 'production',
      AWS_REGION: 'us-east-1',
      TRUSTED_PROXY_HOPS: '1',
      LOG_LEVEL: 'INFO',
    }
    const classes = Object.keys(settings).map((key) => `${key}: {class: config}`)
    const run = await syncIn(
      {},
      {
        'secret-id': 'arbiter-ai/production',
        values: JSON.stringify({ ...settings, KEY: 'c4n4ry-of-the-guide' }),
        schema: [...classes, 'KEY: {required: true}'].join('\n'),
      },
    )
    expect(run.outputs['secret-arn']).toContain(
      ':us-east-1:123456789012:secret:arbiter-ai/production-',
    )
    expect(run.log.join('\n')).toContain('arbiter-ai/production is written: version ')
    expect(run.everything).not.toContain('***')
    expect(run.everything).not.toContain('c4n4ry')
  })
})

describe('the starter (S2), whose app writes keyset and signing secret', () => {
  const own = { KEYSET: '{"keys":[{"kid":"2"}]}', SIGNING_SECRET: 'written by the app' }
  const schema =
    'KEYSET: {policy: never-touch}\nSIGNING_SECRET: {policy: create-only, generate: true}\nREDIS_URL: {scheme: rediss}'

  it.each(['merge', 'replace'])('never touches them with write: %s', async (write) => {
    const world: World = {
      secrets: [{ name: 'agent-saas', value: { ...own, REDIS_URL: 'rediss://a', GONE: 'x' } }],
    }
    const values = JSON.stringify({
      REDIS_URL: 'rediss://b',
      KEYSET: 'theirs',
      SIGNING_SECRET: 'theirs',
    })
    const inputs = { 'secret-id': 'agent-saas', schema, values, write }
    const run = await syncAll(world, inputs, ['agent-saas'])
    const others = write === 'merge' ? { GONE: 'x' } : {}
    expect(run.kept.get('agent-saas')).toEqual({ ...own, REDIS_URL: 'rediss://b', ...others })
    expect(JSON.parse(run.outputs['plan'] ?? '')).toMatchObject({
      'agent-saas': { refused: ['KEYSET', 'SIGNING_SECRET'], changed: ['REDIS_URL'] },
    })
    expect(run.warnings.join('\n')).toContain('what is given for KEYSET is not written')
  })

  it('draws the signing secret where there is none yet', async () => {
    const inputs = { 'secret-id': 'agent-saas', schema, values: 'REDIS_URL=rediss://b' }
    const run = await syncAll({}, inputs, ['agent-saas'])
    expect(Object.keys(run.kept.get('agent-saas') ?? {})).toEqual(['REDIS_URL', 'SIGNING_SECRET'])
  })
})

describe('the database secret of Everruns (S4)', () => {
  it('keeps its port a number', async () => {
    const value = { username: 'app', password: 'old', host: 'db', port: 5432, database: 'everruns' }
    const world: World = { secrets: [{ name: 'everruns/production/database', value }] }
    const inputs = {
      'secret-id': 'everruns/production/database',
      values: 'password=new\nport=5432',
    }
    const run = await syncAll(world, inputs, ['everruns/production/database'])
    expect(run.kept.get('everruns/production/database')).toEqual({ ...value, password: 'new' })
  })
})

describe('the same secret', () => {
  it('may not stand twice, be it under its name or its ARN', async () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf'
    const world: World = { secrets: [{ name: 'app', arn, value: {} }] }
    for (const other of ['app', arn, arn.slice(0, -7)]) {
      const secrets = JSON.stringify([
        { 'secret-id': 'app', values: { A: '1' } },
        { 'secret-id': other, values: { B: '2' } },
      ])
      const run = await syncIn(world, { secrets })
      expect(run.outputs).toEqual({ outcome: 'failed', failure: 'input' })
      expect(run.errors[0]?.message).toContain('has app twice')
      expect(changes(run.simulator)).toEqual([])
    }
  })
})
