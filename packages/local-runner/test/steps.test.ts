import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { jobOf, runHere, runSteps, stepOf } from './run-here.ts'

describe('a step that runs a script', () => {
  it('fails the job when a command fails, and skips what follows', async () => {
    const job = await runSteps(`
- id: breaks
  run: |
    false
    echo not reached
- id: after
  run: echo hello`)
    expect(job.result).toBe('failure')
    expect(stepOf(job, 'breaks')).toMatchObject({
      outcome: 'failure',
      annotations: [{ level: 'error', message: 'Process completed with exit code 1.' }],
    })
    expect(stepOf(job, 'breaks').log).not.toContain('not reached')
    expect(stepOf(job, 'after')).toMatchObject({ outcome: 'skipped' })
  })

  it('sees a failure inside a pipe only with shell: bash, as on GitHub', async () => {
    const job = await runSteps(`
- id: plain
  run: false | true
- id: bash
  shell: bash
  run: false | true`)
    expect(stepOf(job, 'plain').outcome).toBe('success')
    expect(stepOf(job, 'bash').outcome).toBe('failure')
  })

  it('runs in its working directory', async () => {
    const job = await runSteps(`
- run: mkdir -p deep/er
- id: where
  working-directory: deep/er
  run: echo "at=\${PWD#$GITHUB_WORKSPACE/}" >> "$GITHUB_OUTPUT"`)
    expect(stepOf(job, 'where').outputs).toEqual({ at: 'deep/er' })
  })

  it('fails when its working directory is not there', async () => {
    const job = await runSteps("- { id: lost, working-directory: nowhere, run: 'true' }")
    expect(stepOf(job, 'lost')).toMatchObject({
      outcome: 'failure',
      annotations: [{ message: expect.stringContaining('cannot be started') }],
    })
  })

  it('is named after the first line of its script when it has no name', async () => {
    const job = await runSteps(`
- run: |
    echo one
    echo two`)
    expect(job.steps.map(({ name }) => name)).toEqual(['Run echo one'])
  })
})

describe('a script of several lines with expressions in it', () => {
  it('runs as it is written, quotes, braces and indentation included', async () => {
    const job = await runSteps(
      `
- id: script
  run: |
    cat <<'END'
      a='\${{ vars.A }}' b='\${{ 'it''s' }}' {c} '' \${{ vars.A }}
    end
    END
    if true; then
      echo "\${{ vars.A }}"
    fi`,
      { vars: { A: 'one' } },
    )
    expect(stepOf(job, 'script').log).toBe("  a='one' b='it's' {c} '' one\nend\none")
  })
})

describe('the condition of a step', () => {
  it('decides by the state of the job', async () => {
    const job = await runSteps(`
- { id: first, run: 'true' }
- { id: broken, run: 'false' }
- { id: plain, run: 'true' }
- { id: failed, if: failure(), run: 'true' }
- { id: always, if: always(), run: 'true' }
- { id: cancelled, if: cancelled(), run: 'true' }
- { id: both, if: "failure() && steps.broken.outcome == 'failure'", run: 'true' }`)
    const outcomes = Object.fromEntries(job.steps.map(({ id, outcome }) => [id, outcome]))
    expect(outcomes).toEqual({
      first: 'success',
      broken: 'failure',
      plain: 'skipped',
      failed: 'success',
      always: 'success',
      cancelled: 'skipped',
      both: 'success',
    })
  })

  it('lets the job go on after a step with continue-on-error', async () => {
    const job = await runSteps(`
- { id: shaky, run: exit 3, continue-on-error: true }
- { id: after, if: steps.shaky.outcome == 'failure' && steps.shaky.conclusion == 'success', run: 'true' }`)
    expect(job.result).toBe('success')
    expect(stepOf(job, 'shaky')).toMatchObject({ outcome: 'failure', conclusion: 'success' })
    expect(stepOf(job, 'after').outcome).toBe('success')
  })

  it('may use the environment of the step itself', async () => {
    const job = await runSteps(`
- { id: on, env: { MODE: blue }, if: env.MODE == 'blue', run: 'true' }
- { id: off, env: { MODE: green }, if: env.MODE == 'blue', run: 'true' }`)
    expect(job.steps.map(({ outcome }) => outcome)).toEqual(['success', 'skipped'])
  })
})

