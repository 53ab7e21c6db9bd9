import { fillWith } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import { serviceVerification } from '../src/inputs/service-verification.ts'

const host = 'psbqam834h.us-east-1.awsapprunner.com'
const parse = (text: string) => serviceVerification({ description: '' }).parse(text)(host)
const firstOf = (text: string) => {
  const [check] = parse(text).checks
  if (check.kind !== 'http') throw new Error('It is no check over HTTP.')
  return check.request
}

describe('{url} in the checks of verify', () => {
  it.each(['{url}/api/health', 'https://{url}/api/health'])(
    'is the address of the service, with or without https://: %s',
    (url) => {
      const text = `- { url: "${url}" }`
      expect(firstOf(text).url.href).toBe(`https://${host}/api/health`)
    },
  )

  it('keeps another scheme', () => {
    expect(firstOf('[{ url: "http://{url}/" }]').url.href).toBe(`http://${host}/`)
  })

  it('is the host alone in headers, bodies and resolve, whether it is a value or a key', () => {
    const more = 'headers: { Origin: "https://{url}", Host-Name: "{url}" }'
    const byLine = firstOf(`[{ url: "{url}", resolve: "{url}=127.0.0.1:80", ${more} }]`)
    expect(byLine.headers.get('Origin')).toBe(`https://${host}`)
    expect(byLine.headers.get('Host-Name')).toBe(host)
    expect([...byLine.resolve.keys()]).toEqual([host])
    const byKey = firstOf('[{ url: "{url}", resolve: { "{url}": 127.0.0.1 } }]')
    expect([...byKey.resolve.keys()]).toEqual([host])
  })

  it('stands beside addresses that are written out, and the schedule', () => {
    const { checks, schedule } = parse(
      '{ checks: [{ url: "{url}" }, { url: https://example.com }], timeout: 2m }',
    )
    expect(checks.map(({ name }) => name)).toEqual([`https://${host}/`, 'https://example.com/'])
    expect(schedule.timeoutMs).toBe(120_000)
  })

  it('is no variable of the inputs, and variables are put in beside it', () => {
    const fill = fillWith({ texts: new Map([['path', 'ready']]), groups: new Map() })
    const text = '[{ url: "{url}/${path}" }]'
    const { checks } = serviceVerification({ description: '' }).parse(text, fill)(host)
    expect(checks[0].name).toBe(`https://${host}/ready`)
  })
})
