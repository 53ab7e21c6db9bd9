import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, vi } from 'vitest'
import type { RunResult, StepResult } from '@deploy-actions/local-runner'

// Each action of a whole workflow is a process.
vi.setConfig({ testTimeout: 60_000 })

const root = resolve(import.meta.dirname, '../..')
const workflow = 'workflows-examples/arbiter-runbook/sandbox.yml'

interface Ended {
  readonly exitCode: number
  readonly stdout: string
}

async function node(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--conditions=source', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [stdout, [exitCode]] = await Promise.all([
    text(child.stdout),
    // The exit event carries the code first.
    once(child, 'exit') as Promise<[number]>,
  ])
  return { exitCode, stdout }
}

async function rehearse(world: string): Promise<{ exitCode: number; run: RunResult }> {
  const worldFile = `packages/local-runner/demo/${world}.yml`
  const cli = 'packages/local-runner/src/cli.ts'
  const { exitCode, stdout } = await node(cli, workflow, '--world', worldFile, '--json')
  // The shape of the result is what the tests go on to assert.
  return { exitCode, run: JSON.parse(stdout) as RunResult }
}

function stepNamed(run: RunResult, name: string): StepResult {
  const step = run.jobs[0]?.steps.find((candidate) => candidate.name === name)
  if (step === undefined) throw new Error(`No step '${name}' in ${JSON.stringify(run)}`)
  return step
}

describe('the runbook of Arbiter AI, with a backend in good health', () => {
  it('builds it, deploys what it built, proves it, and ends green', async () => {
    const { exitCode, run } = await rehearse('healthy')
    const deploy = stepNamed(run, 'Deploy the service')
    expect(run.jobs[0]?.steps.filter(({ conclusion }) => conclusion !== 'success')).toEqual([])
    expect(run.conclusion).toBe('success')
    expect(exitCode).toBe(0)
    expect(deploy.outputs).toMatchObject({
      outcome: 'deployed',
      'task-definition-arn': expect.stringMatching(/arbiter-backend-sandbox:2$/),
      'previous-task-definition-arn': expect.stringMatching(/arbiter-backend-sandbox:1$/),
    })
    expect(stepNamed(run, 'Migrate the database').outputs).toMatchObject({
      outcome: 'succeeded',
      'task-definition-arn': deploy.outputs['task-definition-arn'],
    })
    const { outcome, digest = 'none' } = stepNamed(run, 'Build the backend').outputs
    expect(outcome).toBe('built')
    expect(deploy.outputs['image-digests']).toContain(digest)
    expect(deploy.summary).toContain('mermaid')
    expect(stepNamed(run, 'Verify that the backend answers').outputs['healthy']).toBe('true')
  })
})

describe('the runbook of Arbiter AI, with a backend that crashes at its start', () => {
  it('ends red after the rollback, with the exit code and the last words of the container', async () => {
    const { exitCode, run } = await rehearse('crash')
    const deploy = stepNamed(run, 'Deploy the service')
    expect(exitCode).toBe(1)
    expect(run.conclusion).toBe('failure')
    expect(deploy.conclusion).toBe('failure')
    expect(deploy.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.jobs[0]?.outputs).toEqual({ outcome: 'rolled-back', failure: 'crash' })
    expect(deploy.log).toContain('RERANKER_MODEL_PATH is required')
    expect(deploy.log).toMatch(/exited with code 3/)
    expect(stepNamed(run, 'Verify that the backend answers').outcome).toBe('skipped')
  })
})

describe('the demo', () => {
  it('shows both endings, and succeeds by that', async () => {
    const { exitCode, stdout } = await node('packages/local-runner/src/demo.ts')
    expect(stdout).toContain('What you have seen')
    expect(exitCode).toBe(0)
  })
})
