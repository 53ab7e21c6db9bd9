import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import {
  everrunsService,
  everrunsTemporal,
  guideBackend,
  runbookBackend,
  secretArn,
  starterApi,
} from './guides/definitions.ts'
import { readRendered, refusal, renderIn } from './in-flow.ts'

const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const backendKeys = [
  ...['DATABASE_URL', 'REDIS_URL', 'NEXTAUTH_SECRET', 'STRIPE_SECRET_KEY'],
  ...['STRIPE_WEBHOOK_SECRET', 'STRIPE_PRICE_ID'],
]
const settings = [
  ...['APP_MODE', 'APP_ENV', 'APP_BASE_URL', 'ALLOWED_ORIGINS', 'AWS_REGION', 'LOG_LEVEL'],
  ...['TRUSTED_PROXY_HOPS', 'LLM_PROVIDER', 'EMBEDDING_PROVIDER', 'VECTOR_STORE_PROVIDER'],
]
const valuesOf = (keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, `canary-${key}`]))
const secret = (name: string, value: string | Readonly<Record<string, unknown>>) => ({
  name,
  arn: secretArn(`${name}-AbCdEf`),
  value,
})

const world: World = {
  images: [
    { repository: `${ecr}/arbiter-ai/backend`, tags: ['1.4.0', 'latest'] },
    { repository: 'ghcr.io/owner/agent-saas-api', tags: ['abc123'] },
    { repository: 'docker.io/temporalio/auto-setup', tags: ['1.24.2'] },
    ...['api', 'worker', 'ui'].map((name) => ({
      repository: `ghcr.io/everruns/everruns-${name}`,
      tags: ['latest'],
    })),
  ],
  registries: [{ host: 'ghcr.io', users: [{ username: 'u', password: 'canary-ghcr' }] }],
  secrets: [
    secret('arbiter-ai/sandbox', valuesOf([...backendKeys, 'BREVO_API_KEY'])),
    secret('arbiter-ai/production', valuesOf([...backendKeys, ...settings])),
    secret('agent-saas/database', 'canary-url'),
    secret('agent-saas/signing', 'canary-signing'),
    secret('ghcr-login', { username: 'u', password: 'canary-ghcr' }),
    secret('everruns/production/database', {
      ...valuesOf(['username', 'password', 'host', 'database']),
      port: 5432,
    }),
    secret('everruns/production/openai-api-key', valuesOf(['api_key'])),
  ],
  logGroups: ['/ecs/arbiter-backend-sandbox'],
}
const strict = { preflight: 'strict', 'registry-username': 'u', 'registry-password': 'canary-ghcr' }

describe('S0, the runbook', () => {
  it('renders its backend as it is, and says which key is for somebody else', async () => {
    const run = await renderIn(world, runbookBackend, {
      ...strict,
      environment:
        'ALLOWED_ORIGINS=https://sandbox.example.com\nAPP_BASE_URL=https://sandbox.example.com',
    })
    expect([run.errors, run.warnings]).toEqual([[], []])
    expect(run.log.join('\n')).toContain(
      'Keys of arbiter-ai/sandbox that no container is given: BREVO_API_KEY.',
    )
    const [backend] = (await readRendered(run)).containerDefinitions
    expect(backend?.image).toContain(`${ecr}/arbiter-ai/backend@sha256:`)
    expect(backend?.secrets).toHaveLength(6)
    expect(run.everything).not.toContain('canary')
  })
})

describe('S1, the guide of two services', () => {
  it('has its partial ARNs made whole, and its tag latest made a digest', async () => {
    const run = await renderIn(world, guideBackend(backendKeys), { ...strict, environment: 'A=1' })
    expect([run.errors, run.warnings]).toEqual([[], []])
    const [backend] = (await readRendered(run)).containerDefinitions
    expect(backend?.secrets?.map(({ valueFrom }) => valueFrom)).toEqual(
      backendKeys.map((key) => `${secretArn('arbiter-ai/production-AbCdEf')}:${key}::`),
    )
  })

  it('is refused with a key that is not in use, and so not in the secret', async () => {
    const run = await renderIn(world, guideBackend([...backendKeys, 'PINECONE_API_KEY']), strict)
    expect(refusal(run)).toContain(
      'PINECONE_API_KEY (containerDefinitions[0].secrets[6].valueFrom): The secret arbiter-ai/production has no key PINECONE_API_KEY',
    )
    expect(run.everything).not.toContain('canary')
  })

  it('can have all that its secret holds, key by key', async () => {
    const run = await renderIn(world, guideBackend([]), {
      ...strict,
      'secrets-from': 'arbiter-ai/production',
    })
    expect(run.errors).toEqual([])
    expect((await readRendered(run)).containerDefinitions[0]?.secrets).toHaveLength(16)
  })
})

describe('S2, the starter', () => {
  const outputs = {
    environment: 'production',
    region: 'us-east-1',
    storage_bucket_name: 'agent-saas-files',
    aws_sm_signing_secret_arn: secretArn('agent-saas/signing-AbCdEf'),
    auth_key_secret_arn: secretArn('agent-saas/keyset-AbCdEf'),
  }

  it('takes its values from Terraform, and is warned of a secret that its application will not find', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'guides-')), 'outputs.json')
    const printed = Object.entries(outputs).map(([name, value]) => [
      name,
      { sensitive: false, type: 'string', value },
    ])
    await writeFile(path, JSON.stringify(Object.fromEntries(printed)))
    const run = await renderIn(world, starterApi, { ...strict, 'terraform-outputs': path })
    expect(run.errors).toEqual([])
    expect(run.warnings.join('\n')).toMatch(/AUTH_KEY_SECRET_NAME .*There is no secret .*keyset/)
    expect(run.warnings.join('\n')).not.toContain('AWS_SM_SIGNING_SECRET_ARN')
    const [api] = (await readRendered(run)).containerDefinitions
    expect(api?.environment).toContainEqual({ name: 'S3_BUCKET', value: 'agent-saas-files' })
  })
})

describe('S4, four services', () => {
  it('renders temporal, a public image of Docker Hub with two ports', async () => {
    const run = await renderIn(world, everrunsTemporal, { ...strict, environment: 'A=1' })
    expect([run.errors, run.warnings]).toEqual([[], []])
    const [temporal] = (await readRendered(run)).containerDefinitions
    expect(temporal?.image).toMatch(/^temporalio\/auto-setup@sha256:/)
  })

  it.each(['everruns-api', 'everruns-worker'])(
    'refuses the key connection_string of %s',
    async (name) => {
      const valueFrom = `${secretArn('everruns/production/database-AbCdEf')}:connection_string::`
      const given = everrunsService(name, [{ name: 'DATABASE_URL', valueFrom }])
      const run = await renderIn(world, given, strict)
      expect(refusal(run)).toMatch(
        new RegExp(
          `^secret: .*${name}-production, container ${name}, DATABASE_URL .*has no key connection_string`,
          's',
        ),
      )
    },
  )

  it('renders a service with the key of its model, without a port and without a health check', async () => {
    const valueFrom = 'everruns/production/openai-api-key:api_key'
    const run = await renderIn(world, everrunsService('everruns-worker', []), {
      ...strict,
      secrets: `OPENAI_API_KEY=${valueFrom}`,
    })
    expect([run.errors, run.warnings]).toEqual([[], []])
    expect(run.everything).not.toContain('canary')
  })
})
