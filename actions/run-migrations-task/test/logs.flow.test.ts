import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { migrate } from './in-flow.ts'
import { logConfiguration, migrationsWorld } from './migrations.world.ts'
import { migrating, shown, type Command } from './shown.ts'

const migration = { image: 'api:2', command: 'alembic upgrade head' }
const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

type Logs = NonNullable<Command['logs']>

/** A world in which the migration prints so, and ends after twenty seconds. */
function printing(logs: Logs, more: Partial<World> = {}, code = 0): World {
  return migrating({ logs, exit: { after: '20s', code } }, more)
}

const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `row ${i + 1}`)

describe('the log of a migration', () => {
  it('of more than ten thousand lines and a mebibyte is whole, in order, and without doubles', async () => {
    const filling = 'x'.repeat(100)
    const repeat = { times: 18_000, every: '1ms' }
    const run = await migrate(
      migration,
      printing([{ after: '1s', line: `row {n} ${filling}`, repeat }] as Logs),
    )
    const lines = shown(run.log)
    expect(lines).toHaveLength(18_000)
    const wrong = numbered(18_000).filter((row, i) => lines[i] !== `${row} ${filling}`)
    expect(wrong).toEqual([])
  })

  it('is whole under throttling, cut connections and errors', async () => {
    const faults = [
      {
        operation: 'GetLogEvents',
        every: 2,
        error: { name: 'ThrottlingException', message: 'Rate exceeded' },
      },
      { operation: 'GetLogEvents', every: 3, reset: true },
      { operation: '*', every: 5, error: { name: 'ServerException', status: 500 } },
    ]
    const repeat = { times: 300, every: '60ms' }
    const run = await migrate(
      migration,
      printing([{ after: '1s', line: 'row {n}', repeat }], { faults }),
    )
    expect(shown(run.log)).toEqual(numbered(300))
    expect(run.outputs['outcome']).toBe('succeeded')
  })

  it.each(['3s', '10s', '18s'])('is whole when its lines arrive %s late', async (logArrival) => {
    const repeat = { times: 18, every: '1s' }
    const logs = [
      { after: '1s', line: 'row {n}', repeat },
      { after: '19.9s', line: 'the last one' },
    ] as Logs
    const run = await migrate(migration, printing(logs, { timings: { logArrival } }))
    expect(shown(run.log)).toEqual([...numbered(18), 'the last one'])
  })

  it('with one line, that comes late, is shown', async () => {
    const logs = [{ after: '19.9s', line: 'done' }] as Logs
    const run = await migrate(migration, printing(logs, { timings: { logArrival: '15s' } }))
    expect(shown(run.log)).toEqual(['done'])
  })

  it('is never a workflow command, whatever breaks its lines', async () => {
    const lines = [
      '::error::one',
      'a\n::error::two',
      'b\r::error::three',
      'c ##[error]four',
      ' ::x::',
    ]
    const run = await migrate(
      migration,
      printing(lines.map((line, i) => ({ after: `${i + 1}s`, line }))),
    )
    const all = run.log.flatMap((text) => text.split(/\r\n|\n|\r/))
    expect(all.filter((line) => /^\s*::/.test(line) || line.includes('##['))).toEqual([])
    expect(shown(run.log)).toContain('::error::three')
  })

  it('of several containers is shown by their names, in the order of writing', async () => {
    const sidecar = { image: `${registry}/sidecar:1`, essential: false }
    const commands = [
      {
        contains: 'alembic',
        logs: [
          { after: '2s', line: 'second' },
          { after: '6s', line: 'fourth' },
        ],
        exit: { after: '20s', code: 0 },
      },
    ]
    const world = migrationsWorld({
      behaviour: { commands },
      beside: [
        { ...sidecar, name: 'sidecar', logConfiguration },
        { ...sidecar, name: 'silent', logConfiguration: { logDriver: 'splunk' } },
      ],
    })
    const logs = [
      { after: '1s', line: 'first' },
      { after: '4s', line: 'third' },
    ]
    const image = { repository: `${registry}/sidecar`, tags: ['1'], behaviour: { logs } }
    const run = await migrate(migration, { ...world, images: [...(world.images ?? []), image] })
    expect(run.log.filter((line) => line.includes(' | '))).toEqual([
      'sidecar | first',
      'api | second',
      'sidecar | third',
      'api | fourth',
    ])
    expect(run.log).toContain('The log of silent is not read here: its log driver is splunk.')
  })

  it('is shown at its end with tail', async () => {
    const repeat = { times: 200, every: '50ms' }
    const world = printing([{ after: '1s', line: 'row {n}', repeat }])
    const run = await migrate({ ...migration, logs: 'tail' }, world)
    expect(shown(run.log)).toEqual(numbered(200).slice(-50))
  })

  it('is nowhere with off, nor in the error', async () => {
    const world = printing([{ after: '1s', line: 'a private matter' }], {}, 1)
    const run = await migrate({ ...migration, logs: 'off' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'crash' })
    expect(run.everything).not.toContain('a private matter')
  })

  it('that the role may not read is named with the statement, and the verdict stands', async () => {
    const allowed = { Effect: 'Allow', Action: '*', Resource: '*' }
    const refused = { Effect: 'Deny', Action: 'logs:GetLogEvents', Resource: '*' }
    const caller = { policies: [{ Version: '2012-10-17', Statement: [allowed, refused] }] }
    const world = printing([{ after: '1s', line: 'unseen' }], { caller })
    const run = await migrate(migration, world)
    expect(run.outputs['outcome']).toBe('succeeded')
    expect(run.log.join('\n')).toContain(
      '"Action":"logs:GetLogEvents","Resource":"arn:aws:logs:us-east-1:123456789012:log-group:/ecs/api:*"',
    )
  })
})
