import { describe, expect, it } from 'vitest'
import { json, judge, now, type Situation } from './judge.ts'

describe('A healthy answer is one with', () => {
  it.each<[name: string, situation: Situation]>([
    ['status 200 where nothing is said', { expected: {} }],
    [
      'a status in a range',
      { expected: { 'expect-status': '200-204,301' }, answer: { status: 203 } },
    ],
    ['a single status', { expected: { 'expect-status': '200,418' }, answer: { status: 418 } }],
    [
      'a status of a YAML list',
      { expected: { 'expect-status': [200, 404] }, answer: { status: 404 } },
    ],
    [
      'the text in its body',
      { expected: { 'expect-body': 'ready' }, answer: { body: 'all ready.' } },
    ],
    [
      'a body that a regex matches',
      { expected: { 'expect-body': '/^v\\d+$/m' }, answer: { body: 'x\nv12\n' } },
    ],
    [
      'a regex without regard to case',
      { expected: { 'expect-body': '/OK/i' }, answer: { body: 'ok' } },
    ],
    [
      'text at a path',
      { expected: { 'expect-json': { version: 'abc' } }, answer: json({ version: 'abc' }) },
    ],
    [
      'a value deep inside',
      {
        expected: { 'expect-json': { 'a.b[1].c': 'x' } },
        answer: json({ a: { b: [0, { c: 'x' }] } }),
      },
    ],
    [
      'a list at the root',
      { expected: { 'expect-json': { '[0].id': '7' } }, answer: json([{ id: 7 }]) },
    ],
    [
      'a key with a dot',
      {
        expected: { 'expect-json': { 'db["a.b"].ok': 'true' } },
        answer: json({ db: { 'a.b': { ok: true } } }),
      },
    ],
    [
      'a number as written',
      { expected: { 'expect-json': { version: '1.10' } }, answer: { body: '{"version": 1.10}' } },
    ],
    [
      'a number with all its digits',
      {
        expected: { 'expect-json': { id: '9007199254740993' } },
        answer: { body: '{"id":9007199254740993}' },
      },
    ],
    [
      'null that is expected',
      { expected: { 'expect-json': { error: 'null' } }, answer: json({ error: null }) },
    ],
    [
      'any value at a path',
      { expected: { 'expect-json': { build: '/./' } }, answer: json({ build: 0 }) },
    ],
    [
      'a value that a regex matches',
      { expected: { 'expect-json': { version: '/^1\\./' } }, answer: json({ version: '1.4.0' }) },
    ],
    [
      'a list as JSON',
      { expected: { 'expect-json': { ids: '[1, 2]' } }, answer: json({ ids: [1, 2] }) },
    ],
    [
      'a mapping as JSON, in another order',
      {
        expected: { 'expect-json': { db: '{"b":1,"a":"x"}' } },
        answer: json({ db: { a: 'x', b: 1 } }),
      },
    ],
    [
      'a header, whatever the case of its name',
      {
        expected: { 'expect-header': { 'X-Served-By': 'backend' } },
        answer: { headers: { 'x-served-by': 'backend' } },
      },
    ],
    [
      'a header with any value',
      { expected: { 'expect-header': { etag: '/.*/' } }, answer: { headers: { etag: '' } } },
    ],
    [
      'a header that a regex matches',
      {
        expected: { 'expect-header': { 'content-type': '/json/' } },
        answer: { headers: { 'content-type': 'application/json; charset=utf-8' } },
      },
    ],
    ['just the latency allowed', { expected: { 'max-latency': '20ms' } }],
    [
      'a certificate for just the days asked',
      {
        expected: { 'min-certificate-days': 30 },
        answer: { certificateEndsAt: now + 30 * 86_400_000 },
      },
    ],
  ])('%s', (_name, situation) => {
    expect(judge(situation)).toEqual([])
  })
})

