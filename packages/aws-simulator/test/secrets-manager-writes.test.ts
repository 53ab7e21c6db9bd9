import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { sleepSeconds } from './in-virtual-time.ts'
import { versionId, withSecrets } from './secrets-in-a-world.ts'

const id = 'arbiter-ai/sandbox'
const first = versionId('first')
const second = versionId('second')
const world: World = {
  secrets: [
    { name: id, value: { KEY: 'one' }, versionId: first },
    { name: 'managed', value: 'x', owningService: 'rds' },
    { name: 'doomed', value: 'x', deletedDate: '2026-01-08T00:00:00Z' },
    { name: 'empty', value: null },
  ],
}

const put = (secrets: SecretsManagerClient, text: string, token: string, ...stages: string[]) =>
  secrets.send(
    new PutSecretValueCommand({
      SecretId: id,
      SecretString: text,
      ClientRequestToken: token,
      ...(stages.length > 0 && { VersionStages: stages }),
    }),
  )
const stagesOf = async (secrets: SecretsManagerClient) =>
  (await secrets.send(new DescribeSecretCommand({ SecretId: id }))).VersionIdsToStages
const textOf = async (secrets: SecretsManagerClient, more: object = {}) =>
  (await secrets.send(new GetSecretValueCommand({ SecretId: id, ...more }))).SecretString

describe('PutSecretValue', () => {
  it('moves AWSCURRENT, and leaves AWSPREVIOUS on the version that was current', () =>
    withSecrets(world, async ({ secrets }) => {
      const answer = await put(secrets, 'two', second)
      expect(answer).toMatchObject({ Name: id, VersionId: second, VersionStages: ['AWSCURRENT'] })
      expect(await stagesOf(secrets)).toEqual({
        [first]: ['AWSPREVIOUS'],
        [second]: ['AWSCURRENT'],
      })
      const third = versionId('third')
      await put(secrets, 'three', third)
      expect(await stagesOf(secrets)).toEqual({
        [second]: ['AWSPREVIOUS'],
        [third]: ['AWSCURRENT'],
      })
      expect(await textOf(secrets)).toBe('three')
      expect(await textOf(secrets, { VersionStage: 'AWSPREVIOUS' })).toBe('two')
      expect(await textOf(secrets, { VersionId: first })).toBe('{"KEY":"one"}')
    }))

  it('leaves AWSCURRENT where it is when it is given other labels', () =>
    withSecrets(world, async ({ secrets }) => {
      await put(secrets, 'two', second, 'AWSPENDING', 'mine')
      expect(await stagesOf(secrets)).toEqual({
        [first]: ['AWSCURRENT'],
        [second]: ['AWSPENDING', 'mine'],
      })
    }))

  it('makes the first version current, whatever label it is given', () =>
    withSecrets(world, async ({ secrets }) => {
      const input = { SecretId: 'empty', SecretString: 'x', VersionStages: ['mine'] }
      const { VersionStages } = await secrets.send(new PutSecretValueCommand(input))
      expect(VersionStages).toEqual(['AWSCURRENT', 'mine'])
    }))

  it('does nothing for a token that holds the same, also when its labels have moved on', () =>
    withSecrets(world, async ({ secrets }) => {
      await put(secrets, 'two', second)
      await put(secrets, 'three', versionId('third'))
      const before = await stagesOf(secrets)
      expect(await put(secrets, 'two', second)).toMatchObject({ VersionId: second })
      expect(await stagesOf(secrets)).toEqual(before)
    }))

  it('refuses a token that holds something else', () =>
    withSecrets(world, async ({ secrets }) => {
      await put(secrets, 'two', second)
      await expect(put(secrets, 'other', second)).rejects.toMatchObject({
        name: 'ResourceExistsException',
        message: expect.stringContaining(`You can't use ClientRequestToken ${second}`),
      })
      expect(await textOf(secrets)).toBe('two')
    }))

  it('takes bytes, and gives them back', () =>
    withSecrets(world, async ({ secrets }) => {
      const bytes = new Uint8Array([0, 255, 10])
      await secrets.send(new PutSecretValueCommand({ SecretId: id, SecretBinary: bytes }))
      const answer = await secrets.send(new GetSecretValueCommand({ SecretId: id }))
      expect([...(answer.SecretBinary ?? [])]).toEqual([0, 255, 10])
      expect(answer.SecretString).toBeUndefined()
    }))

  it.each<[string, object, string, RegExp]>([
    ['no value', {}, 'InvalidRequestException', /You must provide either SecretString or/],
    [
      'two values',
      { SecretString: 'x', SecretBinary: new Uint8Array([1]) },
      'InvalidParameterException',
      /can't specify both/,
    ],
    ['an empty value', { SecretString: '' }, 'ValidationException', /greater than or equal to 1/],
    [
      'more than 64 KiB',
      { SecretString: 'é'.repeat(32_769) },
      'ValidationException',
      /'secretString' .* less than or equal to 65536/,
    ],
    [
      'a short token',
      { SecretString: 'x', ClientRequestToken: 'short' },
      'InvalidParameterException',
      /ClientRequestToken must be 32-64 characters long/,
    ],
    [
      'a secret that is not there',
      { SecretId: 'nobody', SecretString: 'x' },
      'ResourceNotFoundException',
      /^Secrets Manager can't find the specified secret\.$/,
    ],
    [
      'a secret that another service manages',
      { SecretId: 'managed', SecretString: 'x' },
      'InvalidRequestException',
      /managed by another service/,
    ],
    [
      'a secret that is scheduled for deletion',
      { SecretId: 'doomed', SecretString: 'x' },
      'InvalidRequestException',
      /was marked for deletion/,
    ],
  ])('refuses %s', (_, input, name, message) =>
    withSecrets(world, async ({ secrets }) => {
      const sending = secrets.send(new PutSecretValueCommand({ SecretId: id, ...input }))
      await expect(sending).rejects.toMatchObject({ name, message: expect.stringMatching(message) })
    }),
  )

  it('takes 64 KiB', () =>
    withSecrets(world, async ({ secrets }) => {
      await put(secrets, 'x'.repeat(65_536), second)
      expect(await textOf(secrets)).toHaveLength(65_536)
    }))

  it('refuses the version after a hundred, and takes it when the oldest without a label is a day old', () =>
    withSecrets(world, async ({ secrets }) => {
      const keeping = { SecretId: id, VersionStage: 'keep', MoveToVersionId: first }
      await secrets.send(new UpdateSecretVersionStageCommand(keeping))
      const number = (index: number) => versionId(`number-${index}`)
      for (let index = 1; index < 100; index += 1) {
        await put(secrets, `value ${index}`, number(index))
      }
      const last = versionId('last')
      await expect(put(secrets, 'x', last)).rejects.toMatchObject({
        name: 'LimitExceededException',
      })
      await sleepSeconds(24 * 60 * 60)
      await put(secrets, 'x', last)
      const listing = new ListSecretVersionIdsCommand({ SecretId: id, IncludeDeprecated: true })
      const { Versions: versions = [] } = await secrets.send(listing)
      const ids = versions.map(({ VersionId }) => VersionId)
      expect(ids).toHaveLength(100)
      expect(ids).toContain(first)
      expect(ids).not.toContain(number(1))
    }))
})

