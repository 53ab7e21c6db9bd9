import { run } from '@deploy-actions/action-kit'
import { recordingHost, type RecordingHost } from '@deploy-actions/action-kit/testing'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { appWorld, defaultInputs, stepOf, syncIn } from './in-flow.ts'
import { readSecret } from './secrets-kept.ts'

interface Hidden {
  readonly host: RecordingHost
  readonly document: Readonly<Record<string, string>>
}

/** What the job hides after a step, and what is stored then. */
async function hiddenAfter(
  world: World,
  inputs: Readonly<Record<string, string>>,
): Promise<Hidden> {
  const host = recordingHost({ ...defaultInputs, 'secret-id': 'app', ...inputs }, { run: stepOf() })
  let document = {}
  await syncIn(
    world,
    { 'secret-id': 'elsewhere', values: 'A=1' },
    {
      async afterwards() {
        await run({ contract, main }, host)
        document = (await readSecret('app'))?.document ?? {}
      },
    },
  )
  return { host, document }
}

describe('a value that is derived', () => {
  it.each([
    ['of two short ones', '${P}${Q}'],
    ['in base64 of base64', '${K|base64|base64}'],
    ['in base64 for an address', '${K|base64|urlencode}'],
    ['encoded twice', '${K|urlencode|urlencode}'],
  ])('is hidden as those are that are given: %s', async (_, derive) => {
    const values = JSON.stringify({ P: 'ab1!', Q: 'cd2?', K: 'qP7#zR9&wL2=vT5!' })
    const schema = JSON.stringify({ P: {}, Q: {}, K: {}, D: { derive } })
    const { host, document } = await hiddenAfter({}, { values, schema })
    expect(host.recorded.outputs['outcome']).toBe('written')
    expect(host.hide(document['D'] ?? '')).toBe('***')
  })

  it('is readable where it is a setting', async () => {
    const schema = JSON.stringify({ K: {}, D: { derive: 'host-${K}-name', class: 'config' } })
    const { host, document } = await hiddenAfter({}, { values: 'K=qP7zR9', schema })
    expect(document['D']).toBe('host-qP7zR9-name')
    expect(host.hide(document['D'] ?? '')).toBe('host-***-name')
  })
})

describe('a value that is stored', () => {
  it.each([
    ['a number of 20 digits', '98765432109876543210', '98765432109876543210'],
    ['a number within', '{"x":12345678901234567890}', '12345678901234567890'],
    [
      'an address that lets in whoever knows it',
      '"https://hooks.slack.com/services/TABCDEFGH/BABCDEFGH/abcdefghijklmnopqrstuvwx"',
      'https://hooks.slack.com/services/TABCDEFGH/BABCDEFGH/abcdefghijklmnopqrstuvwx',
    ],
  ])('is hidden: %s', async (_, json, text) => {
    const { host } = await hiddenAfter(appWorld(`{"A":${json}}`), { mode: 'pull' })
    expect(host.recorded.outputs['outcome']).toBe('pulled')
    expect(host.hide(text)).toBe('***')
  })
})

describe('names of keys that are stored', () => {
  it('stay readable in the outputs where they are values as well, or parts of such', async () => {
    const values = JSON.stringify({ B: 'UNUSED_KEY', C: 'removed', D: 'KEPT_' })
    const world = appWorld({ UNUSED_KEY: 'x', KEPT_KEY: 'y' })
    const { host } = await hiddenAfter(world, { values, schema: 'B: {}\nC: {}\nD: {}' })
    const { plan = '{}', 'unused-keys': unused = '' } = host.recorded.outputs
    expect(JSON.parse(plan)).toMatchObject({
      app: { unchanged: ['UNUSED_KEY', 'KEPT_KEY'], added: ['B', 'C', 'D'], removed: [] },
    })
    expect(JSON.parse(unused)).toEqual(['UNUSED_KEY', 'KEPT_KEY'])
  })

  it('are not waited for when the secret cannot be read: what is given is hidden in the error', async () => {
    const fault = {
      operation: 'DescribeSecret',
      error: { name: 'InvalidRequestException', message: 'No tr0ub4dor-3 here' },
    }
    const { host } = await hiddenAfter(
      { faults: [{ ...fault, calls: [2] }] },
      { values: 'A=tr0ub4dor-3' },
    )
    expect(host.recorded.outputs['outcome']).toBe('failed')
    expect(host.recorded.errors[0]?.message).toContain('No *** here')
  })
})
