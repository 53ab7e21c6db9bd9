import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import type { RunResult } from '@deploy-actions/local-runner'
import { actionNames, repositoryRoot } from '../../scripts/repository.ts'
import { argumentsOfExample, findAct, runUnderAct, type ActRun } from './act.ts'
import { skipReason } from './programs.ts'
import { startStandaloneSimulator } from './standalone-simulator.ts'
import { applicationOf, userRepository } from './user-repository.ts'

const act = findAct()
const skipped = skipReason('the local runner compared with act', {
  'act (go install github.com/nektos/act@v0.2.87)': act !== undefined,
})

const example = 'workflows-examples/arbiter-runbook/sandbox.yml'
const compared = 'test/real/compared.workflow.yml'

describe.skipIf(skipped !== undefined)('a workflow in the local runner and under act', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'act-'))
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  it('has the same job outputs and results', async () => {
    const underAct = await runInAct(userRepository(scratch, [compared]), {
      scratch,
      workflow: compared,
      args: ['--input', 'who=world'],
    })
    const here = await rehearse(scratch, compared, ['--input', 'who=world'])
    const report = here.jobs.find(({ id }) => id === 'report')?.steps[0]?.log ?? ''
    expect(underAct.exitCode).toBe(0)
    expect(reportIn(report)).toEqual(reportIn(underAct.log))
    expect(reportIn(report)).toMatchObject({
      make: {
        result: 'success',
        outputs: { text: "it's {1} hello world", status: 'failure-success' },
      },
      skipped: { result: 'skipped' },
      legs: { result: 'success' },
    })
  })

  it('ends red also under act, in real time, when the image crashes', async () => {
    const world = 'packages/local-runner/demo/crash.yml'
    const simulator = await startStandaloneSimulator(world)
    const { exitCode, log } = await runInAct(
      userRepository(scratch, ['workflows-examples'], applicationOf(world)),
      { scratch, workflow: example, args: argumentsOfExample(simulator) },
    )
    expect(log).toContain('outcome=rolled-back')
    expect(log).toContain('failure=crash')
    expect(exitCode).toBe(1)
  })
})

type Report = Readonly<Record<string, { readonly result: string; readonly outputs?: object }>>

/**
 * The `needs` that the last job prints, without empty outputs: act has them, as null or empty, and
 * GitHub has not.
 */
function reportIn(log: string): Report {
  const json = /report=(\{.*\})/.exec(log)?.[1]
  if (json === undefined) throw new Error(`There is no report in:\n${log}`)
  // The workflow prints `needs` as GitHub has it.
  return JSON.parse(json, (_, value: unknown) =>
    value === '' ? undefined : (value ?? {}),
  ) as Report
}

function runInAct(
  cwd: string,
  what: { readonly scratch: string; readonly workflow: string; readonly args: readonly string[] },
): Promise<ActRun> {
  const { scratch, ...run } = what
  return runUnderAct({ act: act ?? '', cwd, home: scratch, suite: suiteIn(scratch), ...run })
}

async function rehearse(
  scratch: string,
  workflow: string,
  args: readonly string[],
): Promise<RunResult> {
  const world = join(scratch, 'world.yml')
  writeFileSync(world, 'region: us-east-1\naccount: "123456789012"\n')
  const cli = 'packages/local-runner/src/cli.ts'
  const child = spawn(
    process.execPath,
    ['--conditions=source', cli, workflow, '--world', world, '--json', ...args],
    { cwd: repositoryRoot, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  // The shape of the result is what the test goes on to assert.
  return JSON.parse(await text(child.stdout)) as RunResult
}

/** The suite as a release has it: the actions at the root, beside dist/. */
function suiteIn(scratch: string): string {
  const suite = mkdtempSync(join(scratch, 'suite-'))
  for (const name of actionNames()) {
    const manifest = readFileSync(join(repositoryRoot, 'actions', name, 'action.yml'), 'utf8')
    cpSync(join(repositoryRoot, 'actions', name, 'action.yml'), join(suite, name, 'action.yml'))
    writeFileSync(join(suite, name, 'action.yml'), manifest.replaceAll('../../dist/', '../dist/'))
  }
  cpSync(join(repositoryRoot, 'dist'), join(suite, 'dist'), { recursive: true })
  return suite
}
