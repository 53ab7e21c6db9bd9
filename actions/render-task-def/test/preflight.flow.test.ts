import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { readRendered, refusal, renderIn } from './in-flow.ts'
import { definition, ecr, sandboxArn, secret, secretArn, world } from './preflight.world.ts'

describe('names instead of ARNs', () => {
  it('become full ARNs, with key, label and version where given', async () => {
    const run = await renderIn(world, definition(), {
      secrets: [
        'A=arbiter-ai/sandbox:DATABASE_URL',
        'B=arbiter-ai/sandbox:DATABASE_URL:AWSPREVIOUS:',
        'C=keyset',
        'D=/arbiter/level',
      ].join('\n'),
    })
    const [container] = (await readRendered(run)).containerDefinitions
    expect(container?.secrets).toEqual([
      { name: 'A', valueFrom: `${sandboxArn}:DATABASE_URL::` },
      { name: 'B', valueFrom: `${sandboxArn}:DATABASE_URL:AWSPREVIOUS:` },
      { name: 'C', valueFrom: expect.stringMatching(/:secret:keyset-[A-Za-z0-9]{6}$/) },
      { name: 'D', valueFrom: '/arbiter/level' },
    ])
  })

  it('are an error where the role may not look them up', async () => {
    const faults = [
      {
        operation: 'DescribeSecret',
        every: 1,
        error: { name: 'AccessDeniedException', message: 'no' },
      },
    ]
    const run = await renderIn({ ...world, faults }, definition(), { secrets: 'A=keyset' })
    expect(refusal(run)).toContain('has the name of a secret, where ECS takes an ARN only')
    expect(run.log.join('\n') + refusal(run)).toContain('secretsmanager:DescribeSecret')
  })

  it('of images without a host lie in the ECR of the account', async () => {
    const run = await renderIn(world, definition(), { image: 'arbiter-ai/backend:1.4.0' })
    const [container] = (await readRendered(run)).containerDefinitions
    expect(container?.image).toMatch(new RegExp(`^${ecr}/arbiter-ai/backend@sha256:[0-9a-f]{64}$`))
  })

  it('of images that no repository has are refused, with the way to Docker Hub', async () => {
    const run = await renderIn(world, definition(), { image: 'temporalio/auto-setup:1.24.2' })
    expect(refusal(run)).toContain('docker.io/temporalio/auto-setup:1.24.2')
  })
})

describe('all keys of a secret', () => {
  it('become secrets of the same names, but where secrets says otherwise', async () => {
    const run = await renderIn(world, definition(), {
      'secrets-from': 'arbiter-ai/sandbox',
      secrets: 'BREVO_API_KEY=keyset',
    })
    const [container] = (await readRendered(run)).containerDefinitions
    expect(container?.secrets).toEqual([
      { name: 'DATABASE_URL', valueFrom: `${sandboxArn}:DATABASE_URL::` },
      { name: 'STRIPE_PRICE_ID', valueFrom: `${sandboxArn}:STRIPE_PRICE_ID::` },
      { name: 'BREVO_API_KEY', valueFrom: expect.stringContaining(':secret:keyset-') },
    ])
  })

  it('may be only some of them', async () => {
    const inputs = { 'secrets-from': sandboxArn, 'secret-keys': 'DATABASE_URL' }
    const [container] = (await readRendered(await renderIn(world, definition(), inputs)))
      .containerDefinitions
    expect(container?.secrets?.map(({ name }) => name)).toEqual(['DATABASE_URL'])
    const wrong = await renderIn(world, definition(), { ...inputs, 'secret-keys': 'DATABSE_URL' })
    expect(refusal(wrong)).toContain('Did you mean DATABASE_URL?')
  })
})

