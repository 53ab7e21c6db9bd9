import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  RestoreSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
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

const textOf = async (secrets: SecretsManagerClient, more: object = {}) =>
  (await secrets.send(new GetSecretValueCommand({ SecretId: id, ...more }))).SecretString

describe('CreateSecret', () => {
  it('makes a secret with all that it is given', () =>
    withSecrets(world, async ({ secrets }) => {
      const Tags = [{ Key: 'team', Value: 'arbiter' }]
      const input = { Name: 'new', SecretString: 'x', Description: 'd', KmsKeyId: 'alias/k', Tags }
      const made = await secrets.send(
        new CreateSecretCommand({ ...input, ClientRequestToken: second }),
      )
      expect(made).toMatchObject({
        Name: 'new',
        VersionId: second,
        ARN: expect.stringMatching(
          /^arn:aws:secretsmanager:us-east-1:123456789012:secret:new-[A-Za-z0-9]{6}$/,
        ),
      })
      const found = await secrets.send(new DescribeSecretCommand({ SecretId: made.ARN }))
      expect(found).toMatchObject({
        Description: 'd',
        KmsKeyId: 'alias/k',
        Tags,
        CreatedDate: new Date('2026-01-01T00:00:00Z'),
        VersionIdsToStages: { [second]: ['AWSCURRENT'] },
      })
    }))

  it('succeeds again for the same token and value, and refuses the name to anything else', () =>
    withSecrets(world, async ({ secrets }) => {
      const input = { Name: 'new', SecretString: 'x', ClientRequestToken: second }
      const made = await secrets.send(new CreateSecretCommand(input))
      expect((await secrets.send(new CreateSecretCommand(input))).ARN).toBe(made.ARN)
      const other = new CreateSecretCommand({ Name: 'new', SecretString: 'x' })
      await expect(secrets.send(other)).rejects.toMatchObject({
        name: 'ResourceExistsException',
        message: 'The operation failed because the secret new already exists.',
      })
    }))

  it('tells bytes apart where a request comes again', () =>
    withSecrets(world, async ({ secrets }) => {
      const create = (byte: number) =>
        secrets.send(
          new CreateSecretCommand({
            Name: 'new',
            SecretBinary: new Uint8Array([byte]),
            ClientRequestToken: second,
          }),
        )
      await create(1)
      await create(1)
      await expect(create(2)).rejects.toMatchObject({ name: 'ResourceExistsException' })
    }))

  it('leaves a secret without a value that nobody can read', () =>
    withSecrets(world, async ({ secrets }) => {
      await secrets.send(new CreateSecretCommand({ Name: 'new' }))
      await expect(
        secrets.send(new GetSecretValueCommand({ SecretId: 'new' })),
      ).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        message: expect.stringContaining('secret value for staging label: AWSCURRENT'),
      })
    }))

  it.each([
    ['a name that is scheduled for deletion', { Name: 'doomed' }, 'InvalidRequestException'],
    ['a wrong name', { Name: 'a b' }, 'ValidationException'],
    [
      'a reserved tag',
      { Name: 'new', Tags: [{ Key: 'aws:x', Value: '' }] },
      'InvalidParameterException',
    ],
    [
      'a tag that is too long',
      { Name: 'new', Tags: [{ Key: 'k', Value: 'x'.repeat(257) }] },
      'ValidationException',
    ],
    [
      'replicas',
      { Name: 'new', AddReplicaRegions: [{ Region: 'us-west-2' }] },
      'UnsupportedFeatureException',
    ],
  ])('refuses %s', (_, input, name) =>
    withSecrets(world, async ({ secrets }) => {
      const sending = secrets.send(new CreateSecretCommand({ SecretString: 'x', ...input }))
      await expect(sending).rejects.toMatchObject({ name })
    }),
  )
})