describe('the environment', () => {
  it('is that of workflow, job and step, the nearer one winning', async () => {
    const run = await runHere(`
on: push
env: { A: workflow, B: workflow, C: workflow }
jobs:
  only:
    runs-on: ubuntu-latest
    env: { B: job, C: job }
    steps:
      - id: show
        env: { C: "step of \${{ env.B }}" }
        run: echo "all=$A,$B,$C" >> "$GITHUB_OUTPUT"`)
    expect(stepOf(jobOf(run, 'only'), 'show').outputs).toEqual({ all: 'workflow,job,step of job' })
  })

  it('grows by GITHUB_ENV and GITHUB_PATH for the steps after', async () => {
    const job = await runSteps(`
- run: |
    echo "PLAIN=a=b" >> "$GITHUB_ENV"
    printf 'MULTI<<END\\none\\ntwo\\nEND\\n' >> "$GITHUB_ENV"
    mkdir "$RUNNER_TEMP/bin"
    printf '#!/bin/sh\\necho from my tool\\n' > "$RUNNER_TEMP/bin/my-tool"
    chmod +x "$RUNNER_TEMP/bin/my-tool"
    echo "$RUNNER_TEMP/bin" >> "$GITHUB_PATH"
- id: show
  run: |
    my-tool
    echo "plain=$PLAIN" >> "$GITHUB_OUTPUT"
    echo "lines=$(echo "$MULTI" | wc -l)" >> "$GITHUB_OUTPUT"
    echo "context=\${{ env.PLAIN }}" >> "$GITHUB_OUTPUT"`)
    expect(stepOf(job, 'show').log).toBe('from my tool')
    expect(stepOf(job, 'show').outputs).toEqual({ plain: 'a=b', lines: '2', context: 'a=b' })
  })

  it("does not let a step overwrite what is GitHub's own", async () => {
    const job = await runSteps(`
- run: echo "GITHUB_SHA=mine" >> "$GITHUB_ENV"
- id: show
  run: echo "sha=$GITHUB_SHA" >> "$GITHUB_OUTPUT"`)
    expect(stepOf(job, 'show').outputs).toEqual({ sha: 'a'.repeat(40) })
  })

  it('holds nothing of the environment in which the runner was started', async () => {
    process.env['CANARY_OF_THE_USER'] = 'canary'
    try {
      const job = await runSteps(`
- id: show
  run: echo "canary=\${CANARY_OF_THE_USER:-none}" >> "$GITHUB_OUTPUT"`)
      expect(stepOf(job, 'show').outputs).toEqual({ canary: 'none' })
    } finally {
      delete process.env['CANARY_OF_THE_USER']
    }
  })
})

describe('a step that takes too long', () => {
  it('is interrupted, and has failed', async () => {
    const job = await runSteps(`
- id: slow
  timeout-minutes: 0.005
  run: |
    trap 'echo interrupted; exit 0' INT
    sleep 30 & wait
- id: after
  if: always()
  run: 'true'`)
    expect(stepOf(job, 'slow')).toMatchObject({
      outcome: 'failure',
      log: expect.stringContaining('interrupted'),
    })
    expect(stepOf(job, 'after').outcome).toBe('success')
    expect(job.result).toBe('failure')
  })
})

describe('a process that a step leaves in the background', () => {
  it('lives until the end of the job, and no longer', async () => {
    const job = await runSteps(`
- run: |
    sleep 300 &
    echo "PID=$!" >> "$GITHUB_ENV"
- id: later
  run: |
    kill -0 "$PID"
    echo "pid=$PID" >> "$GITHUB_OUTPUT"`)
    const pid = Number(stepOf(job, 'later').outputs['pid'])
    expect(stepOf(job, 'later').outcome).toBe('success')
    await expect.poll(() => isRunning(pid)).toBe(false)
  })
})

describe('a cancelled run', () => {
  it('interrupts the step, runs what is to run always, and starts no other job', async () => {
    const cancel = new AbortController()
    const run = await runHere(
      `
on: push
jobs:
  first:
    runs-on: ubuntu-latest
    steps:
      - id: waits
        run: |
          trap 'echo tidied up; exit 1' INT
          echo ready
          sleep 30 & wait
      - { id: plain, run: 'true' }
      - { id: tidies, if: cancelled(), run: 'true' }
  second:
    needs: first
    runs-on: ubuntu-latest
    steps: [{ run: 'true' }]`,
      {
        cancel: cancel.signal,
        onText: (text) => text.includes('ready') && cancel.abort(),
      },
    )
    const job = jobOf(run, 'first')
    expect(run.conclusion).toBe('cancelled')
    expect(stepOf(job, 'waits')).toMatchObject({
      outcome: 'cancelled',
      log: expect.stringContaining('tidied up'),
    })
    expect(stepOf(job, 'plain').outcome).toBe('skipped')
    expect(stepOf(job, 'tidies').outcome).toBe('success')
    expect(jobOf(run, 'second')).toMatchObject({ result: 'cancelled', steps: [] })
  })
})

/** A process that has ended may stay in the table until its parent takes note of it. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}
