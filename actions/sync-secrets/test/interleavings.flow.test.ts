import type { World } from '@deploy-actions/aws-simulator'
import type { Recorded } from '@deploy-actions/action-kit/testing'
import { findKeyManifest } from '@deploy-actions/aws'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appWorld, stepOf, syncAlso, syncIn, wait } from './in-flow.ts'
import { readSecret, type Kept } from './secrets-kept.ts'

const reads = ['DescribeSecret', 'GetSecretValue', 'ListSecretVersionIds'] as const
const writes = [
  'CreateSecret',
  'PutSecretValue',
  'UpdateSecretVersionStage',
  'TagResource',
] as const

/** Answers that are late or lost change who is first. */
const fault = fc.oneof(
  fc.record({
    operation: fc.constantFrom(...reads, ...writes),
    calls: fc.constantFrom([1], [2], [1, 3]),
    delay: fc.constantFrom('300ms', '1s', '3s', '7s'),
  }),
  fc.record({
    operation: fc.constantFrom(...writes),
    calls: fc.constantFrom([1], [2]),
    reset: fc.constant(true),
    takesEffect: fc.constant(true),
  }),
)

/** At most one of these: of two, one run in step with them would never get an answer. */
const outage = fc.record({
  operation: fc.constantFrom('*', ...writes),
  every: fc.constantFrom(2, 3, 5),
  error: fc.constantFrom(
    { name: 'ThrottlingException', message: 'Rate exceeded' },
    { name: 'InternalServiceError', status: 500 },
  ),
})

/** Two runs that write one secret at the same instant or nearly so; seconds are virtual. */
const interleaving = fc.record({
  stored: fc.constantFrom('document', 'document', 'no value', 'nothing'),
  keys: fc.constantFrom('same', 'different'),
  delaySeconds: fc.constantFrom(0, 0, 0, 0.3, 1, 2, 4),
  faults: fc.array(fault, { maxLength: 3 }),
  outage: fc.option(outage, { nil: undefined, freq: 2 }),
})

type Interleaving = typeof interleaving extends fc.Arbitrary<infer T> ? T : never

const worlds = {
  document: appWorld({ KEPT: 'k', SHARED: 'old' }),
  'no value': appWorld(null),
  nothing: {},
} as const

const runs = ['7', '8'] as const

function inputsOf(run: (typeof runs)[number], keys: Interleaving['keys']): Record<string, string> {
  const key = keys === 'same' ? 'SHARED' : `OF_${run}`
  return { 'secret-id': 'app', values: `${key}=${run}` }
}

const chunks = Array.from({ length: 20 }, (_, seed) => seed + 1)

describe('two runs that write one secret at the same instant', () => {
  it.each(chunks)(
    'lose nothing and mix nothing: whoever is second says so (seed %i)',
    async (seed) => {
      for (const sample of fc.sample(interleaving, { seed, numRuns: 10 })) {
        const played = await play(sample)
        expect({ sample, ...judge(sample, played) }).toEqual({ sample, broken: [] })
      }
    },
  )
})

interface Played {
  readonly ends: readonly Recorded[]
  readonly after: Kept | undefined
  /** Whoever failed, run once more. */
  readonly again: readonly Recorded[]
  readonly last: Kept | undefined
}

async function play({ stored, keys, delaySeconds, ...befalls }: Interleaving): Promise<Played> {
  const faults: World['faults'] = [...befalls.faults, ...(befalls.outage ? [befalls.outage] : [])]
  const world: World = { ...worlds[stored], faults }
  let other: Recorded | undefined
  let played: Omit<Played, 'ends'> = { after: undefined, again: [], last: undefined }
  const run = await syncIn(world, inputsOf('7', keys), {
    run: stepOf({ id: '7' }),
    async meanwhile() {
      await wait(delaySeconds)
      other = await syncAlso(inputsOf('8', keys), { id: '8' })
    },
    async afterwards(_, recorded) {
      const after = await readSecret('app')
      const again: Recorded[] = []
      for (const [i, end] of [recorded, other].entries()) {
        const id = runs[i] ?? '7'
        if (end?.exitCode === 1)
          again.push(await syncAlso(inputsOf(id, keys), { id, attempt: '2' }))
      }
      played = { after, again, last: await readSecret('app') }
    },
  })
  return { ends: other === undefined ? [run] : [run, other], ...played }
}

/** What of all that is promised does not hold. */
function judge(sample: Interleaving, { ends, after, again, last }: Played) {
  const winners = runs.filter((_, i) => ends[i]?.outputs['outcome'] === 'written')
  const losers = ends.filter(({ exitCode }) => exitCode === 1)
  const everybody = possibleDocuments(sample, runs)
  const broken = [
    ...(winners.length === 0 ? ['nobody has written'] : []),
    ...losers.flatMap(wrongConflict),
    ...isAmong(possibleDocuments(sample, winners), after, `after ${winners.join(' and ')}`),
    ...(again.some(({ exitCode }) => exitCode === 1) ? ['running again does not help'] : []),
    ...isAmong(everybody, last, 'at last'),
    ...leftOvers(last),
  ]
  return { broken }
}

function wrongConflict({ outputs, errors }: Recorded): readonly string[] {
  const message = errors[0]?.message ?? ''
  if (outputs['failure'] !== 'conflict') return [`failed: ${message}`]
  return namesWinner.test(message) ? [] : [`names nobody: ${message}`]
}

/** What may be there when these runs have written: of the same key either's value, of different ones both. */
function possibleDocuments(
  { stored, keys }: Interleaving,
  written: readonly string[],
): readonly object[] {
  const base = stored === 'document' ? { KEPT: 'k', SHARED: 'old' } : {}
  return keys === 'same'
    ? written.map((run) => ({ ...base, SHARED: run }))
    : [{ ...base, ...Object.fromEntries(written.map((run) => [`OF_${run}`, run])) }]
}

function isAmong(
  possible: readonly object[],
  kept: Kept | undefined,
  when: string,
): readonly string[] {
  const isOne = possible.some((one) => isEqual(one, kept?.document))
  return isOne ? [] : [`it holds ${kept?.text} ${when}`]
}

const namesWinner =
  /AWSCURRENT is on version deploy-actions-[78]-1-\w+, written 2026-01-01T00:0\S+Z by run [78] \(attempt 1\)/

/** The label of what nobody reads, or names of keys that are not those of the current version. */
function leftOvers(kept: Kept | undefined): readonly string[] {
  if (kept === undefined) return ['it is gone']
  const tags = Object.entries(kept.tags).map(([Key, Value]) => ({ Key, Value }))
  const manifest = findKeyManifest(tags)
  const isRight =
    manifest !== undefined &&
    manifest.versionId === kept.labels['AWSCURRENT'] &&
    isEqual([...manifest.keys].toSorted(), Object.keys(kept.document as object).toSorted())
  // Whoever records later may record what is no longer current: readers do not look at that.
  const isOld = manifest?.versionId !== kept.labels['AWSCURRENT']
  return [
    ...(kept.labels['deploy-actions-pending'] === undefined ? [] : ['a pending label is left']),
    ...(isRight || isOld ? [] : [`its tags say ${JSON.stringify(kept.tags)}`]),
  ]
}

function isEqual(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown): string =>
    JSON.stringify(
      Array.isArray(value)
        ? value
        : Object.entries(value ?? {}).toSorted(([x], [y]) => (x < y ? -1 : 1)),
    )
  return sorted(a) === sorted(b)
}
