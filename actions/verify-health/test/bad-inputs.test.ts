import { describe, expect, it } from 'vitest'
import { allText, verify } from './in-flow.ts'

const url = 'http://127.0.0.1:9/health'

/** The message of the only error of a step that refused its inputs. */
async function refusal(inputs: Readonly<Record<string, string>>): Promise<string> {
  const recorded = await verify(inputs)
  expect(recorded.exitCode).toBe(1)
  expect(recorded.outputs).toEqual({ outcome: 'failed', failure: 'input' })
  expect(recorded.errors).toHaveLength(1)
  expect(recorded.log).toEqual([])
  return recorded.errors[0]?.message ?? ''
}

const inList = (check: string) => ({ checks: `- { name: api, url: '${url}', ${check} }` })

type Row = readonly [path: string, says: string, inputs: Readonly<Record<string, string>>]

const single: readonly Row[] = [
  ['url', 'is required', {}],
  ['url', 'http://', { url: 'sandbox.arbiter-ai.com' }],
  ['url', 'http://', { url: '/canary' }],
  ['url', 'http://', { url: 'ftp://canary/' }],
  ['url', 'http://', { url: 'https://' }],
  ['url', 'http://', { url: 'http://canary:99999/' }],
  ['url', 'basic-auth', { url: 'https://canary:canary@localhost/' }],
  ['url', 'basic-auth', { url: 'https://canary@localhost/' }],
  ['method', 'GET, HEAD, POST', { url, method: 'get-canary' }],
  ['method', 'did you mean GET', { url, method: 'get' }],
  ['method', 'leave it out', { url, method: '' }],
  ['headers', 'NAME=', { url, headers: 'A=1\ncanary' }],
  ['headers', 'no valid JSON', { url, headers: '{canary: 1}' }],
  ['headers.a b', 'name of a header', { url, headers: '{"a b": "canary"}' }],
  ['headers.Content-Length', 'leave it out', { url, headers: 'Content-Length=canary' }],
  ['headers.Connection', 'leave it out', { url, headers: 'Connection=canary' }],
  ['headers.x-a', 'once', { url, headers: 'X-A=canary\nx-a=canary' }],
  ['headers.X-A', 'one line', { url, headers: '{"X-A": "canary\\ncanary"}' }],
  ['headers.X-A', 'Latin', { url, headers: 'X-A=canary☕' }],
  ['headers.!X-A', 'cannot be removed', { url, headers: '!X-A' }],
  ['body', 'POST', { url, body: 'canary' }],
  ['body', 'POST', { url, method: 'HEAD', body: 'canary' }],
  ['basic-auth', 'user:password', { url, 'basic-auth': 'canary' }],
  ['basic-auth', 'user:password', { url, 'basic-auth': ':canary' }],
  [
    'basic-auth',
    'one of the two',
    { url, 'basic-auth': 'a:canary', headers: 'authorization=canary' },
  ],
  ['expect-status', '200-299,301', { url, 'expect-status': 'canary' }],
  ['expect-status', '200-299,301', { url, 'expect-status': '2xx' }],
  ['expect-status', 'from 200 to 599', { url, 'expect-status': '100' }],
  ['expect-status', 'from 200 to 599', { url, 'expect-status': '200-600' }],
  ['expect-status', 'ends before it begins', { url, 'expect-status': '299-200' }],
  ['expect-status', 'names no status', { url, 'expect-status': ',' }],
  ['expect-status', 'leave it out', { url, 'expect-status': ' ' }],
  ['expect-body', '/regex/', { url, 'expect-body': '/canary(/' }],
  ['expect-body', 'i, m, s, u', { url, 'expect-body': '/canary/g' }],
  ['expect-body', 'i, m, s, u', { url, 'expect-body': '/canary/ii' }],
  ['expect-body', 'HEAD', { url, method: 'HEAD', 'expect-body': 'canary' }],
  ['expect-json.a..b', 'items[0].id', { url, 'expect-json': 'a..b=canary' }],
  ['expect-json.a[x]', 'items[0].id', { url, 'expect-json': 'a[x]=canary' }],
  ['expect-json.a.', 'items[0].id', { url, 'expect-json': 'a.=canary' }],
  ['expect-json.version', '/regex/', { url, 'expect-json': 'version=/canary[/' }],
  ['expect-json.a', 'given twice', { url, 'expect-json': 'a=canary\na=canary' }],
  ['expect-json', 'HEAD', { url, method: 'HEAD', 'expect-json': 'a=canary' }],
  ['expect-header.a b', 'name of a header', { url, 'expect-header': '{"a b": "canary"}' }],
  ['expect-header', 'is no map', { url, 'expect-header': '- canary' }],
  ['max-latency', 'needs its unit', { url, 'max-latency': '500' }],
  ['max-latency', '800ms', { url, 'max-latency': '0ms' }],
  ['max-latency', '800ms', { url, 'max-latency': '0' }],
  ['max-latency', '90s', { url, 'max-latency': '1.5s' }],
  ['min-certificate-days', 'from 1 to 3650', { url, 'min-certificate-days': '0' }],
  ['min-certificate-days', 'from 1 to 3650', { url, 'min-certificate-days': 'canary' }],
  ['min-certificate-days', 'https://', { url, 'min-certificate-days': '14' }],
  ['follow-redirects', 'neither true nor false', { url, 'follow-redirects': 'yes' }],
  ['resolve.localhost', '10.0.0.7', { url, resolve: 'localhost=a/canary' }],
  ['resolve.localhost', '10.0.0.7', { url, resolve: 'localhost=127.0.0.1:99999' }],
  ['resolve.10.0.0.1', 'host of url', { url, resolve: '10.0.0.1=10.0.0.2' }],
  ['resolve', 'host of url', { url, resolve: 'canary.example=127.0.0.1' }],
  ['timeout', 'needs its unit', { url, timeout: '300' }],
  ['timeout', 'from 1s to 7d', { url, timeout: '0' }],
  ['timeout', 'from 1s to 7d', { url, timeout: '30d' }],
  ['timeout', '90s', { url, timeout: 'canary' }],
  ['timeout', '90s', { url, timeout: '-5s' }],
  ['interval', 'from 1s to 7d', { url, interval: '0s' }],
  ['request-timeout', 'from 1s to 7d', { url, 'request-timeout': '0' }],
  ['successes', 'from 1 to 1000', { url, successes: '0' }],
  ['successes', 'from 1 to 1000', { url, successes: '1.5' }],
  ['successes', '5m 00s', { url, successes: '500' }],
  ['hold', 'less than timeout, which is 5m 00s', { url, hold: '5m' }],
  ['hold', '90s', { url, hold: 'for canary' }],
  ['dry-run', 'neither true nor false', { url, 'dry-run': 'canary' }],
]

