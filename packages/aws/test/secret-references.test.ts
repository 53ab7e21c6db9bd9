import { describe, expect, it } from 'vitest'
import {
  findKeyManifest,
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
      { Key: 'deploy-actions:keys:10', Value: 'F' },
      { Key: 'deploy-actions:keys:2', Value: 'C D' },
      version,
      { Key: 'deploy-actions:keys', Value: 'A B' },
    ]
    expect(findKeyManifest(tags)).toEqual({ versionId: 'v1', keys: ['A', 'B', 'C', 'D', 'F'] })
  })

  it('may say that there are no keys', () => {
    expect(findKeyManifest([version, { Key: 'deploy-actions:keys', Value: '' }])?.keys).toEqual([])
  })

  it.each([
    ['without tags', []],
    ['without the version that it describes', [{ Key: 'deploy-actions:keys', Value: 'A' }]],
    ['without names', [version]],
  ])('is none %s', (_, tags) => {
    expect(findKeyManifest(tags)).toBeUndefined()
  })
})