describe('UpdateSecret', () => {
  it('changes the description and the key without a new version', () =>
    withSecrets(world, async ({ secrets }) => {
      const input = { SecretId: id, Description: 'd', KmsKeyId: 'k' }
      expect((await secrets.send(new UpdateSecretCommand(input))).VersionId).toBeUndefined()
      expect(await secrets.send(new DescribeSecretCommand({ SecretId: id }))).toMatchObject({
        Description: 'd',
        KmsKeyId: 'k',
        VersionIdsToStages: { [first]: ['AWSCURRENT'] },
      })
    }))

  it('makes a value current', () =>
    withSecrets(world, async ({ secrets }) => {
      await secrets.send(new UpdateSecretCommand({ SecretId: id, SecretString: 'two' }))
      expect(await textOf(secrets)).toBe('two')
      expect(await textOf(secrets, { VersionStage: 'AWSPREVIOUS' })).toBe('{"KEY":"one"}')
    }))
})

describe('DeleteSecret', () => {
  it('schedules the deletion, until it is restored', () =>
    withSecrets(world, async ({ secrets }) => {
      const deleting = new DeleteSecretCommand({ SecretId: id, RecoveryWindowInDays: 7 })
      const { DeletionDate } = await secrets.send(deleting)
      expect(DeletionDate).toEqual(new Date('2026-01-08T00:00:00Z'))
      await expect(textOf(secrets)).rejects.toMatchObject({ name: 'InvalidRequestException' })
      const describing = new DescribeSecretCommand({ SecretId: id })
      expect((await secrets.send(describing)).DeletedDate).toEqual(DeletionDate)
      await expect(secrets.send(deleting)).rejects.toMatchObject({
        name: 'InvalidRequestException',
      })
      await secrets.send(new RestoreSecretCommand({ SecretId: id }))
      expect(await textOf(secrets)).toBe('{"KEY":"one"}')
    }))

  it('deletes at once when it is forced, and then succeeds again', () =>
    withSecrets(world, async ({ secrets }) => {
      const forcing = new DeleteSecretCommand({ SecretId: id, ForceDeleteWithoutRecovery: true })
      await secrets.send(forcing)
      await expect(textOf(secrets)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
      expect(await secrets.send(forcing)).toMatchObject({ Name: id })
      const { ARN } = await secrets.send(new CreateSecretCommand({ Name: id, SecretString: 'x' }))
      expect(ARN).toContain(id)
    }))

  it.each([
    ['a window of six days', { RecoveryWindowInDays: 6 }, /between 7 and 30 days/],
    [
      'force and a window',
      { RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true },
      /in conjunction with/,
    ],
  ])('refuses %s', (_, more, message) =>
    withSecrets(world, async ({ secrets }) => {
      const sending = secrets.send(new DeleteSecretCommand({ SecretId: id, ...more }))
      await expect(sending).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: expect.stringMatching(message),
      })
    }),
  )

  it('refuses a secret that another service manages', () =>
    withSecrets(world, async ({ secrets }) => {
      const sending = secrets.send(new DeleteSecretCommand({ SecretId: 'managed' }))
      await expect(sending).rejects.toMatchObject({ name: 'InvalidRequestException' })
    }))
})

describe('Tags of a secret', () => {
  it('are added, replaced and removed', () =>
    withSecrets(world, async ({ secrets }) => {
      const tag = (Key: string, Value: string) =>
        secrets.send(new TagResourceCommand({ SecretId: id, Tags: [{ Key, Value }] }))
      await tag('a', '1')
      await tag('b', '')
      await tag('a', '2')
      const describing = new DescribeSecretCommand({ SecretId: id })
      expect((await secrets.send(describing)).Tags).toEqual([
        { Key: 'b', Value: '' },
        { Key: 'a', Value: '2' },
      ])
      await secrets.send(new UntagResourceCommand({ SecretId: id, TagKeys: ['b', 'c'] }))
      expect((await secrets.send(describing)).Tags).toEqual([{ Key: 'a', Value: '2' }])
    }))

  it('are fifty at most', () =>
    withSecrets(world, async ({ secrets }) => {
      const Tags = Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: 'v' }))
      const sending = secrets.send(new TagResourceCommand({ SecretId: id, Tags }))
      await expect(sending).rejects.toMatchObject({ name: 'InvalidParameterException' })
    }))
})
