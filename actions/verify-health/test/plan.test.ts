import { checks } from '@deploy-actions/checks'
import { describe, expect, it } from 'vitest'
import type { Inputs } from '../src/inputs.ts'
import { planChecks } from '../src/plan.ts'

const [check] = checks({ description: '' }).parse([
  {
    name: 'api',
    url: 'https://sandbox.arbiter-ai.com/health?token=canary',
    'expect-status': '200,204',
    'expect-json': { version: 'abc' },
    'expect-header': { 'X-Served-By': '/backend/' },
    'expect-body': 'ready',
    'max-latency': '800ms',
    'min-certificate-days': '14',
  },
])
if (check === undefined) throw new Error('There is no check.')

const schedule = {
  timeoutMs: 300_000,
  intervalMs: 2000,
  requestTimeoutMs: 10_000,
  successes: 3,
  holdMs: 0,
}
const inputs: Inputs = { checks: [check], schedule, region: undefined, dryRun: false }

describe('A plan', () => {
  it.each<[title: string, inputs: Inputs]>([
    ['1 health check: 3 successes in a row, within 5m 00s', inputs],
    [
      '2 health checks: 3 successes in a row, within 5m 00s',
      { ...inputs, checks: [check, { ...check, name: 'web' }] },
    ],
    [
      '1 health check: one success, held for 1m 00s, within 5m 00s',
      { ...inputs, schedule: { ...schedule, successes: 1, holdMs: 60_000 } },
    ],
  ])('is called "%s"', (title, given) => {
    expect(planChecks(given).title).toBe(title)
  })

  it('has a line for each check with all that is expected', () => {
    expect(planChecks(inputs).lines).toEqual([
      'api: GET https://sandbox.arbiter-ai.com/health, expecting status 200,204, header x-served-by: /backend/, body with ready, version=abc, at most 800 ms, certificate valid for 14 days',
    ])
  })

  it('is to be shown in a dry run, and else to be carried out', () => {
    expect(planChecks({ ...inputs, dryRun: true }).kind).toBe('show')
    expect(planChecks(inputs).kind).toBe('check')
  })
})