describe('UpdateSecretVersionStage', () => {
  const move = (secrets: SecretsManagerClient, more: object, stage = 'AWSCURRENT') =>
    secrets.send(
      new UpdateSecretVersionStageCommand({ SecretId: id, VersionStage: stage, ...more }),
    )

  it('moves AWSCURRENT from the version that has it, which becomes AWSPREVIOUS', () =>
    withSecrets(world, async ({ secrets }) => {
      await put(secrets, 'two', second, 'AWSPENDING')
      await move(secrets, { MoveToVersionId: second, RemoveFromVersionId: first })
      expect(await stagesOf(secrets)).toEqual({
        [first]: ['AWSPREVIOUS'],
        [second]: ['AWSPENDING', 'AWSCURRENT'],
      })
    }))

  it('takes a label away', () =>
    withSecrets(world, async ({ secrets }) => {
      await put(secrets, 'two', second, 'AWSPENDING')
      await move(secrets, { RemoveFromVersionId: second }, 'AWSPENDING')
      expect(await stagesOf(secrets)).toEqual({ [first]: ['AWSCURRENT'] })
    }))

  it.each<[string, object, string, RegExp]>([
    [
      'without the version that has the label',
      { MoveToVersionId: second },
      'InvalidParameterException',
      new RegExp(`RemoveFromVersionId can't be empty. .* attached to version ${first}, so you`),
    ],
    [
      'with another version than the one that has it',
      { MoveToVersionId: second, RemoveFromVersionId: second },
      'InvalidParameterException',
      new RegExp(`currently attached to version ${first}`),
    ],
    [
      'to a version that is not there',
      { MoveToVersionId: versionId('third'), RemoveFromVersionId: first },
      'ResourceNotFoundException',
      /for VersionId: third/,
    ],
    [
      'to nowhere',
      { RemoveFromVersionId: first },
      'InvalidParameterException',
      /can't be completely removed/,
    ],
  ])('refuses to move AWSCURRENT %s, and moves nothing', (_, more, name, message) =>
    withSecrets(world, async ({ secrets }) => {
      await put(secrets, 'two', second, 'AWSPENDING')
      await expect(move(secrets, more)).rejects.toMatchObject({
        name,
        message: expect.stringMatching(message),
      })
      expect(await stagesOf(secrets)).toEqual({ [first]: ['AWSCURRENT'], [second]: ['AWSPENDING'] })
    }),
  )

  it('lets one of two writers win', () =>
    withSecrets(world, async ({ secrets }) => {
      const third = versionId('third')
      await put(secrets, 'two', second, 'run-2')
      await put(secrets, 'three', third, 'run-3')
      const results = await Promise.allSettled([
        move(secrets, { MoveToVersionId: second, RemoveFromVersionId: first }),
        move(secrets, { MoveToVersionId: third, RemoveFromVersionId: first }),
      ])
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    }))
})
