import {
  BatchGetSecretValueCommand,
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  paginateListSecrets,
  type ListSecretsCommandInput,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { sleepSeconds } from './in-virtual-time.ts'
import { versionId, withSecrets } from './secrets-in-a-world.ts'

const first = versionId('first')
const pending = versionId('pending')
const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:arbiter-ai/sandbox-AbCdEf'
const world: World = {
  secrets: [
    {
      name: 'arbiter-ai/sandbox',
      arn,
      value: { KEY: 'one' },
      versionId: first,
      versions: [
        { versionId: pending, value: 'next', stages: ['AWSPENDING'] },
        { versionId: versionId('old'), value: 'gone by' },
      ],
      description: 'The keys of the sandbox',
      tags: [{ Key: 'team', Value: 'arbiter' }],
      rotation: true,
    },
    { name: 'arbiter-ai/production', value: 'text' },
    { name: 'rds!cluster', value: 'x', owningService: 'rds' },
    { name: 'shop', value: 'x', deletedDate: '2026-01-08T00:00:00Z' },
  ],
}

const namesOf = async (secrets: SecretsManagerClient, input: ListSecretsCommandInput) => {
  const { SecretList = [] } = await secrets.send(new ListSecretsCommand(input))
  return SecretList.map(({ Name = '' }) => Name).toSorted((a, b) => (a < b ? -1 : 1))
}

describe('DescribeSecret', () => {
  it('tells all but the value', () =>
    withSecrets(world, async ({ secrets }) => {
      const answer = await secrets.send(new DescribeSecretCommand({ SecretId: arn }))
      expect(answer).toMatchObject({
        ARN: arn,
        Name: 'arbiter-ai/sandbox',
        Description: 'The keys of the sandbox',
        RotationEnabled: true,
        Tags: [{ Key: 'team', Value: 'arbiter' }],
        VersionIdsToStages: { [first]: ['AWSCURRENT'], [pending]: ['AWSPENDING'] },
      })
    }))

  it('tells who manages a secret, and when it will be deleted', () =>
    withSecrets(world, async ({ secrets }) => {
      const describing = (SecretId: string) => secrets.send(new DescribeSecretCommand({ SecretId }))
      expect(await describing('rds!cluster')).toMatchObject({ OwningService: 'rds' })
      const doomed = await describing('shop')
      expect(doomed.DeletedDate).toEqual(new Date('2026-01-08T00:00:00Z'))
      expect(doomed.RotationEnabled).toBeUndefined()
    }))
})

describe('GetSecretValue', () => {
  it.each([
    ['by its name', { SecretId: 'arbiter-ai/sandbox' }, '{"KEY":"one"}'],
    ['by its ARN', { SecretId: arn }, '{"KEY":"one"}'],
    ['by its ARN without the end', { SecretId: arn.slice(0, -7) }, '{"KEY":"one"}'],
    ['by a label', { SecretId: arn, VersionStage: 'AWSPENDING' }, 'next'],
    ['by the id of a version', { SecretId: arn, VersionId: versionId('old') }, 'gone by'],
    ['by both', { SecretId: arn, VersionId: pending, VersionStage: 'AWSPENDING' }, 'next'],
  ])('finds a secret %s', (_, input, text) =>
    withSecrets(world, async ({ secrets }) => {
      const answer = await secrets.send(new GetSecretValueCommand(input))
      expect(answer).toMatchObject({ ARN: arn, SecretString: text })
    }),
  )

  it.each([
    [
      'a secret that is not there',
      { SecretId: 'nobody' },
      'ResourceNotFoundException',
      /find the specified secret\.$/,
    ],
    [
      'a label that no version has',
      { SecretId: arn, VersionStage: 'AWSPREVIOUS' },
      'ResourceNotFoundException',
      /staging label: AWSPREVIOUS$/,
    ],
    [
      'a version that is not there',
      { SecretId: arn, VersionId: versionId('none') },
      'ResourceNotFoundException',
      /VersionId: none/,
    ],
    [
      'a version that has another label',
      { SecretId: arn, VersionId: first, VersionStage: 'AWSPENDING' },
      'InvalidRequestException',
      /VersionStage that is not associated/,
    ],
    [
      'a secret that is scheduled for deletion',
      { SecretId: 'shop' },
      'InvalidRequestException',
      /was marked for deletion/,
    ],
  ])('refuses %s', (_, input, name, message) =>
    withSecrets(world, async ({ secrets }) => {
      await expect(secrets.send(new GetSecretValueCommand(input))).rejects.toMatchObject({
        name,
        message: expect.stringMatching(message),
      })
    }),
  )
})

describe('ListSecretVersionIds', () => {
  it('lists versions with a label, and all where they are asked for', () =>
    withSecrets(world, async ({ secrets }) => {
      const list = async (IncludeDeprecated: boolean) => {
        const command = new ListSecretVersionIdsCommand({ SecretId: arn, IncludeDeprecated })
        return (await secrets.send(command)).Versions?.map(({ VersionId }) => VersionId)
      }
      expect(await list(false)).toEqual([pending, first])
      expect(await list(true)).toEqual([pending, versionId('old'), first])
    }))
})

describe('BatchGetSecretValue', () => {
  it('gives values, and beside them what is wrong with others', () =>
    withSecrets(world, async ({ secrets }) => {
      const command = new BatchGetSecretValueCommand({ SecretIdList: [arn, 'nobody', 'shop'] })
      expect(await secrets.send(command)).toMatchObject({
        SecretValues: [{ ARN: arn, SecretString: '{"KEY":"one"}', VersionId: first }],
        Errors: [
          { SecretId: 'nobody', ErrorCode: 'ResourceNotFoundException' },
          { SecretId: 'shop', ErrorCode: 'InvalidRequestException' },
        ],
      })
    }))

  it('takes filters instead of names', () =>
    withSecrets(world, async ({ secrets }) => {
      const Filters = [{ Key: 'name' as const, Values: ['arbiter-ai/'] }]
      const { SecretValues } = await secrets.send(new BatchGetSecretValueCommand({ Filters }))
      expect(SecretValues?.map(({ Name }) => Name)).toEqual([
        'arbiter-ai/sandbox',
        'arbiter-ai/production',
      ])
    }))

  it.each([
    ['neither names nor filters', {}, 'InvalidParameterException'],
    [
      'more than twenty names',
      { SecretIdList: Array.from({ length: 21 }, String) },
      'ValidationException',
    ],
    ['a page of names', { SecretIdList: [arn], MaxResults: 1 }, 'InvalidParameterException'],
  ])('refuses %s', (_, input, name) =>
    withSecrets(world, async ({ secrets }) => {
      const sending = secrets.send(new BatchGetSecretValueCommand(input))
      await expect(sending).rejects.toMatchObject({ name })
    }),
  )
})

describe('ListSecrets', () => {
  it.each<[string, ListSecretsCommandInput, string[]]>([
    ['nothing', {}, ['arbiter-ai/production', 'arbiter-ai/sandbox', 'rds!cluster']],
    [
      'the beginning of a name',
      { Filters: [{ Key: 'name', Values: ['arbiter-ai/s'] }] },
      ['arbiter-ai/sandbox'],
    ],
    ['the middle of a name', { Filters: [{ Key: 'name', Values: ['sandbox'] }] }, []],
    [
      'another beginning',
      { Filters: [{ Key: 'name', Values: ['!arbiter-ai/'] }] },
      ['rds!cluster'],
    ],
    ['a tag', { Filters: [{ Key: 'tag-value', Values: ['arb'] }] }, ['arbiter-ai/sandbox']],
    [
      'two filters',
      {
        Filters: [
          { Key: 'name', Values: ['arbiter-ai/'] },
          { Key: 'tag-key', Values: ['team'] },
        ],
      },
      ['arbiter-ai/sandbox'],
    ],
    [
      'a word of the description',
      { Filters: [{ Key: 'description', Values: ['KEYS'] }] },
      ['arbiter-ai/sandbox'],
    ],
    ['the service', { Filters: [{ Key: 'owning-service', Values: ['rds'] }] }, ['rds!cluster']],
    [
      'what is to be deleted too',
      { IncludePlannedDeletion: true, Filters: [{ Key: 'all', Values: ['shop'] }] },
      ['shop'],
    ],
  ])('is filtered by %s', (_, input, names) =>
    withSecrets(world, async ({ secrets }) => {
      expect(await namesOf(secrets, input)).toEqual(names)
    }),
  )

  it('turns pages', () =>
    withSecrets(world, async ({ secrets }) => {
      const names: (string | undefined)[] = []
      const input = { MaxResults: 2, SortBy: 'name' as const, SortOrder: 'asc' as const }
      for await (const { SecretList = [] } of paginateListSecrets({ client: secrets }, input)) {
        expect(SecretList.length).toBeLessThanOrEqual(2)
        names.push(...SecretList.map(({ Name }) => Name))
      }
      expect(names).toEqual(['arbiter-ai/production', 'arbiter-ai/sandbox', 'rds!cluster'])
      const wrong = new ListSecretsCommand({ NextToken: 'nonsense' })
      await expect(secrets.send(wrong)).rejects.toMatchObject({ name: 'InvalidNextTokenException' })
    }))

  it('lags where a fault says so, while DescribeSecret does not', () =>
    withSecrets(
      { ...world, faults: [{ operation: 'ListSecrets', lag: '5m' }] },
      async ({ secrets }) => {
        await secrets.send(new CreateSecretCommand({ Name: 'zebra', SecretString: 'x' }))
        await sleepSeconds(299)
        expect(await namesOf(secrets, {})).not.toContain('zebra')
        const describing = new DescribeSecretCommand({ SecretId: 'zebra' })
        const { ARN } = await secrets.send(describing)
        await sleepSeconds(1)
        const { SecretList } = await secrets.send(new ListSecretsCommand({}))
        expect(SecretList?.find(({ Name }) => Name === 'zebra')?.ARN).toBe(ARN)
      },
    ))
})
