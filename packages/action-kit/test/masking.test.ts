import { describe, expect, it } from 'vitest'
import { isOrdinary, mayHideGuess } from '../src/index.ts'
import { Masker } from '../src/masking/masker.ts'
import { ordinaryWords } from '../src/masking/ordinary-words.ts'

function masking(...values: readonly string[]): Masker {
  const masker = new Masker()
  for (const value of values) masker.add(value)
  return masker
}

describe('a masked value', () => {
  it('is hidden whole and by line, and once where values overlap', () => {
    const masker = masking('secret-one\nsecret-two', 'secret-one-longer', 'longer-than-that')
    expect(masker.hide('a secret-two, secret-one-longer, secret-one')).toBe('a ***, ***, ***')
    expect(masker.hide('secret-one-longer-than-that!')).toBe('***!')
    expect(masker.hide('secret-onesecret-two')).toBe('******')
    expect(masking('one-and-a', 'a-half-of').hide('one-and-a-half-of it')).toBe('*** it')
  })

  it('is not hidden when it is so short that it would ruin the log', () => {
    const masker = new Masker()
    expect(masker.add('abcde')).toEqual([])
    expect(masker.hide('abcde of abcde')).toBe('abcde of abcde')
  })

  it('is hidden from six characters on, and its lines from eight', () => {
    expect(new Masker().add('abcdef')).toContain('abcdef')
    const lines = new Masker().add('{\n  "a": 1\n  "abcd": 1\n}')
    expect(lines).toContain('"abcd": 1')
    expect(lines).not.toContain('"a": 1')
  })

  it.each([
    ['a path', '/tmp/task-sandpit-api.json'],
    ['a folder', '/tmp/sandpit/task.json'],
    ['a name', 'sandpit-api'],
    ['an ARN', 'arn:aws:ecs:us-east-1:123456789012:service/sandpit/api'],
    ['an image', 'ghcr.io/org/sandpit:1.4'],
    ['a tag', 'ghcr.io/org/api:sandpit'],
    ['an image without its registry', 'sandpit:1.4'],
    ['a host', 'https://sandpit.arbiter-ai.com/'],
    ['a key of JSON', '{"sandpit-api":"sha256:1"}'],
  ])('stays a part of what a next step needs: %s', (_, output) => {
    const masker = masking('sandpit')
    expect(masker.hideInOutput(output)).toBe(output)
    expect(masker.hide(output)).not.toContain('sandpit')
  })

  it.each(['/a/sandpit/b', 'a sandpit-api', '{"value": "sandpit:1"}'])(
    'is hidden wherever it stands in prose: %s',
    (output) => {
      expect(masking('sandpit').hideInOutput(output, 'prose')).toBe(
        output.replace('sandpit', '***'),
      )
    },
  )

  it.each([
    'sandpit',
    'hello sandpit.',
    '{"body":"sandpit"}',
    '{"body":"x\\nsandpit"}',
    'a=sandpit',
  ])('is hidden in an output where it stands alone: %s', (output) => {
    expect(masking('sandpit').hideInOutput(output)).toBe(output.replace('sandpit', '***'))
  })
})

describe('what stands inside of a masked value', () => {
  it.each([
    ['the password of an address', 'postgresql://app:S3cr^t/1@db:5432/app', 'S3cr^t/1'],
    ['the same, decoded', 'postgresql://app:p%40ss-w%2Frd@db/app', 'p@ss-w/rd'],
    ['a password without a user', 'redis://:hunter-two@cache:6379/0', 'hunter-two'],
    ['a password with a hash', 'rediss://:hunter#two@cache:6379', 'hunter#two'],
    ['the password of several hosts', 'mongodb://u:s3cretive@a:1,b:2/app?x=y', 's3cretive'],
    ['every password of a list', 'amqp://u:one-rabbit@a,amqp://u:two-rabbits@b', 'two-rabbits'],
    ['a password in a query', 'jdbc:postgresql://db/app?user=a&password=s3cretive', 's3cretive'],
    ['a password in a list of settings', 'Server=db;Uid=app;Pwd=s3cretive;', 's3cretive'],
    ['a password among words', 'host=db user=app password=s3cretive', 's3cretive'],
    [
      'a user that is a key',
      'https://9f86d081884c7d659a2feaa0c55ad015@o1.ingest.sentry.io/2',
      '9f86d081884c7d659a2feaa0c55ad015',
    ],
    [
      'a part of a path',
      'https://hooks.slack.com/services/T0/B0/x7Kq9mZ2vB4nL8wR1tYp',
      'x7Kq9mZ2vB4nL8wR1tYp',
    ],
    ['a value of a query', 'https://s3.test/a?sig=x7Kq9mZ2vB4nL8wR1tYp', 'x7Kq9mZ2vB4nL8wR1tYp'],
    ['a password in a line', 'A=1\nDATABASE_URL=mysql://u:s3cretive@db/app\n', 's3cretive'],
  ])('is hidden by itself: %s', (_, value, part) => {
    expect(masking(value).hide(`<${part}> of ${value.trim()}`)).toBe('<***> of ***')
  })

  it.each([
    ['a user', 'postgresql://arbiter:s3cretive@db/app', 'arbiter'],
    ['a host', 'postgresql://u:s3cretive@database.internal/app', 'database.internal'],
    ['a password that everybody has', 'postgres://postgres:postgres@localhost/app', 'postgres'],
    ['a short password', 'redis://:abc12@cache', 'abc12'],
    ['a short line', 'first-line-of-it\nproduc\nlast-line-of-it', 'produc'],
    [
      'a line that is an ordinary word',
      'first-line-of-it\nproduction\nlast-line-of-it',
      'production',
    ],
    [
      'the frame of a key',
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----',
    ],
  ])('stays readable by itself where it is no secret: %s', (_, value, part) => {
    const masker = masking(value)
    expect(masker.hide(`${part}!`)).toBe(`${part}!`)
    expect(masker.hide(value)).toBe('***')
  })
})

