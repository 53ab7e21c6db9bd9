import { describe, expect, it } from 'vitest'
import { redact } from '../src/diagnosis/redact.ts'

describe('a line of a foreign log', () => {
  it.each([
    ['amqp://user:pa:ss@host/vhost', 'amqp://user:***@host/vhost'],
    ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer ***'],
    ['DB_PASSWORD=hunter2222 next', 'DB_PASSWORD=*** next'],
    ['{"clientSecret":"abc","name":"api"}', '{"clientSecret":***,"name":"api"}'],
    ["{'api_key': 'abc'}", "{'api_key': ***}"],
    ['got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-def', 'got ***'],
  ])('loses what is a secret by its form: %s', (line, shown) => {
    expect(redact(line)).toBe(shown)
  })

  it.each([
    'SyntaxError: Unexpected token: punc (})',
    'KeyError: DATABASE_PASSWORD',
    'GET https://api.example.com:8443/health?page=2 200',
    'Basic checks done',
    'SECRET_NAME=app/production TOKEN_TTL=300',
    'postgresql://db:5432/app refused the connection',
  ])('keeps what is needed to understand it: %s', (line) => {
    expect(redact(line)).toBe(line)
  })
})
