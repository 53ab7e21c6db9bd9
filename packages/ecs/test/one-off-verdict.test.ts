import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import {
  endingIn,
  hasDecided,
  mayStartAgain,
  verdictOn,
  type Ending,
  type TaskVerdict,
} from '../src/index.ts'

const both = { container: 'api', essential: new Set(['api', 'proxy']) }
const beside = { container: 'api', essential: new Set(['proxy']) }
const codes = { successCodes: new Set([0, 7]) }

/** A task that ECS has stopped, with the exit codes of its containers; undefined for one that was never run. */
function ended(
  exits: Readonly<Record<string, number | undefined>>,
  changes: Partial<Task> = {},
): Task {
  return {
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    startedAt: new Date(0),
    containers: Object.entries(exits).map(([name, exitCode]) => ({
      name,
      exitCode,
      runtimeId: exitCode === undefined ? undefined : name,
    })),
    ...changes,
  }
}

const stoppedBy = (stopCode: string) =>
  ({ stopCode, stoppedReason: 'because' }) as Pick<Task, 'stopCode' | 'stoppedReason'>
const outOfMemory = [
  { name: 'api', exitCode: 0, runtimeId: 'a', reason: 'OutOfMemoryError: killed' },
]

type Row = readonly [
  string,
  TaskVerdict['kind'],
  Task,
  { readonly deciding?: typeof both; readonly seen?: Ending }?,
]

const verdicts: readonly Row[] = [
  ['the only container with 0', 'succeeded', ended({ api: 0 })],
  ['the only container with another code that counts', 'succeeded', ended({ api: 7 })],
  ['the only container with a code that does not', 'failed', ended({ api: 3 })],
  ['a signal', 'killed', ended({ api: 143 })],
  [
    'no code, before anything was run',
    'never-started',
    ended({ api: undefined }, { startedAt: undefined }),
  ],
  [
    'no code, after the host was lost',
    'killed',
    ended({}, { containers: [{ name: 'api', runtimeId: 'a' }] }),
  ],
  ['0 for want of memory', 'killed', ended({}, { containers: outOfMemory })],
  ['0 where ECS keeps no stop code', 'succeeded', ended({ api: 0 }, { stopCode: undefined })],
  ['0, and ECS has killed the other one', 'succeeded', ended({ api: 0, proxy: 143 })],
  ['0, and ECS has killed the other one by force', 'succeeded', ended({ api: 0, proxy: 137 })],
  ['0, and the other one was never run', 'succeeded', ended({ api: 0, proxy: undefined })],
  ['0, and the other one with 0, nobody saw when', 'killed', ended({ api: 0, proxy: 0 })],
  ['0, and the other one failed, nobody saw when', 'killed', ended({ api: 0, proxy: 1 })],
  ['0, seen before the other one', 'succeeded', ended({ api: 0, proxy: 0 }), { seen: 'by-itself' }],
  ['0, seen after the other one', 'killed', ended({ api: 0, proxy: 143 }), { seen: 'told-to' }],
  ['3, seen after the other one', 'killed', ended({ api: 3, proxy: 1 }), { seen: 'told-to' }],
  [
    '0 beside the essential one, nobody saw when',
    'killed',
    ended({ api: 0, proxy: 0 }),
    { deciding: beside },
  ],
  [
    '0 beside the essential one, seen before it',
    'succeeded',
    ended({ api: 0, proxy: 0 }),
    { deciding: beside, seen: 'by-itself' },
  ],
  [
    '0 beside the essential one, which was stopped for it',
    'succeeded',
    ended({ api: 0, proxy: 143 }, { stopCode: 'UserInitiated', stoppedReason: hasDecided('api') }),
    { deciding: beside },
  ],
  ...[
    'UserInitiated',
    'SpotInterruption',
    'TerminationNotice',
    'InfrastructureHealth',
    'ServiceSchedulerInitiated',
    'SomethingNew',
  ].flatMap((code): Row[] => [
    [`0 after ${code}`, 'killed', ended({ api: 0 }, stoppedBy(code))],
    [
      `0, seen before ${code}`,
      'succeeded',
      ended({ api: 0 }, stoppedBy(code)),
      { seen: 'by-itself' },
    ],
  ]),
]

