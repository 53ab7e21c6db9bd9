import { preloadPath, startSimulator } from '@deploy-actions/aws-simulator'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runAction } from './run-action.ts'

const scratch = mkdtempSync(join(tmpdir(), 'readable-log-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** What secrets hold beside secrets, where nobody said of any key that it is a setting. */
const settings = {
  APP_MODE: 'production',
  AWS_REGION: 'us-east-1',
  TRUSTED_PROXY_HOPS: '1',
  DEBUG: 'true',
  LOG_LEVEL: 'INFO',
  PORT: '3000',
  LLM_PROVIDER: 'bedrock',
  ACCOUNT: '123456789012',
  SERVICE: 'shop-api',
  ORIGINS: 'https://shop.example.com,https://www.shop.example.com',
}
const secret = 'canary-4f81c0d2'
const id = 'shop-api/production'

/** Lines of a deployment that people read afterwards, and outputs of a job that GitHub would drop. */
const ordinary = [
  'Deploying shop-api to production in us-east-1: 1 of 3 tasks runs (INFO).',
  'arn:aws:ecs:us-east-1:123456789012:service/production/shop-api',
  '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop-api@sha256:0123456789abcdef',
  'https://shop.example.com/health answers true on port 3000 with bedrock',
]

const modes: readonly [string, Readonly<Record<string, string>>][] = [
  ['written', { values: JSON.stringify({ ...settings, KEY: secret, MORE: 'production' }) }],
  ['unchanged', { values: JSON.stringify({ ...settings, KEY: secret }) }],
  ['checked', { mode: 'check', schema: 'KEY: { required: true }' }],
  ['pulled', { mode: 'pull', export: 'KEY=SHOP_KEY, APP_MODE=SHOP_MODE' }],
]

describe('a secret in which settings stand', () => {
  it.for(modes)('hides its secret and no ordinary word: %s', async ([outcome, inputs]) => {
    const world = { secrets: [{ name: id, value: { ...settings, KEY: secret } }] }
    const simulator = await startSimulator({ world, speed: 0 })
    for (const name of ['environment', 'state']) writeFileSync(join(scratch, name), '')
    const step = await runAction(
      'sync-secrets',
      { 'secret-id': id, ...inputs },
      {
        nodeOptions: ['--import', preloadPath],
        environment: {
          DEPLOY_ACTIONS_CLOCK: simulator.url,
          AWS_ENDPOINT_URL: simulator.url,
          AWS_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
          AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIEXAMPLEKEY',
          GITHUB_ENV: join(scratch, 'environment'),
          GITHUB_STATE: join(scratch, 'state'),
        },
      },
    )
    await simulator.stop()
    expect(step.outputs).toMatchObject({
      outcome,
      'secret-arn': expect.stringMatching(/us-east-1:123456789012:secret:shop-api\/production-/),
    })
    const masks = [...step.log.matchAll(/^::add-mask::(.+)$/gm)].map(([, mask = '']) => mask)
    expect(masks).toContain(secret)
    const readable = [...ordinary, ...Object.values(step.outputs), step.summary]
    expect(masks.filter((mask) => readable.some((text) => text.includes(mask)))).toEqual([])
    expect(JSON.stringify([step.outputs, step.summary])).not.toContain('***')
    expect(JSON.stringify([step.outputs, step.summary])).not.toContain(secret)
  })
})
