import { describe, expect, it } from 'vitest'
import { secretLikeVariables } from '../src/index.ts'
import { apiDefinition } from './definition.fixture.ts'

/** What is found in a container with this one variable. */
function found(name: string, value: string, publicNames?: readonly string[]) {
  const containerDefinitions = [{ name: 'backend-api', environment: [{ name, value }] }]
  return secretLikeVariables(
    apiDefinition({ family: 'arbiter-backend', containerDefinitions }),
    publicNames,
  )
}

const value = 'f00d-Cafe-17'

describe('a variable in plain text', () => {
  it.each([
    ...['PASSWORD', 'DB_PASSWORD', 'PGPASSWORD', 'DB_PASS', 'DB_PWD', 'PASSWORD_1', 'dbPassword'],
    ...['SECRET_KEY', 'ENCRYPTION_KEY', 'SIGNING_KEY', 'API_KEY', 'APIKEY', 'STRIPE_API_KEY_2'],
    ...['AWS_SECRET_ACCESS_KEY', 'PRIVATE_KEY', 'APP_KEY', 'CLIENT_SECRET', 'GITHUB_TOKEN'],
    ...['spring.datasource.password', 'accessToken', 'GOOGLE_CREDENTIALS', 'PASSPHRASE'],
    ...['dbPass', 'db.pwd', 'signing-key'],
  ])('named %s holds a secret', (name) => {
    expect(found(name, value)).toEqual([{ container: 'backend-api', name, secrets: [value] }])
  })

  it.each([
    ...['TOKEN_TTL', 'AWS_SM_SIGNING_SECRET_ARN', 'AUTH_KEY_SECRET_NAME', 'SECRETS_PROVIDER'],
    ...['AUTH_KEY_STORAGE_PROVIDER', 'NEXT_PUBLIC_API_KEY', 'VITE_TOKEN', 'PASSWORD_FILE'],
    ...['AWS_ACCESS_KEY_ID', 'PWD', 'OLDPWD', 'BYPASS', 'MONKEY', 'PRIMARY_KEY', 'KEYBOARD'],
  ])('named %s holds none', (name) => {
    expect(found(name, value)).toEqual([])
  })

  it.each([
    ['an ARN', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf'],
    ['a boolean', 'true'],
    ['a number', '1234567890'],
    ['a number with a point', '12345.67890'],
    ['too short', 'hunter2'],
    ['empty', ''],
  ])('whose value is %s holds none', (_, text) => {
    expect(found('DB_PASSWORD', text)).toEqual([])
  })

  it('with a password in a URL has it found as written, decoded and encoded', () => {
    const [variable] = found('DATABASE_URL', 'postgres://app:S3cret^Pa;ss|w@db:5432/app')
    expect(variable?.secrets).toEqual([
      'S3cret^Pa;ss|w',
      'S3cret%5EPa%3Bss%7Cw',
      'S3cret%5EPa;ss%7Cw',
    ])
    const [encoded] = found('DATABASE_URL', 'postgres://app:S3cret%5EPa%3Bss@db:5432/app')
    expect(encoded?.secrets).toEqual(expect.arrayContaining(['S3cret%5EPa%3Bss', 'S3cret^Pa;ss']))
  })

  it.each([
    ['a URL of several hosts', 'mongodb://app:f00d-Cafe-17@h1:27017,h2:27017/app?replicaSet=r'],
    ['a URL with an @ in the password', 'amqp://app:f00d-Cafe-17@x@host/'],
    ['a connection string', 'Server=db;User Id=app;Password=f00d-Cafe-17;Encrypt=true'],
    ['a quoted one', 'Server=db;PWD="f00d-Cafe-17;x"'],
    ['a storage account', 'AccountName=a;AccountKey=f00d-Cafe-17==;EndpointSuffix=x'],
    ['libpq', "host=db password='f00d-Cafe-17' dbname=a"],
    ['JDBC', 'jdbc:postgresql://db/app?user=a&password=f00d-Cafe-17&ssl=true'],
    ['what is no valid percent-encoding', 'redis://:f00d-Cafe-17%@host'],
    ['half of a surrogate pair', 'redis://:f00d-Cafe-17\uD800@host'],
  ])('has its password found in %s', (_, text) => {
    const [variable] = found('STORE', text)
    expect(variable?.secrets.some((secret) => secret.startsWith(value))).toBe(true)
    expect(variable?.secrets).not.toContain(text)
  })

  it.each([
    'https://sandbox.arbiter-ai.com/path@8000:x',
    'https://user@host/',
    'postgres://db:5432/app',
    'https://registry.example:5000/a:b@c',
    'the password is long',
  ])('that only looks a little like one holds none: %s', (text) => {
    expect(found('STORE', text)).toEqual([])
  })

  it.each([
    ['the name of an environment', 'production', undefined],
    ['a part of the family', 'arbiter-backend', undefined],
    ['the name of a container', 'backend-api', undefined],
    ['the name of the cluster', 'shop-cluster', ['shop-cluster']],
  ])('whose secret is %s is told, and not masked', (_, text, publicNames) => {
    expect(found('DB_PASSWORD', text, publicNames)).toEqual([
      { container: 'backend-api', name: 'DB_PASSWORD', secrets: [] },
    ])
  })
})