describe('the verdict on a container that has ended with', () => {
  const cases = verdicts.map(([name, kind, task, known = {}]) => ({ name, kind, task, ...known }))

  it.each(cases)('$name: $kind', ({ kind, task, deciding = both, seen }) => {
    const verdict = verdictOn(task, { ...deciding, ...codes }, seen)
    expect(verdict.kind).toBe(kind)
    const isWell = codes.successCodes.has(verdict.exitCode ?? -1)
    const isOutOfMemory = verdict.reason.startsWith('OutOfMemory')
    expect(verdict.doubt === undefined).toBe(kind === 'succeeded' || !isWell || isOutOfMemory)
  })

  it('0 after another essential one names that one, and why it ended', () => {
    const { doubt, death } = verdictOn(
      ended({ api: 0, proxy: 1 }),
      { ...both, ...codes },
      'told-to',
    )
    expect(doubt).toContain('had ended before, proxy (exit code 1)')
    expect(death).toMatchObject({ container: 'proxy', exitCode: 1, code: 'crash' })
  })
})

const running = { lastStatus: 'RUNNING', desiredStatus: 'RUNNING', stopCode: undefined } as const
const stopping = { lastStatus: 'STOPPING', desiredStatus: 'STOPPED' } as const

const looks: readonly (readonly [string, Ending, Task, typeof both])[] = [
  ['nothing has ended', 'unknown', ended({ api: undefined, proxy: undefined }, running), both],
  [
    'it has ended, and the other one runs',
    'by-itself',
    ended({ api: 0, proxy: undefined }, running),
    both,
  ],
  [
    'it has ended, and the other one is being stopped',
    'by-itself',
    ended({ api: 0, proxy: undefined }, stopping),
    both,
  ],
  [
    'nothing has ended, with an empty stop code',
    'unknown',
    ended({ api: undefined }, { ...running, ...stoppedBy('') }),
    both,
  ],
  ['the other one has ended', 'told-to', ended({ api: undefined, proxy: 0 }, stopping), both],
  ['both have ended', 'unknown', ended({ api: 0, proxy: 0 }, stopping), both],
  [
    'the task is being stopped by a person',
    'told-to',
    ended({ api: undefined }, { ...stopping, stopCode: 'UserInitiated' }),
    both,
  ],
  [
    'it has ended, and the task is being stopped by a person',
    'unknown',
    ended({ api: 0 }, { ...stopping, stopCode: 'UserInitiated' }),
    both,
  ],
  [
    'the task is being stopped for a container, not told which',
    'unknown',
    ended({ api: undefined, proxy: undefined }, stopping),
    both,
  ],
  [
    'it has ended beside the essential one, which runs',
    'by-itself',
    ended({ api: 0, proxy: undefined }, running),
    beside,
  ],
  [
    'it has ended beside the essential one, whose code is not told',
    'unknown',
    ended({ api: 0, proxy: undefined }, stopping),
    beside,
  ],
]

describe('a look at a task, of whose containers', () => {
  it.each(looks)('%s, shows an end: %s', (_, ending, task, deciding) => {
    expect(endingIn(task, deciding, 'unknown')).toBe(ending)
    expect(endingIn(task, deciding, 'told-to')).toBe('told-to')
    expect(endingIn(task, deciding, 'by-itself')).toBe('by-itself')
  })
})

const lacking = 'Capacity is unavailable at this time. Please try again later'
const starts: readonly (readonly [string, boolean, Task])[] = [
  ['for want of capacity', true, failed(lacking)],
  [
    'for want of a network interface',
    true,
    failed('Timeout waiting for network interface provisioning to complete.'),
  ],
  [
    'for a secret that is not there',
    false,
    failed('ResourceInitializationError: unable to retrieve secret from asm'),
  ],
  [
    'for want of capacity, with a container that was run',
    false,
    { ...failed(lacking), startedAt: new Date(0) },
  ],
  ['for nothing that is known', false, failed('Something new')],
]

function failed(stoppedReason: string): Task {
  return {
    ...ended({ api: undefined }, { stopCode: 'TaskFailedToStart', stoppedReason }),
    startedAt: undefined,
  }
}

describe('a task that could not be started', () => {
  it.each(starts)('%s: may be started again: %s', (_, isSo, task) => {
    expect(mayStartAgain(task, verdictOn(task, { ...both, ...codes }))).toBe(isSo)
  })
})
