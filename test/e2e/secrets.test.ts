import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rehearseHere, stepOf } from '../support/rehearse-here.ts'

const examples = resolve(import.meta.dirname, '../../workflows-examples')

interface Case {
  readonly system: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** For each secret the keys that come to it, by where they come from. */
  readonly added: Readonly<Record<string, Added>>
}

interface Added {
  readonly given?: readonly string[]
  readonly generated?: readonly string[]
  readonly derived?: readonly string[]
}

const database = 'canary-4f81c0d2'
const stripe = (mode: string) => ({
  STRIPE_SECRET_KEY: `sk_${mode}_canary51b2aa`,
  STRIPE_WEBHOOK_SECRET: 'whsec_canary9e60bb',
})
const stores = {
  DATABASE_URL: `postgresql+asyncpg://arbiter:${database}@database.internal:5432/arbiter`,
  REDIS_URL: 'rediss://:canary-77aa02f1@cache.internal:6379/0',
}
const backend = ['DATABASE_URL', 'REDIS_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET']
const settings = [
  ...['APP_MODE', 'APP_ENV', 'LLM_PROVIDER', 'EMBEDDING_PROVIDER', 'VECTOR_STORE_PROVIDER'],
  ...['AWS_REGION', 'ALLOWED_ORIGINS', 'APP_BASE_URL', 'TRUSTED_PROXY_HOPS', 'LOG_LEVEL'],
]

const runbook = (environment: string, mode: string): Case => ({
  system: 'arbiter-runbook',
  inputs: { environment },
  vars: { STRIPE_PRICE_ID: 'price_example' },
  secrets: { ...stores, ...stripe(mode), BREVO_API_KEY: 'xkeysib-canary-d40b17' },
  added: {
    [`arbiter-ai/${environment}`]: {
      given: [...backend, 'STRIPE_PRICE_ID', 'BREVO_API_KEY'],
      generated: ['NEXTAUTH_SECRET'],
    },
    [`arbiter-ai/${environment}-frontend`]: {
      derived: ['AUTH_SECRET', 'DATABASE_URL', 'BREVO_API_KEY'],
    },
  },
})

const guide = (environment: string, mode: 'test' | 'live'): Case => ({
  system: 'arbiter-guide',
  inputs: { environment },
  vars: {
    STRIPE_PRICE_ID: 'price_example',
    APP_MODE: mode === 'live' ? 'production' : 'sandbox',
    ALLOWED_ORIGINS: 'https://arbiter-ai.com,https://www.arbiter-ai.com',
    APP_BASE_URL: 'https://arbiter-ai.com',
    LOG_LEVEL: 'INFO',
  },
  secrets: { ...stores, ...stripe(mode) },
  added: {
    [`arbiter-ai/${environment}`]: {
      given: [...backend, 'STRIPE_PRICE_ID', ...settings],
      generated: ['NEXTAUTH_SECRET'],
    },
    [`arbiter-ai/${environment}-frontend`]: { derived: ['AUTH_SECRET', 'DATABASE_URL'] },
  },
})

const cases: readonly Case[] = [
  runbook('sandbox', 'test'),
  runbook('production', 'live'),
  guide('staging', 'test'),
  guide('production', 'live'),
  {
    system: 'agent-saas',
    secrets: { ...stores, DATABASE_URL: `postgresql://app:${database}@database.internal/app` },
    added: {
      'agent-saas/production/app': { given: ['DATABASE_URL', 'REDIS_URL'] },
      'agent-saas/production/signing': { generated: ['value'] },
    },
  },
  {
    system: 'everruns',
    vars: { GHCR_USERNAME: 'everruns-bot' },
    secrets: { OPENAI_API_KEY: 'sk-canary-51b2aa', GHCR_TOKEN: 'ghp_canary9e60bb' },
    added: {
      'everruns/production/openai-api-key': { given: ['api_key'] },
      'everruns/production/github-token': { given: ['token', 'username'], derived: ['password'] },
    },
  },
]

function write({ system, inputs = {}, vars, secrets }: Omit<Case, 'added'>) {
  const role = { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/secrets' }
  const clusters = ['arbiter-sandbox', 'arbiter-production', 'arbiter-ai', 'agent-saas']
  return rehearseHere(`${examples}/${system}/write-secrets.yml`, {
    clusters: [...clusters, 'everruns-production'].map((name) => ({ name })),
    github: { inputs, secrets, vars: { ...role, ...vars } },
  })
}

describe.each(cases)('the secrets of $system, for $inputs', ({ added, ...situation }) => {
  it('are written with every key that their schemas ask for, and without showing one', async () => {
    const run = await write(situation)
    expect(run.conclusion).toBe('success')
    const { outputs } = stepOf(run, 'write')
    expect(outputs['outcome']).toBe('written')
    const plan: unknown = JSON.parse(outputs['plan'] ?? '')
    for (const [id, { given = [], generated = [], derived = [] }] of Object.entries(added)) {
      expect(plan).toHaveProperty([id], {
        added: expect.toSatisfy(isSameSet([...given, ...generated, ...derived])),
        generated,
        derived,
        changed: [],
        removed: [],
        unchanged: [],
        refused: [],
      })
    }
    expect(JSON.stringify(run)).not.toContain('canary')
  })
})

function isSameSet(names: readonly string[]) {
  return (keys: readonly string[]): boolean =>
    keys.length === names.length && new Set([...keys, ...names]).size === names.length
}

describe('the secrets of production with Stripe keys of the test mode', () => {
  it('are refused, by the name of the key', async () => {
    const run = await write(runbook('production', 'test'))
    expect(run.conclusion).toBe('failure')
    const { outputs, annotations } = stepOf(run, 'write')
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'secret', changed: 'false' })
    expect(annotations.map(({ message }) => message).join()).toContain('STRIPE_SECRET_KEY')
    expect(JSON.stringify(run)).not.toContain('canary')
  })
})

describe('the secrets of the sandbox with live keys, of which GitHub does not have one', () => {
  it('are refused with all that is wrong, in a run that only plans as well', async () => {
    const { inputs, secrets, ...given } = runbook('sandbox', 'live')
    const run = await write({
      ...given,
      inputs: { ...inputs, 'plan-only': 'true' },
      secrets: { ...secrets, REDIS_URL: '' },
    })
    expect(stepOf(run, 'write').outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    expect(run.text).toContain('REDIS_URL of arbiter-ai/sandbox is empty')
    expect(run.text).toContain(
      'STRIPE_SECRET_KEY of arbiter-ai/sandbox matches the pattern ^sk_live_',
    )
  })
})
