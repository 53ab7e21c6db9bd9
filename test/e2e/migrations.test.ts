import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { RunResult } from '@deploy-actions/local-runner'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

async function rehearse(system: string): Promise<RunResult> {
  const workflow = `workflows-examples/${system}/production.yml`
  const world = `test/e2e/worlds/${system}.yml`
  const cli = 'packages/local-runner/src/cli.ts'
  const args = ['--conditions=source', cli, workflow, '--world', world, '--json']
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const [stdout] = await Promise.all([text(child.stdout), once(child, 'exit')])
  // The shape of the result is what the test goes on to assert.
  return JSON.parse(stdout) as RunResult
}

describe.each([
  ['everruns', 'sqlx migrate run', 'api-production:2'],
  ['agent-saas', 'starter-console', 'agent-saas-api:2'],
  ['arbiter-guide', 'alembic', 'arbiter-backend:2'],
])('the production of %s', (system, command, revision) => {
  it('migrates with the revision that it deploys next, once, and ends green', async () => {
    const run = await rehearse(system)
    const steps = run.jobs[0]?.steps ?? []
    expect(steps.filter(({ conclusion }) => conclusion !== 'success')).toEqual([])
    expect(run.conclusion).toBe('success')
    const migrate = steps.find(({ id }) => id === 'migrate')
    expect(migrate?.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
    expect(migrate?.log).toContain('| applied 0002')
    expect(migrate?.summary).toContain(command.split(' ')[0])
    const deployed = steps.map(({ outputs }) => outputs['task-definition-arn'] ?? '')
    expect(deployed.filter((arn) => arn.endsWith(`/${revision}`))).toHaveLength(2)
  })
})