const digest = `sha256:${'a'.repeat(64)}`
const services = 'worker'

const ofServices: readonly Row[] = [
  ['services', 'names nothing', { services: ',' }],
  ['services', 'twice', { services: 'worker,worker' }],
  ['services', 'its name or its ARN', { services: 'canary worker' }],
  ['services', 'its name or its ARN', { services: 'arn:aws:ecs:us-east-1:1:service/canary' }],
  ['services', 'one name', { services: 'arn:aws:ecs:us-east-1:123456789012:service/a/x,x' }],
  ['target-groups', 'names nothing', { 'target-groups': '[]' }],
  ['target-groups', 'its name or its ARN', { 'target-groups': 'canary_group' }],
  ['min-task-age', 'needs its unit', { services, 'min-task-age': '30' }],
  ['min-task-age', 'belongs to services', { url, 'min-task-age': '30s' }],
  ['expect-digest', 'belongs to services', { 'target-groups': 'web', 'expect-digest': digest }],
  ['expect-digest', '64 digits', { services, 'expect-digest': 'sha256:canary' }],
  ['expect-digest', 'tag', { services, 'expect-digest': 'backend:' }],
  ['expect-digest.worker', 'every image would pass', { services, 'expect-digest': 'worker=' }],
  ['expect-digest.api', 'which are: worker', { services, 'expect-digest': `api=${digest}` }],
  ['expect-digest.worker', '64 digits', { services, 'expect-digest': 'worker=sha256:canary' }],
  ['expect-json', 'belongs to url', { services, 'expect-json': 'version=canary' }],
  ['aws-region', 'us-east-1', { services, 'aws-region': 'canary' }],
  ['checks', 'one name', { services, checks: '- service: worker' }],
  ['checks[0]', 'several things', { checks: `- { url: '${url}', service: worker }` }],
  ['checks[0]', 'several things', { checks: '- { target-group: web, service: worker }' }],
  ['checks[0].service', 'is required', { checks: '- service: ""' }],
  ['checks[0].service', 'its name or its ARN', { checks: '- service: canary worker' }],
  ['checks[0].expect-digest', 'empty', { checks: '- { service: worker, expect-digest: "" }' }],
  [
    'checks[0].expect-status',
    'is not known',
    { checks: '- { service: worker, expect-status: 200 }' },
  ],
  ['checks[0].target-group', 'its name or its ARN', { checks: '- target-group: canary_group' }],
  ['checks[0].cluster', 'is not known', { checks: '- { target-group: web, cluster: shop }' }],
  ['checks[0].name', 'at most 100', { checks: `- { name: ${'n'.repeat(101)}, service: worker }` }],
]