describe('An unhealthy answer is told as', () => {
  it.each<[message: string, situation: Situation]>([
    ['answered 503, expected 200-299', { expected: {}, answer: { status: 503 } }],
    [
      'answered 500, expected 200; it says: no database',
      {
        expected: { 'expect-status': '200' },
        answer: { status: 500, body: ' no\n\tdatabase\u001b[0m ' },
      },
    ],
    [
      'answered 302 to https://sso.example/login, expected 200-299',
      {
        expected: {},
        answer: { status: 302, headers: { location: 'https://a:b@sso.example/login?token=1#x' } },
      },
    ],
    [
      'answered 300, expected 200-299,301',
      { expected: { 'expect-status': '200-299,301' }, answer: { status: 300 } },
    ],
    [
      'answered version=abc, expected def: another version answers (perhaps the old one, perhaps a newer)',
      { expected: { 'expect-json': { version: 'def' } }, answer: json({ version: 'abc' }) },
    ],
    [
      'answered x-git-sha: abc, expected def: another version answers (perhaps the old one, perhaps a newer)',
      {
        expected: { 'expect-header': { 'X-Git-Sha': 'def' } },
        answer: { headers: { 'x-git-sha': 'abc' } },
      },
    ],
    [
      'answered build.id=1, expected 0a1b2c3d: another version answers (perhaps the old one, perhaps a newer)',
      {
        expected: { 'expect-json': { 'build.id': '0a1b2c3d' } },
        answer: json({ build: { id: '1' } }),
      },
    ],
    [
      'answered 200 with a body that does not contain 0a1b2c3d: another version answers (perhaps the old one, perhaps a newer); it says: v 9f',
      { expected: { 'expect-body': '0a1b2c3d' }, answer: { body: 'v 9f' } },
    ],
    [
      'answered without version, expected def: another version answers (perhaps the old one, perhaps a newer)',
      { expected: { 'expect-json': { version: 'def' } }, answer: json({}) },
    ],
    [
      'answered status=degraded, expected ok',
      { expected: { 'expect-json': { status: 'ok' } }, answer: json({ status: 'degraded' }) },
    ],
    [
      'answered version=abc, expected def',
      {
        expected: { 'expect-json': { version: 'def' }, 'expect-status': '503' },
        answer: { status: 503, ...json({ version: 'abc' }) },
      },
    ],
    [
      'answered version=1.10, expected 1.1: another version answers (perhaps the old one, perhaps a newer)',
      { expected: { 'expect-json': { version: '1.1' } }, answer: { body: '{"version":1.10}' } },
    ],
    [
      'answered error=null, expected /./',
      { expected: { 'expect-json': { error: '/./' } }, answer: json({ error: null }) },
    ],
    [
      'answered db={"a":"x"}, expected {"a":"y"}',
      { expected: { 'expect-json': { db: '{"a":"y"}' } }, answer: json({ db: { a: 'x' } }) },
    ],
    [
      'answered without toString, expected /./',
      { expected: { 'expect-json': { toString: '/./' } }, answer: json({}) },
    ],
    [
      'answered without name.length, expected 1',
      { expected: { 'expect-json': { 'name.length': '1' } }, answer: json({ name: 'x' }) },
    ],
    [
      'answered 200 with something that is no JSON; it says: <html>sign in</html>',
      { expected: { 'expect-json': { a: 'b' } }, answer: { body: '<html>sign in</html>' } },
    ],
    [
      'answered 200 with a body that does not match /^v1$/; it says: v2',
      { expected: { 'expect-body': '/^v1$/' }, answer: { body: 'v2' } },
    ],
    [
      'answered without x-served-by, expected backend',
      { expected: { 'expect-header': { 'x-served-by': 'backend' } } },
    ],
    [
      'answered after 21 ms, expected at most 20 ms',
      { expected: { 'max-latency': '20ms' }, answer: { latencyMs: 20.2 } },
    ],
    [
      'has a certificate that is valid for 29 more days, expected at least 30',
      {
        expected: { 'min-certificate-days': 30 },
        answer: { certificateEndsAt: now + 30 * 86_400_000 - 1 },
      },
    ],
    [
      'has a certificate that is valid for 0 more days, expected at least 1',
      { expected: { 'min-certificate-days': 1 } },
    ],
  ])('%s', (message, situation) => {
    expect(judge(situation)).toEqual([message])
  })

  it('not matching where a pattern would match only behind the part that is searched', () => {
    const long = `${'a'.repeat(65_536)}needle`
    const [body] = judge({ expected: { 'expect-body': '/needle/' }, answer: { body: long } })
    expect(body).toContain('does not match /needle/ in its first 65536 characters; it says: aaa')
    const [part] = judge({
      expected: { 'expect-json': { text: '/needle/' } },
      answer: json({ text: long }),
    })
    expect(part).toMatch(/^answered text=aaa.*, expected \/needle\/ in its first 65536 characters$/)
    const text = { expected: { 'expect-body': 'needle' }, answer: { body: long } }
    expect(judge(text)).toEqual([])
  })

  it('all that is wrong at once', () => {
    const expected = { 'expect-json': { a: '1', b: '2' }, 'max-latency': '10ms' }
    expect(judge({ expected, answer: json({ a: 2, b: 3 }) })).toHaveLength(3)
  })

  it('nothing but the status where that is wrong', () => {
    const expected = { 'expect-json': { version: 'def' }, 'expect-header': { x: 'y' } }
    expect(judge({ expected, answer: { status: 502 } })).toEqual(['answered 502, expected 200-299'])
  })
})
