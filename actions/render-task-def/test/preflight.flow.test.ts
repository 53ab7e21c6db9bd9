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