describe('a value that is everybody\u2019s', () => {
  it.each([
    ...[
      '',
      '  ',
      'a',
      '12345',
      'INFO',
      'debug',
      'true',
      'False',
      '-----BEGIN RSA PRIVATE KEY-----',
    ],
    ...['production', 'Sandbox', 'us-east-1', 'ap-southeast-2b', 'us-gov-west-1', 'cn-northwest-1'],
    ...['postgres', 'bedrock', 'verify-full', 'changeme', 'service', 'WARNING', 'anthropic'],
    ...['8000', '123456789012', '-1', '0.75', '3600s', '512MiB', '1.2.3', 'v10.20.30', '50000000'],
    ...['10.0.0.12', '10.0.0.0/16', '127.0.0.1:8080', '2026-11-21', '2026-11-21T16:39:11Z'],
    ...['localhost:5432', 'db.internal', 'temporal.everruns.local:7233', 'app.example.com'],
    ...['https://app.example.com', 'https://app.example.com/login', 'http://localhost:3000/'],
    ...['https://a.example.com,https://b.example.com', 'jdbc:postgresql://db:5432/app'],
    ...['https://api.example.com/v1/health', 'https://app.example.com/oauth2/callback'],
    ...['postgresql://db:5432/app', 'redis://cache:6379/0', 'https://app.example.com/api/'],
    ...['arn:aws:iam::123456789012:role/app', 'arn:aws-cn:secretsmanager:cn-north-1:1:secret:a-x'],
    ...['******', '------', 'xxxxxxxx', '| --- |'.slice(2, 5), 'production, staging;sandbox'],
  ])('is hidden nowhere: %j', (value) => {
    expect(isOrdinary(value)).toBe(true)
    const masker = new Masker()
    expect(masker.add(value)).toEqual([])
    expect(masker.hide(`of ${value} in it`)).toBe(`of ${value} in it`)
  })

  it.each([
    ...[
      'S3cret',
      '1234567890123',
      '4242424242424242',
      '1100101110010110',
      'correct.horse.battery.staple',
    ],
    ...['correct-horse', 'production-7Kq9mZ2v', 'sk_live_abcdef', 'price_1QxYz', 'whsec_abc123'],
    ...['https://app.example.com/?page=2', 'https://app.example.com/#x', 'https://u@example.com/'],
    ...['https://example.com/550e8400-e29b-41d4-a716-446655440000', 'a@example.com'],
    ...[
      'https://internal.corp.example/hidden-path/s3cr3t',
      'https://example.com/abc',
      'https://x.io/a/b',
    ],
    'https://hooks.slack.com/services/TABCDEFGH/BABCDEFGH/abcdefghijklmnopqrstuvwx',
    ...['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP', '!@#$%^&*', '1a,2b,3c,4d'],
  ])('is another than a secret: %j', (value) => {
    expect(isOrdinary(value)).toBe(false)
    expect(masking(value).hide(`of ${value} in it`)).toBe('of *** in it')
  })
})

describe('the words that are everybody\u2019s', () => {
  it('are such as could be hidden otherwise, and are written as they are looked up', () => {
    const useless = [...ordinaryWords].filter((word) => !/^[a-z][a-z\d_-]{5,}$/.test(word))
    expect(useless).toEqual([])
  })
})

describe('a name that the log has to name', () => {
  it('stays readable where it is a secret, too, or a line or a password of one', () => {
    const masker = new Masker()
    masker.add('arbiter', ['arbiter-backend'])
    masker.add('first-line-of-it\nArbiter-Back', ['arbiter-backend'])
    masker.add('mysql://u:arbiter@db/arbiter', ['arbiter-backend'])
    expect(masker.hide('Arbiter-Back of arbiter-backend')).toBe('Arbiter-Back of arbiter-backend')
    expect(masker.hide('mysql://u:arbiter@db/arbiter')).toBe('***')
  })
})

describe('a value that was guessed to be secret', () => {
  it.each([
    ['a long one', 'S3cret^Pass', true],
    ['a short one', 'S3cret!', false],
    ['the name of an environment', 'Production', false],
    ['the password of every example', 'postgres', false],
    ['a part of a name that has to be told', 'Backend-Api', false],
  ])('is hidden or not: %s', (_, value, hidden) => {
    expect(mayHideGuess(value, ['shop', 'My-Backend-API-2'])).toBe(hidden)
  })
})
