import { describe, expect, it } from 'vitest'
import { maskRead } from '../src/index.ts'

/** What is masked of a secret with this one key. */
function masked(name: string, value: string, publicNames: readonly string[] = ['shop-api']) {
  const texts: string[] = []
  maskRead({ mask: (text) => texts.push(text) }, publicNames)({ [name]: value })
  return texts
}

const token = 'f00dCafe17Beef28'

describe('a value that was read of a secret', () => {
  it.each([
    ['KEY', 'f00d-Cafe-17', 'f00d-Cafe-17'],
    ['SALT', 'Zm9vYmFyMTIz+/==', 'Zm9vYmFyMTIz+/=='],
    ['LICENSE', 'ABCD-EFGH-IJKL', 'ABCD-EFGH-IJKL'],
    ['STRIPE', `sk_live_${token}`, `sk_live_${token}`],
    ['NOTE', 'two words, Of Some', 'two words, Of Some'],
    ['MAIL', 'abcdefghijklmnop', 'abcdefghijklmnop'],
    ['SENTRY_DSN', `https://${token}@o1.ingest.sentry.io/2`, token],
    ['SENTRY_DSN', 'https://f00dCafe@o1.ingest.sentry.io/2', 'f00dCafe'],
    ['MONGO_URI', 'mongodb+srv://app:f00d-Cafe-17@db.example.com/app', 'f00d-Cafe-17'],
    ['MONGO_URI', 'mongodb://app:f00d-Cafe-17@h/a', 'mongodb://app:f00d-Cafe-17@h/a'],
    ['WEBHOOK_URL', `https://hooks.slack.com/services/T0/B0/${token}`, `T0/B0/${token}`],
    ['CALLBACK', `https://x.example/cb?code=${token}`, token],
    ['CALLBACK', 'https://x.example/cb?token=hunter22', 'hunter22'],
    ['CONFIG', '{"a":{"b":["f00d-Cafe-17"]},"region":"us-east-1"}', 'f00d-Cafe-17'],
    ['CONFIG', '"f00d-Cafe-17"', 'f00d-Cafe-17'],
    ['CONFIG', '{"password":"hunterhunter"}', 'hunterhunter'],
    ['PEM', 'MIIEvQIBADANBg\nkqhkiG9w0BAQEF', 'kqhkiG9w0BAQEF'],
    ['ENV', 'REGION=us-east-1\nSALT=f00d-Cafe-17', 'f00d-Cafe-17'],
    ['DB_PASSWORD', 'hunterhunter', 'hunterhunter'],
  ])('is masked: %s %j', (name, value, text) => {
    expect(masked(name, value)).toContain(text)
  })

  it.each([
    ['too short', 'hunter2'],
    ['a switch', 'false'],
    ['a number', '1234567890'],
    ['an environment', 'production'],
    ['an environment in capitals', 'PRODUCTION'],
    ['a region', 'us-east-1'],
    ['several regions', 'us-east-1, eu-central-1'],
    ['a model', 'text-embedding-3-small'],
    ['the name of a secret', 'arbiter-ai/sandbox'],
    ['a path', '/var/lib/postgresql/data'],
    ['a host', 'shop.c9akciq32abc.us-east-1.rds.amazonaws.com:5432'],
    ['an address to listen at', '0.0.0.0:8000'],
    ['an ARN', 'arn:aws:s3:::shop-data-a1b2c3d4e5f6g7h8'],
    ['a URL', 'https://sandbox.arbiter-ai.com/api/v1?page=2'],
    ['several URLs', 'https://a.example.com,https://b.example.com:8443'],
    ['a URL of a cache', 'redis://cache.abc123.use1.cache.amazonaws.com:6379/0'],
    ['a part of a public name', 'shop-api'],
  ])('is a setting, which stays readable: %s', (_, value) => {
    expect(masked('SETTING', value)).toEqual([])
  })

  it('of several lines has its settings left readable', () => {
    const texts = masked('ENV', 'production\nhttps://a.example.com\nf00d-Cafe-17')
    expect(texts).toEqual(['f00d-Cafe-17'])
  })
})
