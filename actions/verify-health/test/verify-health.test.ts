import { describe, expect, it } from 'vitest'
import { allText, verify } from './in-flow.ts'
import { closedPort, serveHttp } from '../../../packages/checks/test/local-server.ts'

describe('A healthy service', () => {
  it('makes the step green, with attempts and latencies', async () => {
    await using service = await serveHttp((response) => response.end('{"version":"abc"}'))
    const recorded = await verify({
      url: `${service.url}/health`,
      'expect-json': 'version=abc',
    })
    expect(recorded).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
    expect(recorded.outputs).toMatchObject({ outcome: 'healthy', healthy: 'true', attempts: '3' })
    expect(recorded.outputs).not.toHaveProperty('failure')
    expect(Number(recorded.outputs['latency-p50-ms'])).toBeLessThan(2000)
    expect(recorded.outputs['latency-p95-ms']).toMatch(/^\d+$/)
    expect(JSON.parse(recorded.outputs['report'] ?? '')).toEqual([
      {
        name: `${service.url}/health`,
        kind: 'http',
        url: `${service.url}/health`,
        verdict: 'healthy',
        reason: '',
        attempts: 3,
        consecutive: 3,
        lastStatus: 200,
        latencyP50Ms: expect.any(Number),
        latencyP95Ms: expect.any(Number),
      },
    ])
    expect(recorded.summary).toContain('### ✅ Healthy: 1 check')
    expect(service.received).toHaveLength(3)
  })
})

describe('A service that still runs the old version', () => {
  it('makes the step red and is told so', async () => {
    await using service = await serveHttp((response) => response.end('{"version":"abc"}'))
    const recorded = await verify({ url: service.url, 'expect-json': 'version=def' })
    expect(recorded.exitCode).toBe(1)
    expect(recorded.outputs).toMatchObject({
      outcome: 'unhealthy',
      failure: 'verify',
      healthy: 'false',
    })
    expect(recorded.errors).toHaveLength(1)
    expect(recorded.errors[0]?.message).toContain(
      'answered version=abc, expected def: another version answers (perhaps the old one, perhaps a newer)',
    )
    expect(recorded.summary).toContain(
      'another version answers (perhaps the old one, perhaps a newer)',
    )
    expect(recorded.summary).toContain('**What to do:**')
    expect(recorded.summary).toContain('```mermaid')
  })

  it('turns green when the new version answers', async () => {
    await using service = await serveHttp((response, _request, before) =>
      response.writeHead(200, { 'x-version': before < 1 ? 'abc' : 'def' }).end(),
    )
    const recorded = await verify({ url: service.url, 'expect-header': 'x-version=def' })
    expect(recorded.outputs).toMatchObject({ outcome: 'healthy', attempts: '4' })
    expect(recorded.summary).toContain('first success')
  })
})

describe('A service that is not there', () => {
  it('makes the step red, without latencies', async () => {
    const url = `http://127.0.0.1:${await closedPort()}`
    const recorded = await verify({ url })
    expect(recorded.outputs).toMatchObject({
      outcome: 'unhealthy',
      failure: 'verify',
      'latency-p50-ms': '',
      'latency-p95-ms': '',
    })
    expect(recorded.errors[0]?.message).toContain('refused the connection')
    expect(recorded.errors[0]?.message).toContain('Nothing listens on that port')
    expect(JSON.parse(recorded.outputs['report'] ?? '')).toMatchObject([
      { lastStatus: null, latencyP50Ms: null },
    ])
  })
})

describe('Several checks', () => {
  it('are told apart in report, error and summary', async () => {
    await using service = await serveHttp((response) => response.end('fine'))
    const recorded = await verify({
      checks: `
        - name: api
          url: ${service.url}/api
        - name: web
          url: ${service.url}/web
          expect-body: welcome
      `,
    })
    expect(recorded.exitCode).toBe(1)
    expect(JSON.parse(recorded.outputs['report'] ?? '')).toMatchObject([
      { name: 'api', verdict: 'healthy' },
      {
        name: 'web',
        verdict: 'unhealthy',
        reason: expect.stringContaining('does not contain welcome'),
      },
    ])
    expect(recorded.errors[0]?.message).toContain('1 of 2 health checks failed')
    expect(recorded.errors[0]?.message).not.toContain('- api')
  })
})

describe('A dry run', () => {
  it('shows what would be checked and sends nothing', async () => {
    await using service = await serveHttp((response) => response.end())
    const recorded = await verify({
      'dry-run': 'true',
      url: `${service.url}/health?token=canary`,
      'expect-json': 'version=def',
    })
    expect(recorded).toMatchObject({ exitCode: 0, outputs: { outcome: 'planned' } })
    expect(recorded.log.join('\n')).toContain(
      `GET ${service.url}/health, expecting status 200-299, version=def`,
    )
    expect(allText(recorded)).not.toContain('canary')
    expect(service.received).toHaveLength(0)
  })
})

describe('Secrets', () => {
  const canaries = {
    'basic-auth': 'ada:canary-password',
    'header-value': 'canary-header',
    json: 'canary-json',
    text: 'canary "quoted" text',
    query: 'canary & query',
  }
  const spoken = [
    ...Object.values(canaries),
    'canary',
    Buffer.from(canaries['basic-auth']).toString('base64'),
  ]
  const body = JSON.stringify({ secret: canaries.json, note: canaries.text })

  it.each<[where: string, inputs: (url: string) => Readonly<Record<string, string>>]>([
    [
      'of a single check',
      (url) => ({
        url,
        method: 'POST',
        body,
        'basic-auth': canaries['basic-auth'],
        headers: `X-Api-Key=${canaries['header-value']}\nX-Plain=${canaries['header-value']}`,
      }),
    ],
    [
      'of nested checks',
      (url) => ({
        checks: JSON.stringify([
          {
            url,
            body,
            method: 'POST',
            'basic-auth': canaries['basic-auth'],
            headers: { 'X-Plain': canaries['header-value'] },
          },
        ]),
      }),
    ],
  ])('%s appear nowhere, not even when the service repeats them', async (_where, inputs) => {
    await using service = await serveHttp((response, { path, headers, body: sent }) =>
      response
        .writeHead(500, { 'x-echo': sent })
        .end(
          `${sent} ${JSON.stringify(headers)} ${path.split('=')[1]} ${decodeURIComponent(path)}`,
        ),
    )
    const recorded = await verify({
      ...inputs(`${service.url}/?token=${encodeURIComponent(canaries.query)}`),
    })
    expect(service.received).not.toHaveLength(0)
    expect(recorded.errors[0]?.message).toContain('answered 500')
    for (const secret of spoken) expect(allText(recorded)).not.toContain(secret)
  })
})

describe('A cancelled job', () => {
  it('ends the step at once and says so', async () => {
    await using service = await serveHttp((response) => {
      process.emit('SIGINT')
      response.writeHead(503).end()
    })
    const recorded = await verify({ url: service.url })
    expect(recorded).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'failed', failure: 'cancelled' },
    })
    expect(service.received).toHaveLength(1)
  })
})