const nested: readonly Row[] = [
  ['url', 'cannot go with checks', { url, checks: `- url: ${url}` }],
  ['headers', 'cannot go with checks', { headers: 'A=canary', checks: `- url: ${url}` }],
  ['expect-status', 'cannot go with checks', { 'expect-status': '204', checks: `- url: ${url}` }],
  ['checks', 'must be a list', { checks: `url: ${url}` }],
  ['checks', 'must be a list', { checks: '[]' }],
  ['checks', 'no valid YAML', { checks: '- url: "canary' }],
  ['checks[0]', 'must be a mapping', { checks: '- canary' }],
  ['checks[0]', 'one of url, service, target-group', { checks: '- name: api' }],
  ['checks[1].url', 'http://', { checks: `- url: ${url}\n- url: canary` }],
  ['checks[0].expect-jsn', 'did you mean expect-json', inList('expect-jsn: canary')],
  ['checks[0].timeout', 'is not known', inList('timeout: 5m')],
  ['checks[0].headers.a b', 'name of a header', inList("headers: { 'a b': canary }")],
  ['checks[0].headers.A', 'must be text', inList('headers: { A: [canary] }')],
  ['checks[0].expect-status', 'from 200 to 599', inList('expect-status: [200, 99]')],
  ['checks[0].expect-json.a.', 'items[0].id', inList('expect-json: { a.: canary }')],
  ['checks[0].body', 'POST', inList('body: canary')],
  ['checks[0].name', 'at most 100', { checks: `- { name: ${'n'.repeat(101)}, url: '${url}' }` }],
  ['checks[0].name', 'one line', { checks: `- { name: "a\\nb", url: '${url}' }` }],
  ['checks', 'two checks of one name', { checks: `- url: ${url}?a=1\n- url: ${url}?a=2` }],
]

describe('A wrong input', () => {
  it.each([...single, ...ofServices, ...nested])(
    '%s is refused: %s',
    async (path, says, inputs) => {
      const message = await refusal(inputs)
      expect(message).toContain(`${path}: `)
      expect(message).toContain(says)
      expect(message).not.toContain('canary')
    },
  )
})

describe('Several wrong inputs', () => {
  it('are told in one error', async () => {
    const message = await refusal({ url: 'x', timeout: '5', successes: '0', hold: '1h' })
    for (const name of ['url', 'timeout', 'successes']) expect(message).toContain(`- ${name}: `)
  })

  it('are told of all checks', async () => {
    const message = await refusal({ checks: '- { url: x, method: y }\n- { url: z }' })
    for (const path of ['checks[0].url', 'checks[0].method', 'checks[1].url']) {
      expect(message).toContain(path)
    }
  })
})

describe('A secret in a refused input', () => {
  it('appears nowhere', async () => {
    const recorded = await verify({
      url: 'x',
      'basic-auth': 'ada:canary-one',
      headers: 'Authorization=Bearer canary-two',
      body: 'canary-three',
      checks: '- { url: y, basic-auth: canary-four, headers: { X-Token: canary-five } }',
    })
    expect(recorded.exitCode).toBe(1)
    expect(allText(recorded)).not.toContain('canary')
  })
})
