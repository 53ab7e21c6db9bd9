import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  jobOf,
  runHere,
  runSteps,
  stepOf,
  type Situation,
} from '../../packages/local-runner/test/run-here.ts'
import { actionWithPost } from '../support/action-with-post.ts'
import { problemsIn } from '../contract/language-service.ts'

const files = await actionWithPost()
const keep = (content: string): string =>
  `{ name: Keep ${content}, uses: org/deploy-actions/keep-file@v1, with: { content: ${content} } }`

function steps(yaml: string, situation: Situation = {}) {
  return runSteps(yaml, { ...situation, files })
}

describe('an action with a part for the end of the job', () => {
  it('has a manifest that GitHub understands, and that asks for it whatever happens', async () => {
    const manifest = files['actions/keep-file/action.yml'] ?? ''
    expect(await problemsIn('action.yml', manifest)).toEqual([])
    expect(manifest).toContain('post: ../../dist/keep-file/post.js\n  post-if: always()\n')
  })

  it('keeps what it made for the steps of the job, and tidies it up after them', async () => {
    const job = await steps(`
- ${keep('one')}
- { id: reads, run: 'echo "kept=$(cat "$KEPT") $KEPT" >> "$GITHUB_OUTPUT"' }`)
    const [content, file = ''] = stepOf(job, 'reads').outputs['kept']?.split(' ') ?? []
    expect(content).toBe('one')
    expect(stepOf(job, 'Post Keep one')).toMatchObject({
      outcome: 'success',
      log: 'removed what held one',
    })
    expect(file).toContain('/kept')
    expect(existsSync(file)).toBe(false)
  })

  it('tidies up when a later step has failed', async () => {
    const job = await steps(`
- ${keep('one')}
- run: exit 1`)
    expect(job.result).toBe('failure')
    expect(stepOf(job, 'Post Keep one').log).toBe('removed what held one')
  })

  it('tidies up when the job is cancelled', async () => {
    const cancel = new AbortController()
    const run = await runHere(
      `
on: push
jobs:
  only:
    runs-on: ubuntu-latest
    steps:
      - ${keep('one')}
      - name: Wait
        run: |
          echo ready
          exec sleep 30`,
      {
        files,
        cancel: cancel.signal,
        onText: (text) => text.includes('ready') && cancel.abort(),
      },
    )
    expect(run.conclusion).toBe('cancelled')
    expect(stepOf(jobOf(run, 'only'), 'Post Keep one').log).toBe('removed what held one')
  })

  it('leaves the job green when it cannot tidy up, and says so', async () => {
    const job = await steps(`- ${keep('broken')}`)
    expect(job.result).toBe('success')
    expect(stepOf(job, 'Post Keep broken')).toMatchObject({
      outcome: 'success',
      annotations: [
        { level: 'warning', message: 'Tidying up after this step did not work: it broke' },
      ],
    })
  })
})
