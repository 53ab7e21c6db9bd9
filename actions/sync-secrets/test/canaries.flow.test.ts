import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findLeaks, type Visible } from '../../../test/support/leaks.ts'
import { runInWorld, type WorldRun } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import type { main } from '../src/main.ts'
import { drawCanary, drawFrom, type Canary } from './canaries/canary.ts'
import type { Situation } from './canaries/situation.ts'
import { placedIn, situationNames, situationOf } from './canaries/situations.ts'
import { syncIn } from './in-flow.ts'

const folder = mkdtempSync(join(tmpdir(), 'sync-canaries-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const canaries = 300
const perSituation = Math.ceil(canaries / situationNames.length)

describe('values that nobody may see', () => {
  it.for(situationNames.map((name, i) => [name, i] as const))(
    'appear nowhere: %s',
    async ([name, i]) => {
      for (let j = 0; j < perSituation; j += 1) {
        const draw = drawFrom(i * 1_000 + j)
        const [given, stored] = [drawCanary(draw), drawCanary(draw)]
        const situation = situationOf(name, { given, stored, draw })
        const run = await runSituation(situation)
        const about = `${given.kind} and ${stored.kind}`
        const { outcome, failure = '' } = run.outputs
        expect([about, `${outcome} ${failure}`.trim()]).toEqual([about, situation.ends])
        expect([about, findLeaks(visibleIn(run), secretsOf(given, stored))]).toEqual([about, []])
      }
    },
  )
})

const secretsOf = (...drawn: readonly Canary[]) => drawn.flatMap(({ secrets }) => secrets)

/** Runs a situation in a folder of its own, which is empty again afterwards. */
async function runSituation({ world, inputs, variables, files = {} }: Situation) {
  const own = mkdtempSync(join(folder, 'run-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text)
  try {
    return await syncIn(world, placedIn(own, inputs), { ...(variables && { variables }) })
  } finally {
    const left = readdirSync(own).filter((name) => !Object.hasOwn(files, name))
    expect(left.every((name) => inputs['export-file']?.endsWith(name))).toBe(true)
    rmSync(own, { recursive: true })
  }
}

/** All that is told of a run, apart from what later steps are to get. */
function visibleIn({ log, warnings, errors, outputs, summary, state }: WorldRun): Visible {
  return {
    log,
    warnings,
    errors: errors.flatMap(({ title, message }) => [title, message]),
    outputs: Object.values(outputs),
    summary: [summary],
    state: Object.values(state),
  }
}

describe('the search for values that nobody may see', () => {
  const draw = drawFrom(7)
  const given = drawCanary(draw)
  const [secret = ''] = given.secrets
  const base64 = (text: string): string => Buffer.from(text).toString('base64')

  it.for([
    ['as it is', `before ${secret} after`],
    ['in JSON', JSON.stringify({ a: `"${secret}"` })],
    ['in an address', `https://host/?q=${encodeURIComponent(secret)}`],
    ['in hexadecimal digits', Buffer.from(`a${secret}b`).toString('hex')],
    ['in base64', base64(secret)],
    ['in base64', base64(`{"a":"${secret}"}`)],
    ['in base64', base64(`user:${secret}`)],
    ['in base64', base64(`me:${secret}!`)],
  ])('finds one that is there, %s', ([form = '', text = '']) => {
    expect(findLeaks({ log: ['nothing', text] }, [secret]).join()).toContain(`log: ${form}`)
    expect(findLeaks({ log: ['nothing'] }, [secret])).toEqual([])
  })

  it('finds a line of a key, the password of a connection, and each in its own place', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const canary = drawCanary(drawFrom(seed))
      const leaks = findLeaks({ log: ['fine'], summary: [canary.value] }, canary.secrets)
      expect([canary.kind, ...leaks].join()).toContain('summary: ')
      expect([canary.kind, ...leaks].join()).not.toContain('log: ')
    }
  })

  it.for([
    ['log', 'info'],
    ['warnings', 'warning'],
    ['summary', 'summary'],
    ['outputs', 'output'],
    ['errors', 'error'],
    ['state', 'state'],
  ] as const)('finds what an action lets slip into its %s', async ([place, slip]) => {
    const values = JSON.stringify({ KEY: given.value })
    const leaky: typeof main = async (context) => {
      const { host } = context
      if (slip === 'info') host.info(given.value)
      if (slip === 'warning') host.warning(given.value)
      if (slip === 'error') host.error({ title: 'Mistake', message: given.value })
      if (slip === 'state') host.saveState('kept', given.value)
      if (slip === 'output') host.setOutput('plan', given.value)
      if (slip === 'summary') await host.writeSummary(given.value)
      return { outcome: 'unchanged', outputs: {}, summary: '' }
    }
    const inputs = { 'secret-id': 'app', values }
    const run = await runInWorld({ contract, main: leaky }, {}, { inputs })
    expect(findLeaks(visibleIn(run), given.secrets).join()).toContain(`${place}: as it is`)
  })
})

it('the canaries are really in what the step is given, or in what is stored', () => {
  for (const [i, name] of situationNames.entries()) {
    const draw = drawFrom(i)
    const [given, stored] = [drawCanary(draw), drawCanary(draw)]
    const { world, inputs, variables, files } = situationOf(name, { given, stored, draw })
    const places = [
      JSON.stringify(world),
      ...[inputs, variables ?? {}, files ?? {}].flatMap(Object.values),
    ]
    const found = findLeaks({ places: places.map(String) }, secretsOf(given, stored))
    expect([name, ...found]).not.toEqual([name])
  }
})