describe('keys of a secret with odd names', () => {
  const odd = (value: Readonly<Record<string, string>>) => ({
    ...world,
    secrets: [{ name: 'odd', value }],
  })

  it('become variables of the same container, also with the name of one before a dot', async () => {
    const given = definition()
    const run = await renderIn(odd({ 'backend.URL': 'x', 'with space': 'y' }), given, {
      'secrets-from': 'odd',
    })
    const [container] = (await readRendered(run)).containerDefinitions
    expect(container?.secrets).toEqual([
      { name: 'backend.URL', valueFrom: expect.stringMatching(/:backend\.URL::$/) },
      { name: 'with space', valueFrom: expect.stringMatching(/:with space::$/) },
    ])
  })

  it('that no reference can name are all told, with the way around them', async () => {
    const run = await renderIn(odd({ 'a:b': 'x', 'c=d': 'y', FINE: 'z' }), definition(), {
      'secrets-from': 'odd',
    })
    expect(refusal(run)).toMatch(/^input: .*"a:b", "c=d"\..*secret-keys/s)
    const some = { 'secrets-from': 'odd', 'secret-keys': 'FINE' }
    expect((await renderIn(odd({ 'a:b': 'x', FINE: 'z' }), definition(), some)).errors).toEqual([])
  })

  it('are read once, although they are checked as well', async () => {
    const run = await renderIn(odd({ A: 'x' }), definition(), {
      'secrets-from': 'odd',
      'pin-secret-versions': 'true',
    })
    const operations = run.simulator.requests.map(({ operation }) => operation)
    expect(operations.filter((one) => one === 'GetSecretValue')).toHaveLength(1)
    expect(operations.filter((one) => one === 'DescribeSecret')).toHaveLength(1)
  })
})

describe('secrets that do not exist', () => {
  it('are told with what there is, which is listed once', async () => {
    const secrets = ['a', 'b', 'c'].map((name) => ({
      name,
      valueFrom: `${sandboxArn.replace('sandbox-GhIjKl', name)}:A::`,
    }))
    const run = await renderIn(world, definition({ secrets }))
    expect(refusal(run)).toMatch(/^secret: 3 things are wrong/)
    const listed = run.simulator.requests.filter(({ operation }) => operation === 'ListSecrets')
    expect(listed).toHaveLength(1)
  })
})

describe('pinned versions of secrets', () => {
  it('are the current ones, for every reference', async () => {
    const run = await renderIn(
      world,
      definition({
        secrets: [
          { name: 'A', valueFrom: `${sandboxArn}:DATABASE_URL::` },
          { name: 'B', valueFrom: `${sandboxArn}:DATABASE_URL:AWSPREVIOUS:` },
        ],
      }),
      { 'pin-secret-versions': 'true' },
    )
    const [container] = (await readRendered(run)).containerDefinitions
    expect(container?.secrets?.map(({ valueFrom }) => valueFrom)).toEqual([
      `${sandboxArn}:DATABASE_URL::v2-00000000-0000-0000-0000-000000000000`,
      `${sandboxArn}:DATABASE_URL::v1-00000000-0000-0000-0000-000000000000`,
    ])
  })

  it('are refused for a secret under rotation', async () => {
    const given = definition(secret(`${secretArn('rotated')}:A::`))
    expect(refusal(await renderIn(world, given, { 'pin-secret-versions': 'true' }))).toContain(
      'The secret rotated is rotated, so its version cannot be pinned',
    )
    expect((await renderIn(world, given)).exitCode).toBe(0)
  })

  it('are refused where the secret may not be looked at: nothing would be pinned', async () => {
    const error = { name: 'AccessDeniedException', status: 400, message: 'no' }
    const blind: World = { ...world, faults: [{ operation: 'DescribeSecret', every: 1, error }] }
    const given = definition(secret(`${sandboxArn}:DATABASE_URL::`))
    for (const preflight of ['error', 'off']) {
      const run = await renderIn(blind, given, { 'pin-secret-versions': 'true', preflight })
      expect(refusal(run)).toContain('cannot be pinned: needs secretsmanager:DescribeSecret')
    }
  })

  it('are refused for a secret under rotation that an option of the logs reads', async () => {
    const given = definition({
      logConfiguration: {
        logDriver: 'splunk',
        options: { 'splunk-url': 'https://splunk' },
        secretOptions: [{ name: 'splunk-token', valueFrom: secretArn('rotated') }],
      },
    })
    expect(refusal(await renderIn(world, given, { 'pin-secret-versions': 'true' }))).toContain(
      'logConfiguration.secretOptions[0].valueFrom): The secret rotated is rotated',
    )
  })
})
