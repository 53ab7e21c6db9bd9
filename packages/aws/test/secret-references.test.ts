import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findKeyManifest,
  isKeyManifestTag,
  keyManifestTags,
  findSecretReference,
  formatSecretReference,
  type SecretReference,
} from '../src/index.ts'

const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:arbiter-ai/sandbox-AbCdEf'
const secret = (id: string, key = '', stage = '', versionId = ''): SecretReference => ({
  kind: 'secret',
  id,
  key,
  stage,
  versionId,
})

describe('a reference to a secret', () => {
  it.each<[string, SecretReference | undefined]>([
    [arn, secret(arn)],
    [`${arn}:KEY::`, secret(arn, 'KEY')],
    [`${arn}:KEY:AWSPREVIOUS:`, secret(arn, 'KEY', 'AWSPREVIOUS')],
    [`${arn}:KEY::v1`, secret(arn, 'KEY', '', 'v1')],
    [`${arn}:KEY`, secret(arn, 'KEY')],
    [
      'arn:aws-cn:secretsmanager:cn-north-1:1:secret:a-AbCdEf',
      secret('arn:aws-cn:secretsmanager:cn-north-1:1:secret:a-AbCdEf'),
    ],
    [
      'arn:aws-us-gov:secretsmanager:us-gov-west-1:1:secret:a:K::',
      secret('arn:aws-us-gov:secretsmanager:us-gov-west-1:1:secret:a', 'K'),
    ],
    [
      'arn:aws:secretsmanager:us-east-1:1:secret:rds!cluster-0a1b-AbCdEf:password::',
      secret('arn:aws:secretsmanager:us-east-1:1:secret:rds!cluster-0a1b-AbCdEf', 'password'),
    ],
    ['arbiter-ai/sandbox:KEY::', secret('arbiter-ai/sandbox', 'KEY')],
    ['arbiter-ai/sandbox:KEY', secret('arbiter-ai/sandbox', 'KEY')],
    ['arbiter-ai/sandbox:::', secret('arbiter-ai/sandbox')],
    ['arbiter-ai/sandbox', { kind: 'parameter', id: 'arbiter-ai/sandbox' }],
    ['/app/key', { kind: 'parameter', id: '/app/key' }],
    [
      'arn:aws:ssm:us-east-1:1:parameter/app/key',
      { kind: 'parameter', id: 'arn:aws:ssm:us-east-1:1:parameter/app/key' },
    ],
    ['arn:aws:ssm:us-east-1:1:document/x', undefined],
    ['arn:aws:s3:::bucket/key', undefined],
    ['arn:aws:secretsmanager:us-east-1:1:other:x', undefined],
    [`${arn}:a:b:c:d`, undefined],
    ['a b', undefined],
    ['', undefined],
  ])('%s is read as ECS reads it', (text, reference) => {
    expect(findSecretReference(text)).toEqual(reference)
  })

  it('that is a plain name means a secret where that is asked for, and a parameter with a leading slash', () => {
    expect(findSecretReference('arbiter-ai/sandbox', 'secrets')).toEqual(
      secret('arbiter-ai/sandbox'),
    )
    expect(findSecretReference('/app/key', 'secrets')).toMatchObject({ kind: 'parameter' })
    expect(findSecretReference('/app/key', 'only-secrets')).toEqual(secret('/app/key'))
  })

  it('is written with all of its colons, or with none', () => {
    const parts = { key: '', stage: '', versionId: '' }
    expect(formatSecretReference(arn, parts)).toBe(arn)
    expect(formatSecretReference(arn, { ...parts, key: 'K' })).toBe(`${arn}:K::`)
    expect(formatSecretReference(arn, { ...parts, versionId: 'v' })).toBe(`${arn}:::v`)
  })
})

describe('the key manifest in the tags of a secret', () => {
  const version = { Key: 'deploy-actions:keys-version', Value: 'v1' }

  it('is put together from as many tags as it took', () => {
    const tags = [
      { Key: 'owner', Value: 'x' },
      { Key: 'deploy-actions:keys:3', Value: 'F' },
      { Key: 'deploy-actions:keys:2', Value: 'C D' },
      { ...version, Value: 'v1 3' },
      { Key: 'deploy-actions:keys', Value: 'A B' },
    ]
    expect(findKeyManifest(tags)).toEqual({ versionId: 'v1', keys: ['A', 'B', 'C', 'D', 'F'] })
  })

  it('has nothing of what is left of a longer one', () => {
    const tags = [
      { Key: 'deploy-actions:keys', Value: 'A' },
      { Key: 'deploy-actions:keys:2', Value: 'OLD' },
    ]
    expect(findKeyManifest([...tags, version])?.keys).toEqual(['A'])
    const two = { ...version, Value: 'v1 2' }
    expect(
      findKeyManifest([...tags, { Key: 'deploy-actions:keys:3', Value: 'OLDER' }, two])?.keys,
    ).toEqual(['A', 'OLD'])
  })

  it('is read as it was written, whatever the names of the keys', () => {
    const key = fc.stringMatching(/^[A-Za-z0-9_.:/=+@-]{1,60}$/)
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 60 }), (keys) => {
        const tags = keyManifestTags({ keys, versionId: 'v1' }, 50) ?? []
        expect(tags.every(({ Value }) => (Value ?? '').length <= 256)).toBe(true)
        expect(findKeyManifest(tags)).toEqual({ keys, versionId: 'v1' })
        expect(tags.every((tag) => isKeyManifestTag(tag.Key ?? ''))).toBe(true)
      }),
      { seed: 1 },
    )
  })

  it.each([
    ['no room in the tags', ['A'], 1],
    ['a name with a space', ['A B'], 50],
    ['a name that is too long', ['A'.repeat(257)], 50],
    ['an empty name', [''], 50],
    [
      'more names than tags take',
      Array.from({ length: 50 }, (_, i) => `${i}`.padEnd(256, 'x')),
      50,
    ],
  ])('is not written for %s', (_, keys, mostTags) => {
    expect(keyManifestTags({ keys, versionId: 'v1' }, mostTags)).toBeUndefined()
  })

  it('may say that there are no keys', () => {
    expect(findKeyManifest([version, { Key: 'deploy-actions:keys', Value: '' }])?.keys).toEqual([])
  })

  it.each([
    ['without tags', []],
    ['without the version that it describes', [{ Key: 'deploy-actions:keys', Value: 'A' }]],
    ['without names', [version]],
    [
      'with a part missing',
      [
        { ...version, Value: 'v1 2' },
        { Key: 'deploy-actions:keys', Value: 'A' },
      ],
    ],
    [
      'with something else in it',
      [
        { ...version, Value: 'v1 x' },
        { Key: 'deploy-actions:keys', Value: 'A' },
      ],
    ],
  ])('is none %s', (_, tags) => {
    expect(findKeyManifest(tags)).toBeUndefined()
  })
})
